import { constant, cosine, inverseRoot } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 给多少步，就能走到多低？每个 T、每种安排都从同样 41 个峰值里取最好的（期望损失，精确）。
// en: How low for how many steps? Each schedule has the best of the same 41 peaks at each T (expected loss, exact).
const budgets = [100, 300, 1000, 3000, 10_000];
const peaks = Array.from({ length: 41 }, (_, k) => 10 ** (-3.75 + k / 10));
const shapes = {
  constant: (lr: number) => constant(lr),
  'inverse root': (lr: number) => inverseRoot(lr, { scale: 10 }),
  cosine: (lr: number, T: number) => cosine(lr, { steps: T }),
};
function expected(rate: (t: number) => number, T: number): number {
  let [steep, gentle] = [9, 100];
  for (let t = 1; t <= T; t++) {
    const lr = rate(t);
    steep = (1 - lr) ** 2 * steep + lr ** 2;
    gentle = (1 - 0.05 * lr) ** 2 * gentle + lr ** 2;
  }
  return steep / 2 + (0.05 * gentle) / 2;
}
const names = ['constant', 'inverse root', 'cosine'] as const;
const best = names.map((name) =>
  budgets.map((T) => Math.min(...peaks.map((lr) => expected(shapes[name](lr, T), T)))),
);
display(
  lines({
    title: { zh: '步数越多，安排越值钱', en: 'The more steps, the more a schedule is worth' },
    series: names.map((en, k) => ({
      label: { zh: ['固定', '反根号', '余弦'][k]!, en },
      x: budgets,
      y: best[k]!,
      points: true,
    })),
    x: { label: { zh: '总步数 T', en: 'steps in all, T' }, log: true },
    y: { label: { zh: '期望损失', en: 'expected loss' }, log: true },
  }),
);
const gain = budgets.map((_, k) => best[0]![k]! / best[2]![k]!);
check.that(
  gain.every((value, k) => k === 0 || value > gain[k - 1]!),
  {
    zh: '固定的 η 与余弦，损失之比随 T 增长',
    en: 'constant over cosine: the ratio of losses grows with T',
  },
  Object.fromEntries(budgets.map((T, k) => [`ratio(${T})`, gain[k]!])),
);
check.close(Math.log10(best[2]![4]! / best[2]![3]!) / Math.log10(10_000 / 3000), -1, {
  tolerance: 0.15,
  label: { zh: '余弦的损失随 T 变化的指数：', en: 'cosine, exponent of the loss in T:' },
});
