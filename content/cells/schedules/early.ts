import { SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 一只长碗，η 从 0.8 降到 0.05，只降一次。早降，还是晚降？200 次运行的平均。
// en: A long bowl, one drop from 0.8 to 0.05. Early or late? Means of 200 runs.
const yours = slider(
  { zh: '在第几步降', en: 'drop at step' },
  { min: 10, max: 390, value: 200, step: 10 },
);
const bowl = quadratic({ eigenvalues: [1, 0.01], start: [3, 15] });
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function run(at: number): number[] {
  const runs = Array.from({ length: 200 }, (_, seed) =>
    minimize(noisy(bowl, { sigma: 1, seed }), (params) => new SGD(params), {
      steps: 400,
      schedule: (t) => (t <= at ? 0.8 : 0.05),
    }),
  );
  return runs[0]!.losses.map((_, i) => mean(runs.map(({ losses }) => losses[i]!)));
}
const [early, late, other] = [run(40), run(300), run(yours)];
display(
  lines({
    title: { zh: '降得早，眼下好看，最后吃亏', en: 'Dropped early: good now, bad in the end' },
    series: [
      { label: 't = 40', y: early },
      { label: 't = 300', y: late, dash: true },
      { label: { zh: '你的', en: 'yours' }, y: other },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '平均损失', en: 'mean loss' }, log: true, domain: [0.1, 10] },
  }),
);
const [soon, end] = [55, 380];
const over = (values: number[], t: number) => mean(values.slice(t - 5, t + 6));
check.that(
  over(early, soon) < 0.9 * over(late, soon),
  {
    zh: '早降 15 步之后（前后 11 步平均）：早降的低',
    en: '15 steps after the early drop (mean of 11 steps), early is ahead',
  },
  { early: over(early, soon), late: over(late, soon) },
);
check.that(
  over(early, end) > 2 * over(late, end),
  {
    zh: '第 380 步（前后 11 步平均）：早降的是晚降的两倍以上',
    en: 'at step 380 (mean of 11 steps) it has over twice the loss',
  },
  { early: over(early, end), late: over(late, end) },
);
