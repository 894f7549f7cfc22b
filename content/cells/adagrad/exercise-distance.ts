// zh: 由距离 D 和损失的倍数 c 选 η：30 步内损失降到起点的 10⁻⁶ 以下，途中不许高过起点。
// en: Choose η from the distance D and the factor c: below 10⁻⁶ of the first loss in 30 steps, never above it.
import { AdaGrad } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function rate(D: number, c: number): number {
  return D / (30 * c);
}

const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const cases = [
  { D: 1, c: 1 },
  { D: 0.02, c: 1 },
  { D: 500, c: 1 },
  { D: 3, c: 1e4 },
  { D: 40, c: 1e-3 },
  { D: near(10 ** random.uniform(-2, 3)), c: near(10 ** random.uniform(-3, 3)) },
];
for (const { D, c } of cases) {
  const bowl = quadratic({ eigenvalues: [30 * c, c], start: [D, -0.7 * D] });
  const run = minimize(bowl, (params) => new AdaGrad(params, { lr: rate(D, c) }), { steps: 30 });
  const highest = Math.max(...run.losses) / run.losses[0]!;
  const share = run.losses.at(-1)! / run.losses[0]!;
  check.that(
    share < 1e-6 && highest <= 1,
    {
      zh: `D = ${D}，c = ${c}：损失一路不高过起点，降到 10⁻⁶ 以下`,
      en: `D = ${D}, c = ${c}: the loss falls below 10⁻⁶ and never rises above the first`,
    },
    { η: rate(D, c), share, highest },
  );
}
