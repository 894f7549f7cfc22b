import { Adam, AdamW, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines, slider } from 'notebook';

const lr = slider('η', { min: 0.001, max: 0.1, value: 0.01, log: true });
const weightDecay = slider('λ', { min: 0.001, max: 3, value: 0.1, log: true });
const sigma = slider(
  { zh: '噪声 σ', en: 'noise σ' },
  { min: 0.01, max: 100, value: 10, log: true },
);
const drift = slider(
  { zh: '梯度的平均', en: 'mean gradient' },
  { min: -1, max: 1, value: 0, step: 0.1 },
);

// zh: 200 个权重从 1 出发，走 2,000 步。梯度 = 平均 + 噪声；平均不是 0，就有一股力与衰减相抗。
// en: 200 weights from 1, 2,000 steps. Gradient = mean + noise; with a mean other than 0, something resists the decay.
const [steps, count] = [2000, 200];
function means(Method: typeof Adam | typeof AdamW): number[] {
  const weights = tensor([count]);
  weights.data.fill(1);
  const gradient = tensor([count]);
  const random = new Random(1);
  const optimizer = new Method([weights], { lr, weightDecay });
  const mean = [1];
  for (let t = 1; t <= steps; t++) {
    for (let i = 0; i < count; i += 2) {
      const noise = random.normal(0, sigma);
      gradient.data[i] = drift + noise;
      gradient.data[i + 1] = drift - noise;
    }
    optimizer.step(() => [gradient]);
    if (t % 10 === 0) mean.push([...weights.data].reduce((sum, w) => sum + w, 0) / count);
  }
  return mean;
}
const [l2, decoupled] = [means(Adam), means(AdamW)];
const x = l2.map((_, k) => 10 * k);
display(
  lines({
    title: { zh: '两百个权重的平均', en: 'The mean of 200 weights' },
    series: [
      { label: 'AdamW', optimizer: 'AdamW', x, y: decoupled },
      { label: 'Adam + L2', optimizer: 'Adam', x, y: l2 },
      { label: '(1 − ηλ)ᵗ', x, y: x.map((t) => (1 - lr * weightDecay) ** t), dash: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '权重的平均', en: 'mean weight' } },
  }),
);
// zh: AdamW 平衡时 λw = −(归一化的梯度)，而后者约在 ±1 之内，所以 |w| 最后大致不超过 1/λ 或起点。
// en: AdamW balances where λw = −(normalized gradient), and that is about ±1 at most: |w| ends within 1/λ or the start.
const last = Math.abs(decoupled.at(-1)!);
check.that(
  last <= 1.05 * Math.max(1, 1 / weightDecay),
  { zh: 'AdamW：|w| 不超过起点与 1/λ 中较大的', en: 'AdamW: |w| is within the start or 1/λ' },
  { w: last, '1/λ': 1 / weightDecay },
);
if (drift === 0) {
  check.close(decoupled.at(-1)!, (1 - lr * weightDecay) ** steps, {
    tolerance: 1e-9,
    label: { zh: 'AdamW，(1 − ηλ)²⁰⁰⁰：', en: 'AdamW, (1 − ηλ)²⁰⁰⁰:' },
  });
}
