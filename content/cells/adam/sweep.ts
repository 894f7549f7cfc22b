import { Adam } from 'optim';
import { minimize, rosenbrock } from 'problems';
import { check, display, heatmap, progress } from 'notebook';

const rates = Array.from({ length: 40 }, (_, k) => 1e-3 * 1000 ** (k / 39));
const betas = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99];

// zh: 每个格子是一次训练：Rosenbrock 弯谷，500 步之后的损失。
// en: Each cell is a run of its own: the loss in Rosenbrock’s valley after 500 steps.
const losses: number[][] = [];
for (const beta1 of betas) {
  losses.push(
    rates.map((lr) => {
      const make = (params: ConstructorParameters<typeof Adam>[0]) =>
        new Adam(params, { lr, beta1 });
      return minimize(rosenbrock, make, { steps: 500, every: 500 }).losses.at(-1) ?? NaN;
    }),
  );
  await progress(losses.length, betas.length);
}
const best = Math.min(...losses.flat());
const row = losses.findIndex((values) => values.includes(best));
const column = losses[row]?.indexOf(best) ?? 0;
display(
  heatmap({
    title: { zh: '弯谷里 500 步之后的损失', en: 'Loss in the bent valley after 500 steps' },
    x: { label: 'η', values: rates.map((lr) => Number(lr.toPrecision(3))), log: true },
    y: { label: 'β₁', values: betas.map(String) },
    values: losses.map((values) => values.map((loss) => Number(loss.toPrecision(3)))),
    color: { label: { zh: '损失', en: 'loss' }, log: true, domain: [1e-6, 10] },
  }),
);
check.that(
  (betas[row] ?? 0) >= 0.85 && (betas[row] ?? 1) <= 0.97,
  {
    zh: '最好的一格在 β₁ = 0.85 到 0.97 之间',
    en: 'the best cell has β₁ between 0.85 and 0.97',
  },
  { best, 'β₁': betas[row] ?? NaN, η: rates[column] ?? NaN },
);
// zh: 学习率大到 1 也不发散：每步最远不过几个 η。
// en: Even at η = 1 nothing diverges: a step is at most a few η long.
const worst = Math.max(...losses.flat());
check.that(
  worst < 1e3,
  { zh: '没有一格发散', en: 'no cell diverges' },
  { worst, start: rosenbrock.loss(rosenbrock.start()) },
);
