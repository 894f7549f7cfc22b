import { Adam, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 四个参数，四种梯度：很小但恒定，很大但恒定，纯噪声，来回变号。η = 1，看每一步走多少。
// en: Four parameters, four kinds of gradient: small and steady, large and steady, noise, back and forth. η = 1: watch the steps.
const random = new Random(1);
const gradients = (t: number) => [0.01, 100, random.normal(), t % 2 ? 1 : -1];
const steps = 4000;
const taken: number[][] = [[], [], [], []];
const weights = tensor([4]);
const optimizer = new Adam([weights], { lr: 1, beta1: 0.9, beta2: 0.999 });
for (let t = 1; t <= steps; t++) {
  const before = weights.data.slice();
  optimizer.step(() => [tensor([4], gradients(t))]);
  taken.forEach((list, i) => list.push((before[i] ?? NaN) - (weights.data[i] ?? NaN)));
}
const labels = [
  { zh: '恒为 0.01', en: 'always 0.01' },
  { zh: '恒为 100', en: 'always 100' },
  { zh: '纯噪声，σ = 1', en: 'noise, σ = 1' },
  { zh: '+1、−1 交替', en: '+1 and −1 in turn' },
];
display(
  lines({
    title: {
      zh: '步长看方向是否一致，不看梯度大小',
      en: 'The step depends on agreement, not on the size of the gradient',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '步长 / η', en: 'step / η' } },
    series: labels.map((label, i) => ({
      label,
      x: Array.from({ length: 80 }, (_, t) => t + 1),
      y: taken[i]?.slice(0, 80) ?? [],
      dash: i === 1,
    })),
  }),
);
// zh: 最后 3,000 步的均方根。
// en: Root mean square over the last 3,000 steps.
const size = (i: number) => {
  const late = taken[i]?.slice(1000) ?? [];
  return Math.sqrt(late.reduce((sum, value) => sum + value * value, 0) / late.length);
};
check.close(size(0), 1, { tolerance: 1e-4, label: { zh: '小而恒定：', en: 'small, steady:' } });
check.close(size(1), 1, { tolerance: 1e-4, label: { zh: '大而恒定：', en: 'large, steady:' } });
check.close(size(2), Math.sqrt(0.1 / 1.9), {
  relative: 0.1,
  label: { zh: '噪声，√((1 − β₁)/(1 + β₁))：', en: 'noise, √((1 − β₁)/(1 + β₁)):' },
});
check.close(size(3), 0.1 / 1.9, {
  relative: 0.01,
  label: { zh: '交替，(1 − β₁)/(1 + β₁)：', en: 'in turn, (1 − β₁)/(1 + β₁):' },
});
