import { Adam, AdamW, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: L = ½(w − 3)²，梯度加上噪声 σ，λ = 0.25。100 份同样的权重，走 4,000 步，取最后 1,000 步的平均。
// en: L = ½(w − 3)², noise σ on the gradient, λ = 0.25. 100 copies of the weight, 4,000 steps, mean of the last 1,000.
const [target, weightDecay, lr, steps, count] = [3, 0.25, 0.01, 4000, 100];
const noises = [0.03, 0.1, 0.3, 1, 3, 10];

function rest(Method: typeof Adam | typeof AdamW, sigma: number): number {
  const weights = tensor([count]);
  weights.data.fill(2);
  const gradient = tensor([count]);
  const random = new Random(1);
  const optimizer = new Method([weights], { lr, weightDecay, beta2: 0.99 });
  let sum = 0;
  for (let t = 1; t <= steps; t++) {
    for (let i = 0; i < count; i++) {
      gradient.data[i] = weights.data[i]! - target + random.normal(0, sigma);
    }
    optimizer.step(() => [gradient]);
    if (t > steps - 1000) for (const w of weights.data) sum += w;
  }
  return sum / 1000 / count;
}
const [l2, decoupled] = [noises.map((s) => rest(Adam, s)), noises.map((s) => rest(AdamW, s))];
const ridge = (penalty: number) => target / (1 + penalty);
display(
  lines({
    title: { zh: '噪声越大，AdamW 的惩罚越重', en: 'The noisier, the heavier AdamW penalizes' },
    series: [
      { label: 'AdamW', optimizer: 'AdamW', x: noises, y: decoupled, points: true },
      { label: 'Adam + L2', optimizer: 'Adam', x: noises, y: l2, points: true },
      { label: '3/(1 + λσ)', x: noises, y: noises.map((s) => ridge(weightDecay * s)), dash: true },
    ],
    x: { label: { zh: '梯度的噪声 σ', en: 'gradient noise σ' }, log: true },
    y: { label: { zh: '停在哪里', en: 'where it rests' }, domain: [0, 3.2] },
    rules: [{ y: ridge(weightDecay), label: '3/(1 + λ)' }],
  }),
);
check.that(
  l2.every((w) => Math.abs(w - ridge(weightDecay)) < 0.05),
  { zh: 'Adam + L2：不论 σ，都在 3/(1 + λ)', en: 'Adam + L2: 3/(1 + λ), whatever σ' },
  { 'σ = 0.03': l2[0]!, 'σ = 10': l2.at(-1)! },
);
check.that(
  decoupled.every((w, k) => Math.abs(w / ridge(weightDecay * noises[k]!) - 1) < 0.05),
  { zh: 'AdamW：3/(1 + λσ)，相差不到 5%', en: 'AdamW: 3/(1 + λσ), within 5%' },
  { 'σ = 0.03': decoupled[0]!, 'σ = 10': decoupled.at(-1)! },
);
