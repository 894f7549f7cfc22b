import { Adam, SGD } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

// zh: 三个隐藏层。公式 (9) 给出的起始权重统统乘一个倍数，各看一遍 8,000 张图；SGD 取 0.1，Adam 取 0.01。
// en: Three hidden layers. The initial weights of (9), all times a factor; one pass over 8,000 pictures each,
// en: SGD at a rate of 0.1, Adam at 0.01.
const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden: [24, 24, 24], batchSize: 32 });
const factors = [0, 0.125, 0.25, 0.5, 1, 2, 4, 8];
const methods = { SGD: { make: SGD, lr: 0.1 }, Adam: { make: Adam, lr: 0.01 } };
const names = ['SGD', 'Adam'] as const;
const right = { SGD: [] as number[], Adam: [] as number[] };
for (const [k, factor] of factors.entries()) {
  for (const name of names) {
    const params = problem.start();
    for (const { data } of params) data.set(data.map((weight) => factor * weight));
    const { make, lr } = methods[name];
    const optimizer = new make(params, { lr });
    for (const _ of train(problem, params, optimizer, { steps: problem.perEpoch }));
    right[name].push(problem.accuracy(params));
  }
  await progress(k + 1, factors.length);
}
display(
  lines({
    title: {
      zh: '起始权重乘 2ᵏ，看过一遍之后的准确率（点线：瞎猜）',
      en: 'Accuracy after one pass, initial weights times 2ᵏ (dotted: guessing)',
    },
    x: { label: 'k' },
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    series: names.map((name) => ({
      label: name,
      optimizer: name,
      x: factors.slice(1).map(Math.log2),
      y: right[name].slice(1),
      points: true,
    })),
    rules: [{ y: 0.1 }],
  }),
);
const at = (name: (typeof names)[number], factor: number) => right[name][factors.indexOf(factor)]!;
const shown = (name: (typeof names)[number], of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).map(([label, factor]) => [label, at(name, factor)]));
check.that(
  names.every((name) => at(name, 0) === 0.1) &&
    [0.125, 0.25, 8].every((factor) => at('SGD', factor) === 0.1),
  {
    zh: '全是 0，谁也学不会；SGD 在起点太小或太大时，看过一遍仍是瞎猜',
    en: 'all 0: neither learns; with SGD too small or too large a start is still guessing after a pass',
  },
);
check.that(
  at('SGD', 1) > 0.75 && at('SGD', 2) > 0.75 && at('SGD', 0.5) < 0.6 && at('SGD', 4) < 0.6,
  { zh: 'SGD 学得好的只有 1 倍和 2 倍', en: 'SGD learns well at the factors 1 and 2 alone' },
  shown('SGD', { '×½': 0.5, '×1': 1, '×2': 2, '×4': 4 }),
);
check.that(
  [0.125, 0.25, 0.5].every((factor) => at('Adam', factor) > 0.7) && at('Adam', 4) < 0.6,
  {
    zh: 'Adam 不怕起点小，怕起点大',
    en: 'Adam forgives a start that is too small, not one that is too large',
  },
  shown('Adam', { '×⅛': 0.125, '×¼': 0.25, '×½': 0.5, '×1': 1, '×4': 4 }),
);
