import { Adam, Momentum, SGD } from 'optim';
import { digitsNetwork, train, type Digits } from 'problems';
import { check, data, display, parallel, table } from 'notebook';

// zh: 学习率不变，或者直线降到 0：各自在同一个网格上挑学习率，用没训练过的 1,000 张来评分。
// en: A constant rate, or one that falls to 0 in a line: each chosen on the same grid, by 1,000 pictures
// en: that were not trained on.
const digits = await data('digits');
const part = (from: number, to: number) => ({
  inputs: digits.train.inputs.subarray(from * 196, to * 196),
  labels: digits.train.labels.subarray(from, to),
});
const held: Digits = { ...digits, train: part(0, 7000), test: part(7000, 8000) };
const methods = { SGD, Momentum, Adam };
const names = ['SGD', 'Momentum', 'Adam'] as const;
const rates = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];
interface Training {
  name: (typeof names)[number];
  falling: boolean;
  lr: number;
  seed: number;
}
function right({ name, falling, lr, seed }: Training, on: Digits): number {
  const problem = digitsNetwork({ digits: on, hidden: 16, batchSize: 32, seed, initialSeed: seed });
  const params = problem.start();
  const steps = 2 * problem.perEpoch;
  const schedule = (t: number) => (falling ? lr * (1 - (t - 1) / steps) : lr);
  for (const _ of train(problem, params, new methods[name](params, { lr }), { steps, schedule }));
  return 100 * problem.accuracy(params);
}
const cases = names.flatMap((name) => [false, true].map((falling) => ({ name, falling })));
const jobs = cases.flatMap((each) => rates.map((lr) => ({ ...each, lr, seed: 1 })));
const tried = await parallel(jobs, (job) => right(job, held));
const chosen = cases.map((each, k) => {
  const row = tried.slice(k * rates.length, (k + 1) * rates.length);
  return { ...each, lr: rates[row.indexOf(Math.max(...row))]! };
});
// zh: 挑好以后，才用测试图片：五个种子。
// en: Only after the choice come the test pictures, with five seeds.
const seeds = [3, 4, 5, 6, 7];
const last = chosen.flatMap((each) => seeds.map((seed) => ({ ...each, seed })));
const scores = await parallel(last, (job) => right(job, digits));
const of = (k: number) => scores.slice(k * seeds.length, (k + 1) * seeds.length);
const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / values.length;
const pairs = names.map((name, n) => ({ name, constant: of(2 * n), falling: of(2 * n + 1) }));
display(
  table({
    title: { zh: '测试准确率（%），五个种子的平均', en: 'Test accuracy (%), mean of five seeds' },
    columns: [
      { label: '' },
      { label: { zh: '不变的 η', en: 'constant η' } },
      { label: { zh: '准确率', en: 'accuracy' }, digits: 4 },
      { label: { zh: '下降的 η，起点', en: 'falling η, from' } },
      { label: { zh: '准确率', en: 'accuracy' }, digits: 4 },
    ],
    rows: pairs.map(({ name, constant, falling }, n) => [
      name,
      chosen[2 * n]!.lr,
      mean(constant),
      chosen[2 * n + 1]!.lr,
      mean(falling),
    ]),
  }),
);
check.that(
  pairs.every(({ constant, falling }) => constant.every((score, k) => falling[k]! > score)),
  {
    zh: '15 对里，每一对都是下降的更好；括号里是平均高出的百分点',
    en: 'in each of 15 pairs the falling rate is better; in brackets, by how many points on average',
  },
  Object.fromEntries(
    pairs.map(({ name, constant, falling }) => [name, mean(falling) - mean(constant)]),
  ),
);
check.that(
  chosen.every(({ lr }, k) => k % 2 === 0 || lr > chosen[k - 1]!.lr),
  {
    zh: '会降的学习率，起点可以取大约 3 倍',
    en: 'a rate that falls may start about 3 times as high',
  },
);
