import { SGD } from 'optim';
import { digitsNetwork, train, type Digits } from 'problems';
import { check, data, display, heatmap, parallel } from 'notebook';

// zh: 每个格子：SGD，看两遍 7,000 张，学习率直线降到 0；用另外 1,000 张训练图片评分。
// en: Each cell of the grid: SGD, two passes over 7,000, η falling to 0 in a line; judged by 1,000 other
// en: training pictures.
const digits = await data('digits');
const part = (from: number, to: number) => ({
  inputs: digits.train.inputs.subarray(from * 196, to * 196),
  labels: digits.train.labels.subarray(from, to),
});
const held: Digits = { ...digits, train: part(0, 7000), test: part(7000, 8000) };
const sizes = [8, 32, 128, 512, 2048];
const rates = [0.03, 0.1, 0.3, 1, 3, 10];
const jobs = sizes.flatMap((size) => rates.map((lr) => ({ size, lr })));
const results = await parallel(jobs, ({ size, lr }) => {
  const problem = digitsNetwork({ digits: held, hidden: 16, batchSize: size });
  const params = problem.start();
  const steps = 2 * problem.perEpoch;
  const schedule = (t: number) => lr * (1 - (t - 1) / steps);
  for (const _ of train(problem, params, new SGD(params, { lr }), { steps, schedule }));
  return 100 * (1 - problem.accuracy(params));
});
const rows = sizes.map((_, y) => results.slice(y * rates.length, (y + 1) * rates.length));
const best = rows.map((row) => row.indexOf(Math.min(...row)));
display(
  heatmap({
    title: {
      zh: '1,000 张里认错百分之几（方框：最好的学习率）',
      en: 'Per cent mistaken, of 1,000 (boxed: the best rate)',
    },
    x: { label: 'η', values: rates.map(String) },
    y: { label: { zh: '批量', en: 'batch' }, values: sizes.map(String) },
    values: rows,
    color: { label: '%', log: true },
    mark: best.map((x, y) => ({ x, y })),
  }),
);
check.that(
  best.every((x, y) => y === 0 || x >= best[y - 1]!) && best[0]! < best.at(-1)!,
  { zh: '批量越大，最好的学习率越大', en: 'the larger the batch, the larger the best rate' },
  Object.fromEntries(
    sizes.map((size, y) => [`B = ${size.toLocaleString('en')}`, rates[best[y]!]!]),
  ),
);
const least = rows.map((row) => Math.min(...row));
check.that(
  least.slice(2).every((error, k) => error > least[k + 1]! && error > least[0]!),
  {
    zh: '看同样多的图片，从 128 起，批量越大错得越多',
    en: 'for the same pictures seen, from 128 on larger batches make more mistakes',
  },
  Object.fromEntries(sizes.map((size, y) => [`B = ${size.toLocaleString('en')}`, least[y]!])),
);
