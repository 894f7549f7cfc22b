import { Adam } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, images, progress } from 'notebook';

// zh: 没有隐藏层：10 个数字，各有 196 个权重和一个偏置。看六遍。
// en: No hidden layer: for each of 10 digits 196 weights and a bias. Six passes.
const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden: 0, batchSize: 32 });
const params = problem.start();
const steps = 6 * problem.perEpoch;
const lr = 0.01;
const schedule = (t: number) => lr * (1 - (t - 1) / steps);
for (const step of train(problem, params, new Adam(params, { lr }), { steps, schedule })) {
  await progress(step, steps);
}
const weights = params[0]!.data;
display(
  images({
    title: {
      zh: '学到的权重：橙色处要有墨，蓝色处不要',
      en: 'The weights it has learnt: ink wanted where orange, unwanted where blue',
    },
    width: digits.width,
    height: digits.height,
    columns: 5,
    signed: true,
    images: Array.from({ length: 10 }, (_, digit) => ({
      label: String(digit),
      pixels: weights.subarray(digit * 196, (digit + 1) * 196),
    })),
  }),
);
const accuracy = problem.accuracy(params);
check.that(
  accuracy > 0.9 && accuracy < 0.93,
  {
    zh: '比最近的平均图好得多，但到不了 93%',
    en: 'far better than the nearest mean, yet below 93%',
  },
  { accuracy, loss: problem.loss(params) },
);
