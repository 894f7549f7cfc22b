import { Adam, RMSProp, type Optimizer, type Tensor } from 'optim';
import { minimize, rosenbrock } from 'problems';
import { check, display, lossCurve, table, trajectory } from 'notebook';

// zh: 每种方法都试同样的 40 个学习率，各 500 个梯度，取最好的一次。
// en: Each method tries the same 40 learning rates with 500 gradients each and keeps its best.
const rates = Array.from({ length: 40 }, (_, k) => 1e-3 * 1000 ** (k / 39));
const best = (make: (lr: number) => (params: Tensor[]) => Optimizer) => {
  const runs = rates.map((lr) => ({
    lr,
    run: minimize(rosenbrock, make(lr), { steps: 500 }),
  }));
  const loss = ({ run }: (typeof runs)[number]) => run.losses.at(-1) ?? NaN;
  const { lr, run } = runs.reduce((a, b) => (loss(b) < loss(a) ? b : a));
  return { lr, run, loss: run.losses.at(-1) ?? NaN };
};
const entries = {
  RMSProp: best((lr) => (params) => new RMSProp(params, { lr, alpha: 0.999 })),
  'RMSProp, μ = 0.9': best(
    (lr) => (params) => new RMSProp(params, { lr, alpha: 0.999, momentum: 0.9 }),
  ),
  Adam: best((lr) => (params) => new Adam(params, { lr })),
  'Adam, β₁ = 0': best((lr) => (params) => new Adam(params, { lr, beta1: 0 })),
};
const runs = Object.fromEntries(Object.entries(entries).map(([name, { run }]) => [name, run]));
display(
  trajectory(
    rosenbrock,
    { RMSProp: entries.RMSProp.run, Adam: entries.Adam.run },
    { among: runs, title: { zh: '弯谷里的两条路', en: 'Two ways through the bent valley' } },
  ),
  lossCurve(runs, { title: { zh: '各自最好的学习率', en: 'Each at its best learning rate' } }),
  table({
    columns: [
      { label: { zh: '方法', en: 'method' } },
      { label: { zh: '最好的 η', en: 'best η' } },
      { label: { zh: '500 步之后的损失', en: 'loss after 500 steps' } },
    ],
    rows: Object.entries(entries).map(([name, { lr, loss }]) => [name, lr, loss]),
  }),
);
check.that(
  entries.Adam.loss < 1e-3 * entries['Adam, β₁ = 0'].loss,
  {
    zh: '差别来自动量：β₁ = 0 落后 1,000 倍以上',
    en: 'the difference is momentum: β₁ = 0 is over 1,000 times behind',
  },
  { 'β₁ = 0.9': entries.Adam.loss, 'β₁ = 0': entries['Adam, β₁ = 0'].loss },
);
check.that(
  entries['RMSProp, μ = 0.9'].loss < 1e-2 * entries.RMSProp.loss,
  {
    zh: 'RMSProp 加上动量，也快了 100 倍以上',
    en: 'RMSProp with momentum gains more than a factor of 100 too',
  },
  { RMSProp: entries.RMSProp.loss, 'μ = 0.9': entries['RMSProp, μ = 0.9'].loss },
);
