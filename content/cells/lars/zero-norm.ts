import { LARS, type Tensor } from 'optim';
import { Network, minimize, training } from 'problems';
import { check, display, lines, lossCurve } from 'notebook';

// zh: 一个带偏置的小网络；偏置从 0 开始，范数就是 0。
// en: A small network with biases. They start at 0, so their norm is 0.
const layer = (units: number, activation: 'tanh' | 'linear') => ({ units, activation });
const network = new Network({ inputs: 1, layers: [layer(12, 'tanh'), layer(1, 'linear')] });
const inputs = Array.from({ length: 40 }, (_, i) => i / 20 - 0.5);
const problem = training({
  name: 'sine',
  title: 'sin 3x',
  network,
  inputs,
  targets: inputs.map((x) => Math.sin(3 * x)),
  loss: 'squares',
  initial: network.initial(7),
});
const lr = 20;
const run = (make: (params: Tensor[]) => LARS) =>
  minimize(problem, make, {
    steps: 200,
    record: Object.fromEntries(
      [0, 1, 2, 3].map((k) => [`${k}`, (o: LARS) => o.trustRatio[k]?.data[0] ?? NaN]),
    ),
  });
// zh: 分成两组：权重用信任比，偏置不用，并且有自己的学习率。
// en: Two groups: weights with the ratio, biases without it and with a rate of their own.
const groups = ([w1, b1, w2, b2]: Tensor[], bias: object) =>
  new LARS([{ params: [w1!, w2!] }, { params: [b1!, b2!], alwaysAdapt: false, ...bias }], { lr });
const all = run((params) => new LARS(params, { lr }));
const inherited = run((params) => groups(params, {}));
const own = run((params) => groups(params, { lr: 0.1 }));
display(
  lines({
    title: {
      zh: '所有张量都用信任比：前 20 步',
      en: 'The ratio for every tensor: the first 20 steps',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'r', log: true },
    series: ['W₁', 'b₁', 'W₂', 'b₂'].map((label, k) => ({
      label,
      x: Array.from({ length: 20 }, (_, t) => t + 1),
      y: (all.state[`${k}`] ?? []).slice(1, 21),
      dash: k % 2 === 1,
    })),
  }),
  lossCurve(
    { LARS: all, 'b: η = 20': inherited, 'b: η = 0.1': own },
    { title: { zh: '偏置的三种处理', en: 'Three ways with biases' }, y: { domain: [1e-3, 1e3] } },
  ),
);
const ratio = (k: number, t: number) => all.state[`${k}`]?.[t] ?? NaN;
check.that(
  ratio(1, 1) === 1 && ratio(3, 1) === 1 && ratio(0, 1) < 0.05 && ratio(2, 1) < 0.05,
  { zh: '第 1 步：偏置的 r = 1，权重的', en: 'step 1: r = 1 for the biases, and for the weights' },
  { 'W₁': ratio(0, 1), 'W₂': ratio(2, 1) },
);
check.that(
  (all.losses[1] ?? NaN) > 10 * (all.losses[0] ?? NaN),
  { zh: '这一步使损失从', en: 'this one step takes the loss' },
  { from: all.losses[0] ?? NaN, to: all.losses[1] ?? NaN },
);
check.diverges(inherited, { label: 'b: η = 20' });
check.converges(own, { below: 0.05, label: 'b: η = 0.1' });
