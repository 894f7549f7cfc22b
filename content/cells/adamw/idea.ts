import { Adam, AdamW, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines, slider } from 'notebook';

const lambda = slider('λ', { min: 0.01, max: 1, value: 0.1, log: true });
// zh: 权重定在 1（η = 1e-6，几乎不动），梯度是大小为 σ 的噪声。走 1,000 步，量平均每步缩小多少，再除以 η。
// en: Weights held at 1 (η = 1e-6 hardly moves them), gradients of noise σ. How much do 1,000 steps take off, per step and per η?
const [lr, steps, count] = [1e-6, 1000, 100];
const noises = Array.from({ length: 13 }, (_, k) => 10 ** (-3 + k / 2));

function pull(Method: typeof Adam | typeof AdamW, sigma: number): number {
  const weights = tensor([count]);
  weights.data.fill(1);
  const gradient = tensor([count]);
  const random = new Random(1);
  const optimizer = new Method([weights], { lr, weightDecay: lambda });
  for (let t = 1; t <= steps; t++) {
    for (let i = 0; i < count; i += 2) {
      gradient.data[i] = random.normal(0, sigma);
      gradient.data[i + 1] = -gradient.data[i]!;
    }
    optimizer.step(() => [gradient]);
  }
  const mean = [...weights.data].reduce((sum, w) => sum + w, 0) / count;
  return (1 - mean) / (lr * steps);
}
const l2 = noises.map((sigma) => pull(Adam, sigma));
const decoupled = noises.map((sigma) => pull(AdamW, sigma));
// zh: λw 与噪声一起除以 √v̂，而 v̂ 约为 σ² + λ²w²。
// en: λw is divided by √v̂ along with the noise, and v̂ is about σ² + λ²w².
const predicted = noises.map((sigma) => lambda / Math.sqrt(sigma ** 2 + lambda ** 2));
display(
  lines({
    title: { zh: '一个权重实际受到的衰减', en: 'The decay that a weight really feels' },
    series: [
      { label: 'λ/√(σ² + λ²)', x: noises, y: predicted, dash: true },
      { label: 'AdamW', optimizer: 'AdamW', x: noises, y: decoupled, points: true },
      { label: 'Adam + L2', optimizer: 'Adam', x: noises, y: l2, points: true },
    ],
    x: { label: { zh: '梯度的噪声 σ', en: 'gradient noise σ' }, log: true },
    y: { label: { zh: '每步缩小的比例 / η', en: 'share lost per step, over η' }, log: true },
  }),
);
check.that(
  decoupled.every((value) => Math.abs(value / lambda - 1) < 1e-3),
  { zh: 'AdamW：不论噪声多大，都是 λ', en: 'AdamW: λ, whatever the noise' },
);
check.that(
  l2.every((value, k) => Math.abs(value / predicted[k]! - 1) < 0.1),
  { zh: 'Adam + L2：与 λ/√(σ² + λ²) 相差不到 10%', en: 'Adam + L2: within 10% of λ/√(σ² + λ²)' },
  { 'σ = 1000': l2.at(-1)! },
);
