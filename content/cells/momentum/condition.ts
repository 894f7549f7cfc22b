import { Momentum, SGD } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 条件数 κ 从 10 到 10,000；两者都用这个 κ 的最优参数，数到损失缩小 10⁶ 倍为止的步数。
// en: Condition numbers κ from 10 to 10,000. Both use the optimum for their κ; count steps until the loss is 10⁶ times smaller.
const conditions = [10, 30, 100, 300, 1000, 3000, 10000];
const counts = conditions.map((kappa) => {
  const bowl = quadratic({ eigenvalues: [1, kappa] });
  const root = Math.sqrt(kappa);
  const needed = (make: Parameters<typeof minimize>[1], steps: number) => {
    const { losses } = minimize(bowl, make, { steps });
    const goal = 1e-6 * (losses[0] ?? NaN);
    return losses.findLastIndex((loss) => loss > goal) + 1;
  };
  return {
    sgd: needed((params) => new SGD(params, { lr: 2 / (1 + kappa) }), 4 * kappa + 50),
    momentum: needed(
      (params) =>
        new Momentum(params, {
          lr: (2 / (1 + root)) ** 2,
          momentum: ((root - 1) / (root + 1)) ** 2,
        }),
      Math.round(12 * root) + 50,
    ),
  };
});
const sgd = counts.map((count) => count.sgd);
const momentum = counts.map((count) => count.momentum);
display(
  lines({
    title: { zh: '要走多少步：κ 与 √κ', en: 'How many steps: κ against √κ' },
    x: { label: { zh: '条件数 κ', en: 'condition number κ' }, log: true },
    y: {
      label: { zh: '步数（到损失剩百万分之一）', en: 'steps (to a millionth of the loss)' },
      log: true,
    },
    series: [
      { label: 'SGD', optimizer: 'SGD', x: conditions, y: sgd, points: true },
      { label: 'Momentum', optimizer: 'Momentum', x: conditions, y: momentum, points: true },
    ],
  }),
);
// zh: 双对数图上的斜率，从 κ = 100 到 10,000。
// en: The slope on log-log paper, from κ = 100 to 10,000.
const slope = (steps: number[]) => Math.log10((steps[6] ?? NaN) / (steps[2] ?? NaN)) / 2;
check.close(slope(sgd), 1, {
  tolerance: 0.05,
  label: { zh: 'SGD 的步数 ∝ κ，指数：', en: 'SGD: steps ∝ κ, exponent:' },
});
check.close(slope(momentum), 0.5, {
  tolerance: 0.05,
  label: { zh: 'Momentum 的步数 ∝ √κ，指数：', en: 'Momentum: steps ∝ √κ, exponent:' },
});
const [most = NaN, least = NaN] = [sgd[6], momentum[6]];
check.that(
  most > 40 * least,
  {
    zh: 'κ = 10,000 时，步数相差 40 倍以上',
    en: 'at κ = 10,000 the step counts are more than 40 times apart',
  },
  { SGD: most, Momentum: least },
);
const suits = ((1 + Math.sqrt(0.9)) / (1 - Math.sqrt(0.9))) ** 2;
check.close(suits, 1442, {
  tolerance: 1,
  label: { zh: 'μ = 0.9 恰好最优的条件数：', en: 'the κ for which μ = 0.9 is the optimum:' },
});
