import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD, type Tensor } from 'optim';
import { minimize, type Problem, ravine, surface } from 'problems';
import { check, display, heatmap } from 'notebook';

const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
const names = Object.keys(methods) as (keyof typeof methods)[];

// zh: 同一条峡谷写三遍：原样；连起点转 45°；连起点挪到 (1, 1)。形状一点没变。
// en: One ravine written three times: as it is; turned by 45° with its start; moved to (1, 1) with its start.
const half = Math.SQRT1_2;
const turned = surface({
  name: 'turned',
  title: { zh: '转 45°', en: 'turned by 45°' },
  f: (x, y) => 0.49 * (x + y) ** 2 + 24.5 * (y - x) ** 2,
  gradient: (x, y) => [0.98 * (x + y) - 49 * (y - x), 0.98 * (x + y) + 49 * (y - x)],
  start: [half * (-0.1 - 0.02), half * (-0.1 + 0.02)],
  x: [-0.2, 0.2],
  y: [-0.2, 0.2],
});
const moved = surface({
  name: 'moved',
  title: { zh: '挪到 (1, 1)', en: 'moved to (1, 1)' },
  f: (x, y) => 0.98 * (x - 1) ** 2 + 49 * (y - 1) ** 2,
  gradient: (x, y) => [1.96 * (x - 1), 98 * (y - 1)],
  start: [0.9, 1.02],
  x: [0.8, 1.2],
  y: [0.8, 1.2],
});
const problems: Problem[] = [ravine, turned, moved];

// zh: 26 个学习率，从 10⁻⁴ 到 10，各 300 次梯度。
// en: 26 rates from 10⁻⁴ to 10, 300 gradients each.
const rates = Array.from({ length: 26 }, (_, k) => 10 ** (k / 5 - 4));
function steps(problem: Problem, name: keyof typeof methods): number {
  const target = problem.loss(problem.start()) / 1000;
  return Math.min(
    ...rates.map((lr) => {
      const options = name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr };
      const { losses, divergedAt } = minimize(
        problem,
        (w: Tensor[]) => new methods[name](w, options),
        {
          steps: 300,
        },
      );
      const last = losses.findLastIndex((loss) => !(loss < target));
      return divergedAt === null && last < 300 ? last + 1 : Infinity;
    }),
  );
}
const needed = names.map((name) => problems.map((problem) => steps(problem, name)));
display(
  heatmap({
    title: { zh: '同一条峡谷，到千分之一要几步', en: 'One ravine: steps to a thousandth' },
    x: { values: [{ zh: '原样', en: 'as it is' }, turned.title, moved.title] },
    y: { values: names },
    values: needed,
    color: { label: { zh: '步数', en: 'steps' }, log: true },
  }),
);
const of = (name: keyof typeof methods) => needed[names.indexOf(name)]!;
check.that(
  (['SGD', 'Momentum', 'NAG'] as const).every((name) => new Set(of(name)).size === 1),
  { zh: 'SGD、Momentum、NAG：三遍一样', en: 'SGD, Momentum, NAG: the same three times' },
  { SGD: of('SGD')[0]!, Momentum: of('Momentum')[0]!, NAG: of('NAG')[0]! },
);
check.that(
  (['AdaGrad', 'RMSProp', 'Adam'] as const).every((name) => {
    const [plain, turned, moved] = of(name);
    return plain === moved && plain! < turned!;
  }),
  { zh: '逐个参数的：挪动无妨，转了就慢', en: 'per parameter: a move is nothing, a turn costs' },
  { AdaGrad: of('AdaGrad')[1]!, RMSProp: of('RMSProp')[1]!, Adam: of('Adam')[1]! },
);
check.that(
  of('LARS')[0] === of('LARS')[1] && of('LARS')[0]! < of('LARS')[2]!,
  { zh: 'LARS：转了无妨，挪动就慢', en: 'LARS: a turn is nothing, a move costs' },
  { from: of('LARS')[0]!, to: of('LARS')[2]! },
);
check.that(
  of('LAMB')[0]! < of('LAMB')[1]! && of('LAMB')[1]! < of('LAMB')[2]!,
  { zh: 'LAMB：两样都怕，挪动尤其', en: 'LAMB: both cost, the move most' },
  { 'as it is': of('LAMB')[0]!, turned: of('LAMB')[1]!, moved: of('LAMB')[2]! },
);
