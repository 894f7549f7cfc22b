import { SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 一个方向曲率 1，一个方向 0.05，梯度带 σ = 1 的噪声。三个固定的 η，各画 40 次运行的平均。
// en: Curvature 1 in one direction, 0.05 in the other, gradient noise σ = 1. Means of 40 runs for each η.
const curvatures = [1, 0.05];
const bowl = quadratic({ eigenvalues: curvatures, start: [3, 10] });
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function run(lr: number): number[] {
  const runs = Array.from({ length: 40 }, (_, seed) =>
    minimize(noisy(bowl, { sigma: 1, seed }), (params) => new SGD(params, { lr }), {
      steps: 2000,
      every: 10,
    }),
  );
  return runs[0]!.losses.map((_, i) => mean(runs.map(({ losses }) => losses[i]!)));
}
// zh: 每个方向的地板是 η / (2(2 − ηλ))。
// en: Each direction has a floor of η / (2(2 − ηλ)).
const floor = (lr: number) =>
  curvatures.reduce((sum, curvature) => sum + lr / (2 * (2 - lr * curvature)), 0);
const rates = [0.5, 0.05, 0.005];
const losses = rates.map(run);
display(
  lines({
    title: { zh: '大的停不稳，小的走不到', en: 'Large never settles, small never arrives' },
    series: rates.map((lr, k) => ({
      label: `η = ${lr}`,
      x: losses[k]!.map((_, i) => 10 * i),
      y: losses[k]!,
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '平均损失', en: 'mean loss' }, log: true },
    rules: rates.slice(0, 2).map((lr) => ({ y: floor(lr) })),
  }),
);
for (const [k, lr] of rates.slice(0, 2).entries()) {
  check.close(mean(losses[k]!.slice(-40)), floor(lr), {
    relative: 0.2,
    label: { zh: `η = ${lr} 的地板：`, en: `the floor of η = ${lr}:` },
  });
}
check.that(
  losses[2]!.at(-1)! > 10 * losses[1]!.at(-1)!,
  {
    zh: 'η = 0.005：地板最低，但 2,000 步还远没有走到',
    en: 'η = 0.005: the lowest floor, and far from it after 2,000 steps',
  },
  { loss: losses[2]!.at(-1)!, floor: floor(0.005) },
);
