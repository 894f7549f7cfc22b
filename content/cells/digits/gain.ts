import { SGD } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

// zh: 三个隐藏层。公式 (9) 给出的起始权重统统乘一个倍数，各看一遍 8,000 张图。
// en: Three hidden layers. The initial weights of (9), all times a factor; one pass over 8,000 pictures each.
const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden: [24, 24, 24], batchSize: 32 });
const factors = [0, 0.125, 0.25, 0.5, 1, 2, 4, 8];
const right: number[] = [];
for (const factor of factors) {
  const params = problem.start();
  for (const { data } of params) data.set(data.map((weight) => factor * weight));
  const optimizer = new SGD(params, { lr: 0.1 });
  for (const _ of train(problem, params, optimizer, { steps: problem.perEpoch }));
  right.push(problem.accuracy(params));
  await progress(right.length, factors.length);
}
display(
  lines({
    title: {
      zh: '起始权重的大小，与看过一遍之后的准确率',
      en: 'The size of the initial weights, and accuracy after one pass',
    },
    x: { label: { zh: '倍数', en: 'factor' }, log: true },
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    series: [
      { label: 'SGD', optimizer: 'SGD', x: factors.slice(1), y: right.slice(1), points: true },
    ],
    rules: [{ y: 0.1, label: { zh: '瞎猜', en: 'guessing' } }],
  }),
);
const at = (factor: number) => right[factors.indexOf(factor)]!;
check.that(
  [0, 0.125, 0.25, 8].every((factor) => at(factor) === 0.1),
  {
    zh: '全是 0，或者太小、太大：看过一遍仍是瞎猜',
    en: 'all 0, or too small, or too large: after a pass it is still guessing',
  },
);
check.that(
  at(1) > 0.75 && at(2) > 0.75 && at(0.5) < 0.6 && at(4) < 0.6,
  { zh: '学得好的只有 1 倍和 2 倍', en: 'only the factors 1 and 2 learn well' },
  { '½': at(0.5), '1': at(1), '2': at(2), '4': at(4) },
);
