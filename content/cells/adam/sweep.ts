import { Adam, SGD } from 'optim';
import { minimize, rosenbrock } from 'problems';
import { check, display, heatmap, progress } from 'notebook';

const rates = Array.from({ length: 37 }, (_, k) => 0.01 * 10 ** (k / 12));
const betas = Array.from({ length: 17 }, (_, k) => Number((0.06 * k).toFixed(2)));

// zh: 每个格子是一次训练：Rosenbrock 弯谷，500 步之后的损失。
// en: Each cell is a run of its own: the loss in Rosenbrock’s valley after 500 steps.
const losses: number[][] = [];
let diverged = 0;
for (const beta1 of betas) {
  const runs = rates.map((lr) =>
    minimize(rosenbrock, (params) => new Adam(params, { lr, beta1 }), { steps: 500 }),
  );
  losses.push(runs.map((run) => run.losses.at(-1) ?? NaN));
  diverged += runs.filter(({ divergedAt }) => divergedAt !== null).length;
  await progress(losses.length, betas.length);
}
const best = Math.min(...losses.flat());
const row = losses.findIndex((values) => values.includes(best));
const [beta1, lr] = [betas[row] ?? NaN, rates[losses[row]?.indexOf(best) ?? 0] ?? NaN];
display(
  heatmap({
    title: { zh: '弯谷里 500 步之后的损失', en: 'Loss in the bent valley after 500 steps' },
    x: { label: 'η', values: rates.map((rate) => Number(rate.toPrecision(3))), log: true },
    y: { label: 'β₁', values: betas },
    values: losses.map((values) => values.map((loss) => Number(loss.toPrecision(3)))),
    color: { label: { zh: '损失', en: 'loss' }, log: true, domain: [1e-7, 1e4] },
    mark: [{ x: Number(lr.toPrecision(3)), y: beta1, label: { zh: '最好', en: 'best' } }],
  }),
);
check.that(
  beta1 >= 0.84,
  { zh: '最好的一格有很多动量', en: 'the best cell has much momentum' },
  { best, 'β₁': beta1, η: lr },
);
check.that(
  diverged === 0,
  {
    zh: '629 次训练没有一次发散，η = 10 也一样',
    en: 'none of 629 runs diverges, not even at η = 10',
  },
  { diverged, worst: Math.max(...losses.flat()) },
);
const sgd = minimize(rosenbrock, (params) => new SGD(params, { lr: 0.01 }), { steps: 500 });
check.diverges(sgd, { label: 'SGD, η = 0.01:' });
