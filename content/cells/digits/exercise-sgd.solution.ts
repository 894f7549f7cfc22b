// zh: 没有动量的 SGD，两遍。改 `batchSize` 和 `schedule`，让三个起点都认对 92% 以上（留出的 1,000 张）。
// en: SGD without momentum, two passes. Change `batchSize` and `schedule` until three starts all reach 92% on 1,000 pictures put aside.
import { SGD } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, freshSeed, lines, progress } from 'notebook';

const batchSize = 16;
// zh: 第 t 步的学习率，一共 steps 步。
// en: The learning rate of step t, of `steps` in all.
const schedule = (t: number, steps: number) => 0.6 * (1 - (t - 1) / steps);

// zh: 留出最后 1,000 张训练图片来评分：测试集不是用来挑选的。
// en: The last 1,000 training pictures are put aside to judge by: the test set is not for choosing.
const all = await data('digits');
const part = (from: number, to: number) => ({
  inputs: all.train.inputs.subarray(from * 196, to * 196),
  labels: all.train.labels.subarray(from, to),
});
const digits = { ...all, train: part(0, 7000), test: part(7000, 8000) };
const curves = [];
for (const [k, seed] of [11, 12, freshSeed()].entries()) {
  const problem = digitsNetwork({ digits, hidden: 32, batchSize, seed, initialSeed: seed });
  const params = problem.start();
  const steps = 2 * problem.perEpoch;
  const optimizer = new SGD(params, { lr: 1 });
  const options = { steps, schedule: (t: number) => schedule(t, steps) };
  const curve = {
    label: { zh: `起点 ${k + 1}`, en: `start ${k + 1}` },
    x: [0],
    y: [problem.accuracy(params)],
  };
  curves.push(curve);
  for (const step of train(problem, params, optimizer, options)) {
    curve.x.push(batchSize * step);
    curve.y.push(problem.accuracy(params));
    display(
      lines({
        key: 'right',
        title: {
          zh: '留出的 1,000 张上的准确率（点线：92%）',
          en: 'Accuracy on the 1,000 put aside (dotted: 92%)',
        },
        x: { label: { zh: '看过的图片', en: 'pictures seen' }, domain: [0, 14_000] },
        y: { label: { zh: '准确率', en: 'accuracy' }, domain: [0, 1] },
        series: curves,
        rules: [{ y: 0.92 }],
      }),
    );
    await progress(14_000 * (curves.length - 1) + batchSize * step, 42_000);
  }
}
for (const [k, { x, y }] of curves.entries()) {
  check.that(
    y.at(-1)! >= 0.92 && x.at(-1)! <= 14_000,
    { zh: `第 ${k + 1} 个起点：92% 以上`, en: `start ${k + 1}: 92% or more` },
    { accuracy: y.at(-1)! },
  );
}
