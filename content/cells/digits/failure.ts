import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD, type Tensor } from 'optim';
import { digitsNetwork, minimize, ravine, train } from 'problems';
import { bars, check, data, display, progress } from 'notebook';

const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
type Name = keyof typeof methods;
const names = Object.keys(methods) as Name[];
const make = (name: Name, params: Tensor[], lr: number) =>
  new methods[name](params, name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr });

// zh: 峡谷里，一个学习率要几步才能让损失降到千分之一？到不了就是无穷。
// en: In the ravine, how many steps does a rate take to a thousandth of the loss? Infinity if never.
const target = ravine.loss(ravine.start()) / 1000;
function steps(name: Name, lr: number): number {
  const { losses, divergedAt } = minimize(ravine, (w) => make(name, w, lr), { steps: 300 });
  const last = losses.findLastIndex((loss) => !(loss < target));
  return divergedAt === null && last < 300 ? last + 1 : Infinity;
}
// zh: 在 21 个里挑最快的，然后用它训练一个网络，把 8,000 张图看一遍。
// en: Of 21 rates the fastest; with that one train a network, one pass over 8,000 pictures.
const rates = Array.from({ length: 21 }, (_, k) => 10 ** (k / 5 - 3));
const problem = digitsNetwork({ digits: await data('digits'), hidden: 32, batchSize: 32 });
const right: Record<string, number> = {};
const labels: string[] = [];
for (const [done, name] of names.entries()) {
  const needed = rates.map((lr) => steps(name, lr));
  const lr = rates[needed.indexOf(Math.min(...needed))]!;
  const params = problem.start();
  for (const _ of train(problem, params, make(name, params, lr), { steps: problem.perEpoch }));
  right[name] = problem.accuracy(params);
  labels.push(`${name}, ${lr.toPrecision(2)}`);
  await progress(done + 1, names.length);
}
display(
  bars({
    title: {
      zh: '用峡谷里最好的学习率（名字后面），数字认对了多少',
      en: 'Digits recognized, at the best rate of the ravine (after the name)',
    },
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    bars: names.map((name, k) => ({ label: labels[k]!, optimizer: name, value: right[name]! })),
  }),
);
check.that(
  right['AdaGrad']! < 0.2 && right['RMSProp']! < 0.2 && right['LAMB']! < 0.2,
  {
    zh: '峡谷里并列第一的两个，还有 LAMB，与瞎猜（0.1）差不多',
    en: 'the two that won the ravine, and LAMB, are close to guessing (0.1)',
  },
  { AdaGrad: right['AdaGrad']!, RMSProp: right['RMSProp']!, LAMB: right['LAMB']! },
);
check.that(
  Object.values(right).every((share) => share < 0.9),
  { zh: '没有一个到 90%', en: 'none reaches 90%' },
  { Adam: right['Adam']!, SGD: right['SGD']! },
);
