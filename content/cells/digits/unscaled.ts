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
const cases = (['Momentum', 'Adam'] as const).flatMap((name) =>
  [digits, bytes].map((given) => ({ name, given })),
);
const jobs = cases.flatMap((_, k) => rates.map((lr) => ({ k, lr })));
const right = await parallel(jobs, ({ k, lr }) => {
  const { name, given } = cases[k]!;
  const problem = digitsNetwork({ digits: given, hidden: 32, batchSize: 32 });
  const params = problem.start();
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
    series: cases.map(({ name, given }, k) => ({
      label: given === digits ? `${name}, 0–1` : `${name}, 0–255`,
      optimizer: name,
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
