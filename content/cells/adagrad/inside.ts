import { AdaGrad, type Tensor } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 这次用全部 1,000 个样本算梯度，没有噪声。出现次数是三十分之一，梯度也就是三十分之一。
// en: All 1,000 samples in every gradient, no noise. A feature 30 times rarer has a gradient 30 times smaller.
const lr = slider('η', { min: 0.01, max: 1, value: 0.1, log: true });
const animals = dogsAndCats();
const { features, solution } = animals;
const each = <T>(make: (j: number) => T) => features.map((_, j) => make(j));
const run = minimize(animals, (params) => new AdaGrad(params, { lr }), {
  steps: 200,
  record: Object.fromEntries([
    ...each((j) => [`G${j}`, (optimizer: AdaGrad) => Math.sqrt(optimizer.G[0]!.data[j]!)]),
    ...each((j) => [`w${j}`, (_: AdaGrad, [w]: readonly Tensor[]) => w!.data[j]! / solution[j]!]),
  ]),
});
const root = (j: number) => run.state[`G${j}`]!;
const x = { label: { zh: '步数', en: 'step' } };
display(
  lines({
    title: { zh: '√G：各记各的账', en: '√G: each weight keeps its own account' },
    series: each((j) => ({ label: features[j]!, y: root(j) })),
    x,
    y: { label: '√G', log: true },
  }),
  lines({
    title: { zh: '步长 η/√G：只降不升', en: 'Step sizes η/√G: down, never up' },
    series: each((j) => ({
      label: features[j]!,
      x: root(j)
        .slice(1)
        .map((_, t) => t + 1),
      y: root(j)
        .slice(1)
        .map((G) => lr / G),
    })),
    x,
    y: { label: 'η/√G', log: true },
  }),
  lines({
    title: { zh: 'θ/θ*：四个权重走得一模一样', en: 'θ/θ*: all four weights walk as one' },
    series: each((j) => ({ label: features[j]!, y: run.state[`w${j}`]!, dash: j > 0 })),
    x,
    y: { label: 'θ/θ*' },
    rules: [{ y: 1 }],
  }),
);
check.that(each((j) => root(j).every((G, t) => t === 0 || G >= root(j)[t - 1]!)).every(Boolean), {
  zh: '√G 从不变小',
  en: '√G never falls',
});
check.close(root(0).at(-1)! / root(3).at(-1)!, 30, {
  relative: 1e-6,
  label: { zh: '√G 之比就是频率之比：', en: 'the ratio of √G is that of the frequencies:' },
});
const gap = Math.max(...run.state.w0!.map((w, t) => Math.abs(w - run.state.w3![t]!)));
check.that(
  gap < 1e-6,
  { zh: '最常见与最少见的权重，路径相同', en: 'the commonest and the rarest weight: one path' },
  { gap },
);
