import { AdaGrad, Adam, SGD } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines, progress } from 'notebook';

// zh: 条件数 1000。每个角度、每种方法都在同样 25 个 η 里取最好的，每次 300 个梯度。
// en: Condition number 1,000. At each angle each method has the best of the same 25 rates, 300 gradients each.
const rates = Array.from({ length: 25 }, (_, i) => 10 ** (-4 + i / 5));
const degrees = Array.from({ length: 13 }, (_, i) => 7.5 * i);
const methods = { SGD, AdaGrad, Adam };
const names = ['SGD', 'AdaGrad', 'Adam'] as const;
const best = { SGD: [] as number[], AdaGrad: [] as number[], Adam: [] as number[] };

for (const [k, degree] of degrees.entries()) {
  const angle = (degree * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const start = [cos - 0.4 * sin, sin + 0.4 * cos];
  const bowl = quadratic({ eigenvalues: [1, 1000], angle, start });
  for (const name of names) {
    // zh: 取最后 20 步里最高的损失，免得碰巧停在好地方。
    // en: The highest loss of the last 20 steps, so that a lucky last one does not count.
    const ends = rates.map((lr) => {
      const run = minimize(bowl, (params) => new methods[name](params, { lr }), { steps: 300 });
      return run.divergedAt === null ? Math.max(...run.losses.slice(-20)) : Infinity;
    });
    best[name].push(Math.max(Math.min(...ends), 1e-20));
  }
  await progress(k + 1, degrees.length);
}
display(
  lines({
    title: { zh: '同一只碗，转过去就不行了', en: 'The same bowl, lost by turning it' },
    series: names.map((name) => ({
      label: name,
      optimizer: name,
      x: degrees,
      y: best[name],
      points: true,
    })),
    x: { label: { zh: '角度', en: 'degrees' } },
    y: { label: { zh: '损失（下限 1e−20）', en: 'loss (not below 1e−20)' }, log: true },
  }),
);
const spread = Math.max(...best.SGD) / Math.min(...best.SGD) - 1;
check.that(
  spread < 1e-6,
  { zh: 'SGD：每个角度都一样', en: 'SGD: the same at every angle' },
  { spread, loss: best.SGD[6]! },
);
for (const name of ['AdaGrad', 'Adam'] as const) {
  const [straight, slanted] = [best[name][0]!, best[name][6]!];
  check.that(
    slanted > 1e6 * straight,
    {
      zh: `${name}：转 45°，损失高出百万倍以上`,
      en: `${name}: turned by 45°, over a million times the loss`,
    },
    { 'loss(0°)': straight, 'loss(45°)': slanted },
  );
}
