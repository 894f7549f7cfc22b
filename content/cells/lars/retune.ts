import { LARS, Momentum, type Optimizer, type Tensor } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines, progress } from 'notebook';

// zh: 每个 c 试六个学习率，按 1、2、5 的间隔。每一点是 300 步（300 次梯度）之后的损失。
// en: Six rates for each c, in steps of 1, 2, 5. Each point is the loss after 300 steps, 300 gradients.
const grids = [
  { c: 1, rates: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1] },
  { c: 10, rates: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02] },
  { c: 50, rates: [0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005] },
];
const larsRates = [0.2, 0.5, 1, 2, 5, 10];
let done = 0;
type Make = (params: Tensor[], lr: number) => Optimizer;
async function sweep(c: number, rates: number[], make: Make) {
  const y: number[] = [];
  for (const lr of rates) {
    const run = minimize(rescaledNetwork({ c }), (w) => make(w, lr), { steps: 300, every: 300 });
    y.push(run.losses.at(-1) ?? NaN);
    await progress(++done, 24);
  }
  return { x: rates, y, least: Math.min(...y), best: rates[y.indexOf(Math.min(...y))]! };
}
const momentum: Awaited<ReturnType<typeof sweep>>[] = [];
for (const { c, rates } of grids) {
  momentum.push(await sweep(c, rates, (w, lr) => new Momentum(w, { lr, momentum: 0.9 })));
}
const lars = await sweep(1, larsRates, (w, lr) => new LARS(w, { lr, eps: 0 }));
const named = [
  ...momentum.map((each, k) => ({
    ...each,
    label: `Momentum, c = ${grids[k]!.c}`,
    optimizer: 'Momentum',
  })),
  { ...lars, label: { zh: 'LARS，任何 c', en: 'LARS, any c' }, optimizer: 'LARS' },
];
display(
  lines({
    title: { zh: '不同学习率下最后的损失', en: 'Last loss against the learning rate' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
    series: named.map((each) => ({ ...each, points: true })),
  }),
);
const [one, ten, fifty] = momentum;
check.that(
  one!.best === 0.05 && ten!.best === 0.005 && fifty!.best === 0.0005,
  { zh: '动量最好的学习率', en: 'the best rate of momentum' },
  { 'c = 1': one!.best, 'c = 10': ten!.best, 'c = 50': fifty!.best },
);
check.that(
  one!.least < ten!.least && ten!.least < fifty!.least,
  { zh: '重新调过之后，它最后的损失', en: 'once retuned, its last loss' },
  { 'c = 1': one!.least, 'c = 10': ten!.least, 'c = 50': fifty!.least },
);
check.that(
  lars.best === 1 && lars.least > one!.least && lars.least < ten!.least,
  { zh: 'LARS 最好的学习率是 1，最后的损失', en: 'the best rate of LARS is 1, its last loss' },
  { loss: lars.least },
);
