import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD } from 'optim';
import { tensor, type Tensor } from 'optim';
import { beale, cliff, minimize, noisy, plateau, ravine, rosenbrock, saddle } from 'problems';
import { check, display, lossCurve, point, select, table, trajectory } from 'notebook';

const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
const names = Object.keys(methods) as (keyof typeof methods)[];
const problems = {
  ravine,
  rosenbrock,
  beale,
  saddle: noisy(saddle, { sigma: 0.03, seed: 2 }),
  plateau,
  cliff,
};
const chosen = select(
  { zh: '曲面', en: 'surface' },
  {
    options: {
      ravine: { zh: '峡谷', en: 'ravine' },
      rosenbrock: { zh: '弯谷', en: 'Rosenbrock' },
      beale: 'Beale',
      saddle: { zh: '鞍点', en: 'saddle' },
      plateau: { zh: '平坦区', en: 'plateau' },
      cliff: { zh: '先陡后缓', en: 'cliff' },
    },
    value: 'rosenbrock',
  },
);
const problem = problems[chosen];
const [x = 0, y = 0] = problem.start()[0]!.data;
const start = point({ zh: '起点', en: 'start' }, { ...problem.surface!, value: [x, y] });

// zh: 调法与上一个单元相同：21 个学习率，取最早到达千分之一的；都到不了，取最后损失最小的。
// en: Tuned as in the cell before: of 21 rates the one that is first below a thousandth for good,
// en: or, if none is, the one with the lowest last loss.
const rates = Array.from({ length: 21 }, (_, k) => 10 ** (k / 5 - 3));
const target = problem.loss([tensor([2], start)]) / 1000;
function tuned(name: keyof typeof methods) {
  const tried = rates.map((lr) => {
    const options = name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr };
    const make = (w: Tensor[]) => new methods[name](w, options);
    const { losses, divergedAt } = minimize(problem, make, { steps: 300, start });
    const last = losses.findLastIndex((loss) => !(loss < target));
    const steps = last < 300 ? last + 1 : Infinity;
    // zh: 到不了的排在到得了的后面，按最后的损失排；发散的排在最后。
    // en: Those that never arrive rank behind those that do, by their last loss; divergence comes last.
    const rank = divergedAt !== null ? Infinity : last < 300 ? last : 1e3 + losses.at(-1)!;
    return { lr, make, rank, steps: divergedAt === null ? steps : Infinity };
  });
  return tried.reduce((best, each) => (each.rank < best.rank ? each : best));
}
const best = names.map((name) => ({ name, ...tuned(name) }));
// zh: 再跑一次，只为画图。
// en: Once more for the picture.
const runs = Object.fromEntries(
  best.map(({ name, make }) => [name, minimize(problem, make, { steps: 300, start })]),
);
const title = { zh: '各用自己最好的学习率', en: 'Each at its own best rate' };
display(
  trajectory(problem, runs, { title, start }),
  lossCurve(runs, {
    title: {
      zh: '损失；点线是起点的 1/1000',
      en: 'Loss; the dotted line is a thousandth of the start',
    },
    below: target,
  }),
  table({
    title: { zh: '选出的学习率', en: 'The rates chosen' },
    columns: [
      { label: { zh: '方法', en: 'method' } },
      { label: 'η' },
      { label: { zh: '步数', en: 'steps' } },
    ],
    rows: best.map(({ name, lr, steps }) => [name, lr, steps]),
  }),
);
check.that(
  best.every(
    ({ name, steps }) => steps < Infinity || !['Momentum', 'NAG', 'Adam', 'LARS'].includes(name),
  ),
  {
    zh: '无论哪个曲面，Momentum、NAG、Adam、LARS 都到得了',
    en: 'whichever the surface, Momentum, NAG, Adam and LARS arrive',
  },
  { arrived: best.filter(({ steps }) => steps < Infinity).length },
);
