import { AdamW, cosine } from 'optim';
import { linearRegression, minimize } from 'problems';
import { check, display, heatmap, progress } from 'notebook';

// zh: 同一个回归，同样 1,000 步。横轴的 λ 有两种写法：PyTorch 每步减 ηλ，论文每步减 λ，与 η 无关。
// en: The same regression and 1,000 steps. λ is written in two ways: PyTorch takes ηλ off per step, the paper λ, whatever η.
const scales = Array.from({ length: 20 }, () => 1);
const data = linearRegression({ samples: 30, scales, noise: 2, batchSize: 5, seed: 1 });
const rates = Array.from({ length: 6 }, (_, k) => 0.02 * 2 ** k);
const steps = 1000;
function testError(lr: number, weightDecay: number): number {
  const { params } = minimize(data, (w) => new AdamW(w, { lr, weightDecay }), {
    steps,
    every: steps,
    schedule: cosine(lr, { steps }),
  });
  return [...params[0]!.data].reduce((sum, w, j) => sum + (w - (j % 2 ? -1 : 1)) ** 2, 0) / 2;
}
const forms = [
  { name: { zh: 'PyTorch：每步 ηλ', en: 'PyTorch: ηλ per step' }, from: 0.01, per: () => 1 },
  {
    name: { zh: '论文：每步 λ', en: 'The paper: λ per step' },
    from: 0.001,
    per: (lr: number) => lr,
  },
];
const best: number[][] = [];
for (const [k, { name, from, per }] of forms.entries()) {
  const lambdas = Array.from({ length: 13 }, (_, i) => from * 2 ** (i * 0.75));
  const values: number[][] = [];
  for (const [row, lr] of rates.entries()) {
    await progress(k * rates.length + row, 2 * rates.length);
    values.push(lambdas.map((lambda) => testError(lr, lambda / per(lr))));
  }
  best.push(values.map((row) => lambdas[row.indexOf(Math.min(...row))]!));
  display(
    heatmap({
      title: name,
      x: { label: 'λ', values: lambdas, log: true },
      y: { label: 'η', values: rates, log: true },
      values,
      color: { label: { zh: '测试误差', en: 'test error' }, domain: [4, 10] },
      mark: rates.map((y, row) => ({ x: best[k]![row]!, y })),
    }),
  );
}
const [pytorch, paper] = best.map((row) => ({
  least: Math.min(...row),
  greatest: Math.max(...row),
}));
check.that(
  pytorch!.greatest < 2 * pytorch!.least,
  {
    zh: 'PyTorch 的写法：η 大 32 倍，最好的 λ 几乎不动',
    en: 'PyTorch’s form: η times 32, and the best λ hardly moves',
  },
  pytorch,
);
check.that(
  paper!.greatest > 10 * paper!.least,
  { zh: '论文的写法：最好的 λ 跟着 η 走', en: 'the paper’s form: the best λ follows η' },
  paper,
);
