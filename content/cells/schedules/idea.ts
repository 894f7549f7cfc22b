import { SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 同一只碗。先用 0.5 走 150 步，再除以 10，走到 600 步再除以 10。40 次运行的平均。
// en: The same bowl. 150 steps at 0.5, then a tenth of that, and from step 600 a tenth again. 40 runs.
const bowl = quadratic({ eigenvalues: [1, 0.05], start: [3, 10] });
const drops = (t: number) => (t <= 150 ? 0.5 : t <= 600 ? 0.05 : 0.005);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function run(schedule: (t: number) => number): number[] {
  const runs = Array.from({ length: 40 }, (_, seed) =>
    minimize(noisy(bowl, { sigma: 1, seed }), (params) => new SGD(params), {
      steps: 1000,
      schedule,
    }),
  );
  return runs[0]!.losses.map((_, i) => mean(runs.map(({ losses }) => losses[i]!)));
}
const [large, small, dropped] = [run(() => 0.5), run(() => 0.05), run(drops)];
const x = large.map((_, t) => t).filter((t) => t % 4 === 0);
const at = (values: number[]) => x.map((t) => values[t]!);
display(
  lines({
    title: {
      zh: '先快后静：每降一次，损失跌一级',
      en: 'Fast, then quiet: each drop is a step down',
    },
    series: [
      {
        label: { zh: '先 0.5，后 0.05，再 0.005', en: '0.5, then 0.05, then 0.005' },
        x,
        y: at(dropped),
      },
      { label: 'η = 0.5', x, y: at(large), dash: true },
      { label: 'η = 0.05', x, y: at(small), dash: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '平均损失', en: 'mean loss' }, log: true },
    rules: [{ x: 150 }, { x: 600 }],
  }),
);
const last = (values: number[]) => mean(values.slice(-50));
check.that(
  last(dropped) < last(small) / 3 && last(dropped) < last(large) / 20,
  {
    zh: '最后 50 步平均，不到 η = 0.05 的三分之一，也不到 η = 0.5 的二十分之一',
    en: 'mean of the last 50 steps: under a third of that with η = 0.05, a twentieth of that with η = 0.5',
  },
  { dropped: last(dropped), 'loss(0.05)': last(small), 'loss(0.5)': last(large) },
);
const [before, after] = [mean(dropped.slice(100, 150)), mean(dropped.slice(200, 250))];
check.that(
  before > 3 * after,
  {
    zh: '第一次下降，100 步里损失跌到三分之一以下',
    en: 'the first drop takes it below a third within 100 steps',
  },
  { before, after },
);
