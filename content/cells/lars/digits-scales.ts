import { LARS, Momentum, cosine, type Optimizer, type Tensor } from 'optim';
import { digitsNetwork, train } from 'problems';
import { bars, check, data, display, parallel } from 'notebook';

const digits = await data('digits');
const seen = 32_768;
// zh: 偏置不用信任比，学习率是权重的百分之一。
// en: Biases go without the ratio, at a hundredth of the rate.
const lars = (params: Tensor[]) =>
  new LARS(
    [
      { params: params.filter(({ shape }) => shape.length > 1), weightDecay: 1e-4 },
      { params: params.filter(({ shape }) => shape.length === 1), alwaysAdapt: false, lr: 0.01 },
    ],
    { lr: 1 },
  );
// zh: 每个 c、每个批量都在这四个学习率里重新调。
// en: Tuned anew among these four rates for every c and every batch size.
const sizes = [32, 2048];
const named = (size: number) => `B = ${size.toLocaleString('en-US')}`;
type Make = (params: Tensor[]) => Optimizer;
const methods: Record<string, { rates: number[][]; make: Make }> = {
  Momentum: {
    rates: [
      [0.05, 0.1, 0.2, 0.4],
      [0.1, 0.2, 0.4, 0.8],
    ],
    make: (w) => new Momentum(w, { momentum: 0.9 }),
  },
  LARS: {
    rates: [
      [2.5, 5, 10, 20],
      [20, 40, 80, 160],
    ],
    make: lars,
  },
};
const jobs = sizes.flatMap((batchSize, b) =>
  Object.entries(methods).flatMap(([name, { rates }]) =>
    [1, 10].flatMap((c) => rates[b]!.map((lr) => ({ name, c, batchSize, lr }))),
  ),
);
function accuracy({ name, c, batchSize, lr }: (typeof jobs)[0]): number {
  const problem = digitsNetwork({ digits, batchSize });
  const params = problem.start();
  // zh: 第一层乘 c，第二层除以 c：函数不变（偏置都是 0）。
  // en: Layer 1 times c, layer 2 over c: the same function, as all biases are 0.
  const [w1, , w2] = params.map(({ data: weights }) => weights);
  for (let i = 0; i < w1!.length; i++) w1![i]! *= c;
  for (let i = 0; i < w2!.length; i++) w2![i]! /= c;
  const steps = seen / batchSize;
  const options = { steps, every: steps, schedule: cosine(lr, { steps }) };
  for (const _ of train(problem, params, methods[name]!.make(params), options));
  return Number((100 * problem.accuracy(params)).toFixed(2));
}
type Results = readonly (number | undefined)[];
const best = (accuracies: Results, name: string, c: number, batchSize: number) => {
  const mine = accuracies.filter((_, k) => {
    const job = jobs[k]!;
    return job.name === name && job.c === c && job.batchSize === batchSize;
  });
  return Math.max(...mine.filter((accuracy) => accuracy !== undefined));
};
const show = (accuracies: Results) =>
  display(
    bars({
      key: 'accuracies',
      title: {
        zh: '测试准确率，各自调到最好（%）',
        en: 'Test accuracy, each tuned to its best (%)',
      },
      y: { label: '%', domain: [50, 100] },
      bars: sizes.flatMap((size) =>
        Object.keys(methods).flatMap((name) =>
          [1, 10].map((c) => ({
            label: `${name}, c = ${c}`,
            group: named(size),
            optimizer: name,
            value: best(accuracies, name, c, size),
          })),
        ),
      ),
    }),
  );
const accuracies = await parallel(jobs, accuracy, { each: show });
const lost = (name: string, size: number) =>
  best(accuracies, name, 1, size) - best(accuracies, name, 10, size);
const numbers = (name: string) =>
  Object.fromEntries(sizes.map((size) => [named(size), lost(name, size)]));
check.that(
  lost('Momentum', 32) < 5 && lost('Momentum', 2048) > 10,
  {
    zh: 'Momentum 因 c = 10 丢掉的百分点：小批量少，大批量多',
    en: 'points that c = 10 costs momentum: few with small batches, many with large ones',
  },
  numbers('Momentum'),
);
check.that(
  sizes.every((size) => Math.abs(lost('LARS', size)) < 2),
  { zh: 'LARS 丢掉的', en: 'and LARS' },
  numbers('LARS'),
);
