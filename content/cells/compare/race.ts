import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD, type Tensor } from 'optim';
import { beale, cliff, minimize, noisy, plateau, ravine, rosenbrock, saddle } from 'problems';
import { check, display, heatmap, progress } from 'notebook';

// zh: 动量、β、衰减都取默认值。LARS 的 κ 取 1，好让它也能用同一组学习率。
// en: Momentum, β and decay at their defaults. LARS has κ = 1, so that the same rates serve it too.
const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
const names = Object.keys(methods) as (keyof typeof methods)[];
const surfaces = [
  { problem: ravine, label: { zh: '峡谷', en: 'ravine' } },
  { problem: rosenbrock, label: { zh: '弯谷', en: 'Rosenbrock' } },
  { problem: beale, label: { zh: 'Beale', en: 'Beale' } },
  { problem: noisy(saddle, { sigma: 0.03, seed: 2 }), label: { zh: '鞍点', en: 'saddle' } },
  { problem: plateau, label: { zh: '平坦区', en: 'plateau' } },
  { problem: cliff, label: { zh: '先陡后缓', en: 'cliff' } },
];
// zh: 每种方法在每个曲面上都试这 21 个学习率，从 0.001 到 10，每个 300 次梯度。
// en: On each surface each method tries these 21 rates from 0.001 to 10, 300 gradients for each.
const rates = Array.from({ length: 21 }, (_, k) => 10 ** (k / 5 - 3));
const tried: number[][][] = names.map(() => []);
for (const [column, { problem }] of surfaces.entries()) {
  const target = problem.loss(problem.start()) / 1000;
  for (const [row, name] of names.entries()) {
    const steps = rates.map((lr) => {
      const options = name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr };
      const make = (w: Tensor[]) => new methods[name](w, options);
      const { losses, divergedAt } = minimize(problem, make, { steps: 300 });
      // zh: 从第几步起，损失一直低于起点的千分之一？从不就是无穷。
      // en: From which step on does the loss stay below a thousandth of its start? Infinity if never.
      const last = losses.findLastIndex((loss) => !(loss < target));
      return divergedAt === null && last < 300 ? last + 1 : Infinity;
    });
    tried[row]!.push(steps);
    await progress(column * names.length + row + 1, surfaces.length * names.length);
  }
}
const needed = tried.map((row) => row.map((steps) => Math.min(...steps)));
const working = tried.map((row) => row.map((steps) => steps.filter(Number.isFinite).length));
const wins = (row: number) =>
  surfaces.flatMap((_, x) =>
    needed[row]![x] === Math.min(...needed.map((each) => each[x]!)) ? [{ x, y: row }] : [],
  );
const axes = { x: { values: surfaces.map(({ label }) => label) }, y: { values: names } };
display(
  heatmap({
    ...axes,
    title: {
      zh: '用最好的学习率要几步（方框：第一；斜线：到不了）',
      en: 'Steps at the best rate (boxed: first; hatched: never)',
    },
    values: needed,
    color: { label: { zh: '步数', en: 'steps' }, log: true },
    mark: names.flatMap((_, row) => wins(row)),
  }),
  heatmap({
    ...axes,
    title: { zh: '21 个学习率里，几个到得了', en: 'How many of the 21 rates get there' },
    values: working,
    color: { label: { zh: '个数', en: 'rates' } },
  }),
);
const won = names.map((_, row) => wins(row).length);
const total = working.map((row) => row.reduce((sum, count) => sum + count, 0));
const adam = names.indexOf('Adam');
check.that(
  Math.max(...won) === 2 && won.filter((count) => count > 0).length === 5,
  {
    zh: '六个曲面，五种方法得过第一，最多两次',
    en: 'six surfaces, five methods come first, none more than twice',
  },
  { SGD: won[0]!, AdaGrad: won[3]! },
);
check.that(
  won[adam] === 0 && working[adam]!.every((count) => count >= 5),
  {
    zh: 'Adam 从没得过第一，可是处处到得了，每处都有 5 个以上学习率可用',
    en: 'Adam is never first, and arrives everywhere, with 5 rates or more',
  },
  { first: won[adam]!, fewest: Math.min(...working[adam]!) },
);
check.that(
  total[adam] === Math.max(...total),
  {
    zh: '126 次试验里到达的次数，Adam 最多',
    en: 'of 126 trials each, Adam has the most that arrive',
  },
  Object.fromEntries(names.map((name, row) => [name, total[row]!])),
);
// zh: 最好的学习率是网格的头一个或最后一个，就说明网格还不够宽。
// en: A best rate that is the first or the last of the grid says that the grid is not wide enough.
const ends = names.flatMap((name, row) =>
  surfaces.flatMap(({ label }, column) => {
    const at = tried[row]![column]!.indexOf(needed[row]![column]!);
    const found = needed[row]![column]! < Infinity;
    return found && (at === 0 || at === rates.length - 1) ? [{ name, label }] : [];
  }),
);
const [zh, en] = (['zh', 'en'] as const).map((language) =>
  ends
    .map(({ name, label }) => `${name} · ${label[language]}`)
    .join(language === 'zh' ? '、' : ', '),
);
check.that(ends.length === 2, {
  zh: `最好的学习率在网格边上：${zh}`,
  en: `the best rate is at an end of the grid: ${en}`,
});
const nag = tried[names.indexOf('NAG')]![surfaces.findIndex(({ problem }) => problem === plateau)]!;
const fastest = nag.indexOf(Math.min(...nag));
check.that(
  nag[fastest + 1] === Infinity,
  {
    zh: 'NAG 在平坦区：最快的学习率，再大一格就到不了',
    en: 'NAG on the plateau: the fastest rate, and the next, at which it never arrives',
  },
  { steps: nag[fastest]!, η: rates[fastest]!, next: rates[fastest + 1]! },
);
