import { Adam, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 400 个权重，都从 1 出发。损失根本不用它们：梯度是纯噪声，成对地一正一负。只有 λ 在拉。
// en: 400 weights, all from 1. The loss has no use for them: gradients are pure noise, in pairs of ±. Only λ pulls.
const [lr, weightDecay, steps, count] = [0.01, 0.1, 3000, 400];
const noises = [0.1, 1, 10];

function means(sigma: number): number[] {
  const weights = tensor([count]);
  weights.data.fill(1);
  const gradient = tensor([count]);
  const random = new Random(1);
  const optimizer = new Adam([weights], { lr, weightDecay });
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
    title: {
      zh: 'Adam + L2：梯度的噪声越大，衰减越慢',
      en: 'Adam + L2: the noisier the gradient, the slower the decay',
    },
    series: runs.map((y, k) => ({ label: `σ = ${noises[k]}`, x, y })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '权重的平均', en: 'mean weight' }, domain: [-0.1, 1] },
  }),
);
const [quiet, middle, noisy] = runs.map((mean) => mean.at(-1)!);
check.close(quiet!, 0, { tolerance: 1e-3, label: 'σ = 0.1:' });
check.close(middle!, 0.05, { tolerance: 0.01, label: 'σ = 1:' });
check.that(
  noisy! > 0.7,
  { zh: 'σ = 10：还剩七成以上', en: 'σ = 10: more than 70% is still there' },
  { mean: noisy! },
);
