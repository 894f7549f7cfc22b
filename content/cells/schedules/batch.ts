import { SGD, step } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 单个样本的梯度噪声 σ = 1。每 300 步，要么 η 除以 4，要么批量乘以 4。60 次运行的平均。
// en: One sample has gradient noise σ = 1. Every 300 steps, divide η by 4, or multiply the batch by 4. 60 runs.
const bowl = quadratic({ eigenvalues: [1, 0.2], start: [3, 10] });
const [T, every, lr] = [900, 300, 0.4];
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const average = (runs: number[][]) => runs[0]!.map((_, i) => mean(runs.map((run) => run[i]!)));
const seeds = Array.from({ length: 60 }, (_, seed) => seed);
const slower = average(
  seeds.map(
    (seed) =>
      minimize(noisy(bowl, { sigma: 1, seed }), (params) => new SGD(params), {
        steps: T,
        schedule: step(lr, { every, factor: 1 / 4 }),
      }).losses,
  ),
);
// zh: 批量大 4 倍，噪声减半。
// en: A batch 4 times as large halves the noise.
const larger = average(
  seeds.map((seed) => {
    const losses: number[] = [];
    let start = bowl.start();
    for (const sigma of [1, 1 / 2, 1 / 4]) {
      const problem = noisy(bowl, { sigma, seed: 1000 * seed + 4 / sigma });
      const options = { steps: every, start };
      const run = minimize(problem, (params) => new SGD(params, { lr }), options);
      losses.push(...run.losses.slice(losses.length ? 1 : 0));
      start = run.params;
    }
    return losses;
  }),
);
const x = slower.map((_, t) => t).filter((t) => t % 5 === 0);
display(
  lines({
    title: { zh: 'η 除以 4，或批量乘以 4', en: 'η over 4, or the batch times 4' },
    series: [
      { label: 'η / 4', x, y: x.map((t) => slower[t]!) },
      { label: 'B × 4', x, y: x.map((t) => larger[t]!), dash: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '平均损失', en: 'mean loss' }, log: true },
    rules: [{ x: every }, { x: 2 * every }],
  }),
);
for (const k of [1, 2, 3]) {
  const late = (values: number[]) => mean(values.slice(k * every - 100, k * every));
  check.close(late(larger) / late(slower), 1, {
    tolerance: 0.3,
    label: { zh: `第 ${k} 段末尾，损失之比：`, en: `end of stretch ${k}, ratio of losses:` },
  });
}
