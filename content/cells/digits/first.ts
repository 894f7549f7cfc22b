import { Adam } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

// zh: 196 个像素进，32 个隐藏单元，10 个数字出；每步看 32 张图，把 8,000 张图看三遍。
// en: 196 pixels in, 32 hidden units, 10 digits out; 32 pictures a step, three passes over all 8,000.
const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden: 32, batchSize: 32 });
const params = problem.start();
const optimizer = new Adam(params, { lr: 0.02 });
const steps = 3 * problem.perEpoch;
const schedule = (t: number) => 0.02 * (1 - (t - 1) / steps);

const adam = { label: 'Adam', optimizer: 'Adam' };
const loss = { ...adam, x: [0], y: [problem.loss(params)] };
const right = { ...adam, x: [0], y: [problem.accuracy(params)] };
const x = { label: { zh: '看过的图片', en: 'pictures seen' }, domain: [0, 24_000] as const };
for (const step of train(problem, params, optimizer, { steps, schedule })) {
  for (const series of [loss, right]) series.x.push(32 * step);
  loss.y.push(problem.loss(params));
  right.y.push(problem.accuracy(params));
  display(
    lines({
      key: 'loss',
      title: { zh: '8,000 张训练图片上的损失', en: 'The loss on the 8,000 training pictures' },
      series: [loss],
      x,
      y: { label: { zh: '损失', en: 'loss' }, log: true },
    }),
    lines({
      key: 'right',
      title: { zh: '没见过的数字认对多少', en: 'Unseen digits recognized' },
      series: [right],
      x,
      y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    }),
  );
  await progress(step, steps);
}
const after = (passes: number) => right.y[right.x.indexOf(8000 * passes)]!;
check.that(
  after(1) >= 0.9,
  {
    zh: '看过一遍，没见过的数字认对 90% 以上',
    en: 'after one pass, 90% of unseen digits or more are right',
  },
  { accuracy: after(1) },
);
check.that(
  after(3) >= 0.93,
  { zh: '看过三遍，93% 以上', en: 'after three, 93% or more' },
  { accuracy: after(3), loss: loss.y.at(-1)! },
);
