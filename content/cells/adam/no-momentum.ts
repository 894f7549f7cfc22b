import { RMSProp } from 'optim';
import { minimize, rosenbrock } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

// zh: 三种记忆长度，各试 40 个学习率，每次 500 个梯度；各取最好的一次。
// en: Three lengths of memory, 40 learning rates each, 500 gradients per run; the best of each is kept.
const rates = Array.from({ length: 40 }, (_, k) => 1e-3 * 1000 ** (k / 39));
const races = [0.9, 0.99, 0.999].map((alpha) => {
  const runs = rates.map((lr) =>
    minimize(rosenbrock, (params) => new RMSProp(params, { lr, alpha }), { steps: 500 }),
  );
  const finals = runs.map(({ losses }) => losses.at(-1) ?? NaN);
  const loss = Math.min(...finals);
  return { label: `RMSProp, α = ${alpha}`, finals, loss, run: runs[finals.indexOf(loss)]! };
});
const [short, , long] = races;
const all = Object.fromEntries(races.map(({ label, run }) => [label, run]));

display(
  trajectory(
    rosenbrock,
    { [short!.label]: short!.run, [long!.label]: long!.run },
    {
      among: all,
      title: {
        zh: '记性短的来回抖，记性长的走不动',
        en: 'A short memory jitters, a long one crawls',
      },
    },
  ),
  lines({
    title: { zh: '500 步之后的损失', en: 'Loss after 500 steps' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
    series: races.map(({ label, finals }) => ({
      label,
      optimizer: 'RMSProp',
      x: rates,
      y: finals,
    })),
  }),
);
const best = Math.min(...races.map(({ loss }) => loss));
check.that(
  best > 1e-3,
  { zh: '120 次里没有一次到达 1e−3', en: 'none of 120 runs gets to 1e−3' },
  { best },
);
// zh: 与前一步方向相反（内积为负）的步子占多少？
// en: What share of the steps goes against the one before (negative inner product)?
const { x, y } = short!.run.path!;
const dx = x.slice(1).map((value, t) => value - x[t]!);
const dy = y.slice(1).map((value, t) => value - y[t]!);
const turns = dx.filter((d, t) => t > 0 && d * dx[t - 1]! + dy[t]! * dy[t - 1]! < 0).length;
check.that(
  turns > 0.6 * dx.length,
  { zh: 'α = 0.9：六成以上的步子在往回走', en: 'α = 0.9: over 60% of the steps turn back' },
  { turns, steps: dx.length },
);
// zh: α = 0.999 的最好一次：从第 20 步起，最长的一步有多长？
// en: The best run with α = 0.999: how long is its longest step from step 20 on?
const slow = long!.run.path!;
const crawl = slow.x
  .slice(21)
  .map((value, t) => Math.hypot(value - slow.x[t + 20]!, slow.y[t + 21]! - slow.y[t + 20]!));
check.that(
  Math.max(...crawl) < 2e-4,
  {
    zh: 'α = 0.999：从第 20 步起，每步挪不到 2e−4',
    en: 'α = 0.999: from step 20 on no step is longer than 2e−4',
  },
  { longest: Math.max(...crawl) },
);
