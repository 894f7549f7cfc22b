import { AdamW, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 与开头一样的权重、噪声、η、λ；只把 Adam 换成 AdamW。
// en: The weights, noise, η and λ of the first cell. Only Adam has become AdamW.
const [lr, weightDecay, steps, count] = [0.01, 0.1, 3000, 400];
const noises = [0.1, 1, 10];

function means(sigma: number): number[] {
  const weights = tensor([count]);
  weights.data.fill(1);
  const gradient = tensor([count]);
  const random = new Random(1);
  const optimizer = new AdamW([weights], { lr, weightDecay });
  const mean = [1];
  for (let t = 1; t <= steps; t++) {
    for (let i = 0; i < count; i += 2) {
      gradient.data[i] = random.normal(0, sigma);
      gradient.data[i + 1] = -gradient.data[i]!;
    }
    optimizer.step(() => [gradient]);
    if (t % 10 === 0) mean.push([...weights.data].reduce((sum, w) => sum + w, 0) / count);
  }
  return mean;
}
const runs = noises.map(means);
const x = runs[0]!.map((_, k) => 10 * k);
display(
  lines({
    title: { zh: 'AdamW：三条线是一条', en: 'AdamW: three lines are one' },
    series: runs.map((y, k) => ({ label: `σ = ${noises[k]}`, x, y, dash: k > 0 })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '权重的平均', en: 'mean weight' }, domain: [-0.1, 1] },
  }),
);
runs.forEach((mean, k) => {
  check.close(mean.at(-1)!, (1 - lr * weightDecay) ** steps, {
    relative: 1e-6,
    label: { zh: `σ = ${noises[k]}，(1 − ηλ)³⁰⁰⁰：`, en: `σ = ${noises[k]}, (1 − ηλ)³⁰⁰⁰:` },
  });
});
