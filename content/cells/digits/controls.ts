import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, progress, select, slider, toggle } from 'notebook';

const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
const names = Object.keys(methods) as (keyof typeof methods)[];
const name = select({ zh: '优化器', en: 'optimizer' }, { options: names, value: 'Adam' });
const lr = slider('η', { min: 1e-4, max: 10, value: 0.01, log: true });
const sizes = ['8', '32', '128', '512', '2048'] as const;
const batchSize = Number(select({ zh: '批量', en: 'batch' }, { options: sizes, value: '32' }));
const hidden = slider(
  { zh: '隐藏单元', en: 'hidden units' },
  { min: 0, max: 64, value: 32, step: 1 },
);
const passes = slider({ zh: '看几遍', en: 'passes' }, { min: 1, max: 8, value: 2, step: 1 });
const falling = toggle({ zh: '学习率降到 0', en: 'rate falls to 0' }, { value: true });

const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden, batchSize });
const params = problem.start();
const optimizer = new methods[name](params, name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr });
const steps = passes * problem.perEpoch;
// zh: 每遍大约量十次。
// en: About ten readings in each pass.
const options = {
  steps,
  every: Math.max(1, Math.floor(problem.perEpoch / 10)),
  schedule: (t: number) => (falling ? lr * (1 - (t - 1) / steps) : lr),
};
const right = { label: name, optimizer: name, x: [0], y: [problem.accuracy(params)] };
for (const step of train(problem, params, optimizer, options)) {
  right.x.push(batchSize * step);
  right.y.push(problem.accuracy(params));
  display(
    lines({
      key: 'right',
      title: {
        zh: '测试准确率（点线：最近的平均图）',
        en: 'Test accuracy (dotted: the nearest mean picture)',
      },
      x: { label: { zh: '看过的图片', en: 'pictures seen' }, domain: [0, batchSize * steps] },
      y: { label: { zh: '准确率', en: 'accuracy' }, domain: [0, 1] },
      series: [right],
      rules: [{ y: 0.8135 }],
    }),
  );
  await progress(step, steps);
}
check.that(
  right.y.at(-1)! > 0.8135,
  { zh: '比不训练的办法强', en: 'better than the method without training' },
  { accuracy: right.y.at(-1)!, steps },
);
