import { exponential, SGD } from 'optim';
import { logisticRegression, minimize } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 200 个样本，批量 4，一轮 50 步，共 20 轮。本意是每轮乘以 0.9。
// en: 200 samples in batches of 4, 50 updates an epoch, 20 epochs. Meant: times 0.9 after each epoch.
const [perEpoch, epochs, factor] = [50, 20, 0.9];
const perEpochRate = exponential(2, { factor });
const run = (schedule: (t: number) => number) =>
  minimize(logisticRegression({ batchSize: 4, seed: 1 }), (params) => new SGD(params), {
    steps: perEpoch * epochs,
    every: 10,
    schedule,
  });
const runs = {
  'per epoch': run((t) => perEpochRate(1 + Math.floor((t - 1) / perEpoch))),
  // zh: scheduler.step() 放错了循环：每一步都乘以 0.9。
  // en: scheduler.step() in the wrong loop: times 0.9 after each update.
  'per update': run(exponential(2, { factor })),
};
display(
  lossCurve(runs, {
    title: {
      zh: '缩进错一格，第二轮起就不再学了',
      en: 'One indent too many: nothing learnt after epoch 1',
    },
    labels: {
      'per epoch': { zh: '每轮乘 0.9', en: 'per epoch' },
      'per update': { zh: '每步乘 0.9', en: 'per update' },
    },
    log: false,
  }),
);
const rate = exponential(2, { factor });
check.that(
  rate(3 * perEpoch) < 1e-6,
  { zh: '三轮之后学习率已不到百万分之一', en: 'after three epochs the rate is below a millionth' },
  { η: rate(3 * perEpoch) },
);
const best = (name: keyof typeof runs) => runs[name].losses.at(-1)!;
check.that(
  best('per update') > best('per epoch') + 0.01,
  { zh: '损失停在高处', en: 'the loss stops higher' },
  { 'per epoch': best('per epoch'), 'per update': best('per update') },
);
