// zh: 写出 NAG 能承受的最大学习率。现在写的是普通动量的界。
// en: Write the largest learning rate that NAG stands. What is there is plain momentum’s.
import { NAG } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, display, freshSeed, table } from 'notebook';

function limit(curvature: number, momentum: number): number {
  return (2 * (1 + momentum)) / ((1 + 2 * momentum) * curvature);
}

// zh: 在界的 98% 处应当收敛，102% 处应当发散。
// en: It must converge at 98% of the limit and diverge at 102%.
const run = (curvature: number, momentum: number, share: number) =>
  minimize(
    quadratic({ eigenvalues: [curvature] }),
    (params) => new NAG(params, { lr: share * limit(curvature, momentum), momentum }),
    { steps: 400 },
  );
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const settings = [
  [1, 0],
  [1, 0.5],
  [98, 0.9],
  [0.2, 0.99],
  [near(random.uniform(0.5, 50)), near(random.uniform(0.1, 0.9))],
] as const;
const rows = settings.map(([curvature, momentum]) => {
  const below = run(curvature, momentum, 0.98);
  const above = run(curvature, momentum, 1.02);
  check.converges(below, {
    below: below.losses[0]! / 100,
    label: `λ = ${curvature}, μ = ${momentum}, 98%`,
  });
  check.diverges(above, { label: `λ = ${curvature}, μ = ${momentum}, 102%` });
  return [
    curvature,
    momentum,
    limit(curvature, momentum),
    below.losses.at(-1)!,
    above.losses.at(-1)!,
  ];
});
display(
  table({
    title: {
      zh: '你的界，以及 98% 和 102% 处最后的损失',
      en: 'Your limit, and the last loss at 98% and 102% of it',
    },
    columns: ['λ', 'μ', 'η', '98%', '102%'].map((label) => ({ label })),
    rows,
  }),
);
