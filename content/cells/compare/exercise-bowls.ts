// zh: 造三只二次碗，让 SGD、Momentum、AdaGrad 在各自的那一只上，至少比另两个快一倍。
// en: Make three quadratic bowls, so that SGD, Momentum and AdaGrad each win on its own by a factor of two or more.
import { AdaGrad, Momentum, SGD, type Tensor } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, table } from 'notebook';

const bowls = {
  SGD: quadratic({ eigenvalues: [1, 50], angle: 0, start: [-0.1, 0.02] }),
  Momentum: quadratic({ eigenvalues: [1, 50], angle: 0, start: [-0.1, 0.02] }),
  AdaGrad: quadratic({ eigenvalues: [1, 50], angle: 0, start: [-0.1, 0.02] }),
};

// zh: 21 个学习率里最好的：多少步之后，损失一直低于起点的千分之一。
// en: At the best of 21 rates: after how many steps is the loss below a thousandth of its start for good?
const methods = { SGD, Momentum, AdaGrad };
const names = ['SGD', 'Momentum', 'AdaGrad'] as const;
const rates = Array.from({ length: 21 }, (_, k) => 10 ** (k / 5 - 3));
function steps(bowl: (typeof bowls)['SGD'], name: keyof typeof methods): number {
  const target = bowl.loss(bowl.start()) / 1000;
  const tried = rates.map((lr) => {
    const make = (w: Tensor[]) => new methods[name](w, { lr });
    const { losses, divergedAt } = minimize(bowl, make, { steps: 500 });
    const last = losses.findLastIndex((loss) => !(loss < target));
    return divergedAt === null && last < 500 ? last + 1 : 1000;
  });
  return Math.min(...tried);
}
const results = names.map((bowl) => names.map((name) => steps(bowls[bowl], name)));
display(
  table({
    title: { zh: '步数（1000：500 步内到不了）', en: 'Steps (1000: not within 500)' },
    columns: [{ label: { zh: '碗', en: 'bowl' } }, ...names.map((label) => ({ label, digits: 4 }))],
    rows: results.map((row, k) => [names[k]!, ...row]),
  }),
);
for (const [k, name] of names.entries()) {
  const others = results[k]!.filter((_, j) => j !== k);
  check.that(
    results[k]![k]! * 2 <= Math.min(...others),
    {
      zh: `在 ${name} 的碗里，${name} 至少快一倍`,
      en: `in its bowl ${name} is at least twice as fast`,
    },
    { own: results[k]![k]!, next: Math.min(...others) },
  );
}
