import { Adam, Momentum } from 'optim';
import { digitsNetwork, train, type Pictures } from 'problems';
import { check, data, display, lines, parallel } from 'notebook';

// zh: 同样的图片，像素从 0 到 1，或者像文件里那样从 0 到 255。
// en: The same pictures, with pixels from 0 to 1, or from 0 to 255 as they stand in the file.
const digits = await data('digits');
const times =
  (by: number) =>
  ({ inputs, labels }: Pictures) => ({ inputs: inputs.map((ink) => by * ink), labels });
const bytes = { ...digits, train: times(255)(digits.train), test: times(255)(digits.test) };
const methods = { Momentum, Adam };
const rates = Array.from({ length: 7 }, (_, k) => 10 ** (k - 6));
// zh: 最后一种：像素不缩放，但第一层的起始权重除以 255，各单元的和就与缩放过的一样大。
// en: The last case: pixels unscaled, but the first layer starts from weights over 255, which makes its sums what
// en: they would be with scaled pixels.
const cases = [
  ...(['Momentum', 'Adam'] as const).flatMap((name) =>
    [digits, bytes].map((given) => ({ name, given, over: 1 })),
  ),
  { name: 'Adam' as const, given: bytes, over: 255 },
];
const jobs = cases.flatMap((_, k) => rates.map((lr) => ({ k, lr })));
const right = await parallel(jobs, ({ k, lr }) => {
  const { name, given, over } = cases[k]!;
  const problem = digitsNetwork({ digits: given, hidden: 32, batchSize: 32 });
  const params = problem.start();
  const first = params[0]!.data;
  first.set(first.map((weight) => weight / over));
  const optimizer = new methods[name](params, { lr });
  for (const _ of train(problem, params, optimizer, { steps: problem.perEpoch }));
  return problem.accuracy(params);
});
const rows = cases.map((_, k) => right.slice(k * rates.length, (k + 1) * rates.length));
display(
  lines({
    title: { zh: '看过一遍之后的准确率', en: 'Accuracy after one pass' },
    x: { label: 'η', log: true },
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    series: cases.map(({ name, given, over }, k) => ({
      label: given === digits ? `${name}, 0–1` : `${name}, 0–255${over > 1 ? ', W₁/255' : ''}`,
      x: rates,
      y: rows[k]!,
      dash: given === bytes,
      points: true,
    })),
  }),
);
const best = rows.map((row) => Math.max(...row));
check.that(
  best[0]! > 0.9 && best[1]! < 0.5 && best[2]! > 0.9 && best[3]! < 0.75,
  {
    zh: '像素大到 255，七个学习率没有一个救得回来，Adam 也不行',
    en: 'with pixels up to 255 none of seven rates saves it, not even with Adam',
  },
  {
    'Momentum 0–1': best[0]!,
    'Momentum 0–255': best[1]!,
    'Adam 0–1': best[2]!,
    'Adam 0–255': best[3]!,
  },
);
check.that(
  best[4]! > 0.85,
  {
    zh: '梯度还是那么大，只把起点除以 255，就几乎都回来了：坏的是起点',
    en: 'gradients as large as before, the start over 255, and nearly all is back: the start was at fault',
  },
  { 'Adam 0–255, W₁/255': best[4]! },
);
