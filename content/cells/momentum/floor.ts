import { Momentum, SGD, tensor, type Optimizer } from 'optim';
import { Random } from 'problems';
import { check, display, lines, progress } from 'notebook';

// zh: ½θ²（λ = 1），梯度带标准差 1 的噪声。1,000 个互相独立的 θ 一起走，量它们最后离 0 的均方距离。
// en: ½θ² (λ = 1), gradients with noise of deviation 1. 1,000 independent θ walk at once; measure their mean square distance from 0.
const n = 1000;
function floor(make: (params: ReturnType<typeof tensor>[]) => Optimizer): number {
  const [theta, g] = [tensor([n]), tensor([n])];
  const optimizer = make([theta]);
  const random = new Random(2);
  let sum = 0;
  for (let t = 0; t < 160; t++) {
    for (let i = 0; i < n; i++) g.data[i] = (theta.data[i] ?? 0) + random.normal();
    optimizer.step(() => [g]);
    if (t >= 100) for (const value of theta.data) sum += (value * value) / n / 60;
  }
  return sum;
}
// zh: 公平起见，比较时两者的有效学习率 α 相同：SGD 用 α，动量（μ = 0.9）用 α(1 − μ)。
// en: To be fair, both get one effective rate α: SGD takes α, momentum (μ = 0.9) takes α(1 − μ).
const [momentum, alphas] = [0.9, [0.1, 0.2, 0.5, 1, 1.5, 1.8, 1.9]];
const [sgd, heavy]: [number[], number[]] = [[], []];
for (const alpha of alphas) {
  sgd.push(floor((params) => new SGD(params, { lr: alpha })));
  heavy.push(floor((params) => new Momentum(params, { lr: alpha * (1 - momentum), momentum })));
  await progress(sgd.length, alphas.length);
}
display(
  lines({
    title: {
      zh: '噪声的地板：均方距离与有效学习率',
      en: 'The noise floor: mean square distance against effective rate',
    },
    x: { label: 'α', log: true },
    y: { label: 'E θ²', log: true },
    series: [
      { label: 'SGD (α)', optimizer: 'SGD', x: alphas, y: sgd, points: true },
      { label: 'Momentum (α(1 − μ))', optimizer: 'Momentum', x: alphas, y: heavy, points: true },
    ],
  }),
);
const theory = (alpha: number, mu: number) => alpha / (2 - (alpha * (1 - mu)) / (1 + mu));
const fits = (measured: number[], mu: number) =>
  Math.max(...alphas.map((alpha, k) => Math.abs((measured[k] ?? NaN) / theory(alpha, mu) - 1)));
const error = Math.max(fits(sgd, 0), fits(heavy, momentum));
check.that(
  error < 0.1,
  {
    zh: '处处与 α / (2 − α(1 − μ)/(1 + μ)) 相符',
    en: 'everywhere as α / (2 − α(1 − μ)/(1 + μ)) says',
  },
  { error },
);
const ratio = sgd.map((value, k) => value / (heavy[k] ?? NaN));
check.that(
  Math.abs((ratio[0] ?? NaN) - 1) < 0.1,
  {
    zh: 'α 小的时候，两者的地板相差不到 10%',
    en: 'at small α the two floors differ by less than 10%',
  },
  { SGD: sgd[0] ?? NaN, Momentum: heavy[0] ?? NaN },
);
check.that(
  (ratio[6] ?? NaN) > 8,
  {
    zh: 'α 接近稳定极限 2/λ 时，低一个数量级',
    en: 'near the limit 2/λ it is an order of magnitude lower',
  },
  { SGD: sgd[6] ?? NaN, Momentum: heavy[6] ?? NaN },
);
