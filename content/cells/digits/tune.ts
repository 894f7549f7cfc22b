import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD } from 'optim';
import { digitsNetwork, train, type Digits } from 'problems';
import { check, data, display, heatmap, parallel, select } from 'notebook';

// zh: 7,000 张用来训练，另外 1,000 张训练图片用来挑学习率。测试图片一张也不碰。
// en: Train on 7,000, choose on 1,000 other training pictures. Not one test picture is touched.
const digits = await data('digits');
const part = (from: number, to: number) => ({
  inputs: digits.train.inputs.subarray(from * 196, to * 196),
  labels: digits.train.labels.subarray(from, to),
});
const held: Digits = { ...digits, train: part(0, 7000), test: part(7000, 8000) };
const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
const names = Object.keys(methods) as (keyof typeof methods)[];
const rates = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
const passes = Number(
  select({ zh: '看几遍', en: 'passes' }, { options: ['1', '2', '3'], value: '2' }),
);

// zh: 每个格子是一次训练：16 个隐藏单元，批量 32，学习率从 η 直线降到 0。
// en: Each cell of the grid is a training: 16 hidden units, batches of 32, η falling to 0 in a straight line.
function mistaken(name: keyof typeof methods, lr: number): number {
  const problem = digitsNetwork({ digits: held, hidden: 16, batchSize: 32, seed: 1 });
  const params = problem.start();
  const options = name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr };
  const steps = passes * problem.perEpoch;
  const schedule = (t: number) => lr * (1 - (t - 1) / steps);
  for (const _ of train(problem, params, new methods[name](params, options), { steps, schedule }));
  return 100 * (1 - problem.accuracy(params));
}
const jobs = names.flatMap((name) => rates.map((lr) => ({ name, lr })));
const results = await parallel(jobs, ({ name, lr }) => mistaken(name, lr));

const rows = names.map((_, y) => results.slice(y * rates.length, (y + 1) * rates.length));
const best = rows.map((row) => row.indexOf(Math.min(...row)));
display(
  heatmap({
    title: {
      zh: '1,000 张里认错百分之几（方框：最好的学习率）',
      en: 'Per cent mistaken, of 1,000 (boxed: the best rate)',
    },
    x: { label: 'η', values: rates.map(String) },
    y: { label: { zh: '优化器', en: 'optimizer' }, values: names },
    values: rows,
    color: { label: '%', log: true },
    mark: best.map((x, y) => ({ x, y })),
  }),
);
// zh: 差不出 3 个百分点的学习率有几个？
// en: How many rates are within 3 points of the best?
const usable = rows.map((row) => row.filter((each) => each < Math.min(...row) + 3).length);
const rate = Object.fromEntries(names.map((name, y) => [name, rates[best[y]!]!]));
check.that(
  best.every((k) => k > 0 && k < rates.length - 1),
  {
    zh: '每种方法最好的学习率都不在网格的边上',
    en: 'no best rate stands at the edge of the grid',
  },
  rate,
);
check.that(
  usable.every((count) => count >= 1 && count <= 3),
  {
    zh: '差距不到 3 个百分点的学习率，每种方法只有一到三个',
    en: 'within 3 points of the best each method has only one to three rates',
  },
  Object.fromEntries(names.map((name, y) => [name, usable[y]!])),
);
