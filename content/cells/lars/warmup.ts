import { Momentum, constant, warmup, type Schedule } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines, lossCurve, progress } from 'notebook';

const [lr, steps] = [0.2, 300];
const ramp = warmup(constant(lr), { steps: 30 });
const descend = (initialSeed: number, schedule: Schedule) =>
  minimize(rescaledNetwork({ initialSeed }), (params) => new Momentum(params, { momentum: 0.9 }), {
    steps,
    schedule,
    every: 5,
  });
// zh: 六组不同的初始权重。0.2 是 c = 1 时最好的学习率的四倍。
// en: Six sets of initial weights. 0.2 is four times the best rate at c = 1.
const seeds = [1, 2, 3, 4, 5, 6];
const at: number[] = [];
const warmed: number[] = [];
const shown: Record<string, ReturnType<typeof descend>> = {};
for (const [k, seed] of seeds.entries()) {
  const pair = { cold: descend(seed, constant(lr)), warm: descend(seed, ramp) };
  at.push(pair.cold.losses.at(-1) ?? NaN);
  warmed.push(pair.warm.losses.at(-1) ?? NaN);
  if (seed === 2) Object.assign(shown, { 'at once': pair.cold, 'warm-up': pair.warm });
  await progress(k + 1, seeds.length);
}
const labels = {
  'at once': { zh: '一开始就是 0.2', en: '0.2 at once' },
  'warm-up': { zh: '预热', en: 'warm-up' },
};
const t = Array.from({ length: 61 }, (_, k) => 5 * k + 1);
display(
  lines({
    title: { zh: '学习率：30 步预热', en: 'The rate: a warm-up of 30 steps' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'η', domain: [0, 0.25] },
    series: [
      { label: labels['at once'], optimizer: 'Momentum', x: t, y: t.map(() => lr) },
      { label: labels['warm-up'], optimizer: 'Momentum', x: t, y: t.map(ramp) },
    ],
  }),
  lossCurve(shown, {
    title: { zh: '第 2 组初始权重', en: 'The second set of initial weights' },
    labels,
  }),
);
const failed = at.filter((loss) => loss > 0.04).length;
check.that(
  failed >= 4,
  {
    zh: '不预热：六次里最后损失高于 0.04 的次数',
    en: 'without warm-up: how many of six end above 0.04',
  },
  { failed },
);
check.that(
  warmed.every((loss) => loss < 0.005),
  { zh: '预热：六次里最大的', en: 'with warm-up: the greatest of the six' },
  { greatest: Math.max(...warmed) },
);
