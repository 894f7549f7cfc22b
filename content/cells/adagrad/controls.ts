import { AdaGrad, SGD } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, lines, number, select, slider } from 'notebook';

const names = { AdaGrad: 'AdaGrad', SGD: 'SGD' };
const method = select({ zh: '方法', en: 'method' }, { options: names, value: 'AdaGrad' });
const lr = slider('η', { min: 0.01, max: 10, value: 0.3, log: true });
const start = slider('G₀', { min: 0, max: 10, value: 0, step: 0.1 });
const batchSize =
  4 * slider({ zh: '每批猫数', en: 'cats per batch' }, { min: 1, max: 25, value: 1, step: 1 });
const seed = number({ zh: '种子', en: 'seed' }, { value: 1, min: 0, max: 99 });

const animals = dogsAndCats({ batchSize, seed });
const run = minimize(
  animals,
  (params) =>
    method === 'SGD'
      ? new SGD(params, { lr })
      : new AdaGrad(params, { lr, initialAccumulatorValue: start }),
  {
    steps: 1000,
    every: 4,
    record: Object.fromEntries(
      animals.solution.map((best, j) => [j, (_: unknown, [w]) => w!.data[j]! / best]),
    ),
  },
);
// zh: 1 是最优值。看常见的权重抖不抖，少见的权重到没到。
// en: 1 is the best value. Do the common weights shake? Does the rare one arrive?
const steps = run.losses.map((_, k) => k * run.every);
display(
  lines({
    title: { zh: '四个权重 / 各自的最优值', en: 'The four weights over their best values' },
    series: animals.features.map((label, j) => ({ label, x: steps, y: run.state[j]! })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ / θ*', domain: [-0.5, 2] },
    rules: [{ y: 1 }],
  }),
);
const excess = run.losses.at(-1)! - animals.minimum;
check.that(
  excess < 0.01,
  { zh: '最后的损失比最小值高不到 0.01', en: 'the last loss is less than 0.01 above the minimum' },
  { excess },
);
