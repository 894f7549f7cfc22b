import { AdaGrad, Adam, Momentum, SGD } from 'optim';
import { generalisationCounterExample, minimize } from 'problems';
import { check, display, table } from 'notebook';

// zh: 20 个样本，12 正 8 负。特征 1 就是标签，2 和 3 恒为 1，其余每个只在一个样本里出现。
// en: 20 samples, 12 positive. Feature 1 is the label, 2 and 3 are always 1, every other is one sample's own.
const data = generalisationCounterExample({ samples: 20, positive: 0.6 });
const methods = { SGD, Momentum, AdaGrad, Adam };
const grids = {
  SGD: [0.01, 0.03, 0.1],
  Momentum: [0.003, 0.01, 0.03],
  AdaGrad: [0.03, 0.1, 0.3],
  Adam: [0.003, 0.01, 0.03],
};
// zh: 只见过一次的特征，权重的绝对值。
// en: The absolute weights of features that are seen once.
const once: number[] = [];
const rows = (['SGD', 'Momentum', 'AdaGrad', 'Adam'] as const).flatMap((name) =>
  grids[name].map((lr) => {
    const run = minimize(data, (params) => new methods[name](params, { lr }), {
      steps: 1500,
      every: 1500,
    });
    const [label, constant, , ...own] = run.params[0]!.data;
    if (name.startsWith('Ada')) once.push(...own.filter((w) => w !== 0).map(Math.abs));
    const [train, test] = [data.trainAccuracy(run.params), data.testAccuracy(run.params)];
    return [name, lr, test, train, run.losses.at(-1)!, label!, constant!] as const;
  }),
);
display(
  table({
    title: {
      zh: '训练集都全对，测试集分两家',
      en: 'All fit the training set; the test set parts them',
    },
    columns: [
      { label: { zh: '方法', en: 'method' } },
      { label: 'η' },
      { label: { zh: '测试准确率', en: 'test accuracy' } },
      { label: { zh: '训练准确率', en: 'training accuracy' } },
      { label: { zh: '训练损失', en: 'training loss' }, digits: 2 },
      { label: { zh: '标签的权重', en: 'weight of the label' } },
      { label: { zh: '恒 1 的权重', en: 'weight of a constant' } },
    ],
    rows,
  }),
);
check.that(
  rows.every(([, , , train, loss]) => train === 1 && loss < 1e-6),
  { zh: '每一行都把训练集学到全对', en: 'every line has the whole training set right' },
);
check.that(
  rows.every(([name, , test]) => test === (name.startsWith('Ada') ? 0.5 : 1)),
  {
    zh: '测试：SGD、Momentum 全对，AdaGrad、Adam 对一半',
    en: 'test: SGD, Momentum all right; AdaGrad, Adam half',
  },
);
const near = (value: number, expected: number) => Math.abs(value - expected) < 0.006;
check.that(
  rows.every(([name, , , , , label, constant]) =>
    name.startsWith('Ada')
      ? near(label, 0.25) && near(constant, 0.25)
      : near(label, 0.86) && near(constant, 0.05),
  ),
  {
    zh: '权重：SGD、Momentum 是 0.86 与 0.05，AdaGrad、Adam 都是 0.25',
    en: 'weights: SGD, Momentum 0.86 and 0.05; AdaGrad, Adam 0.25 for both',
  },
);
check.that(
  once.every((w) => near(w, 0.25)),
  {
    zh: 'AdaGrad、Adam：只见过一次的特征，绝对值也是 0.25',
    en: 'AdaGrad, Adam: features seen once, 0.25 in absolute value as well',
  },
  { least: Math.min(...once), greatest: Math.max(...once) },
);
