import { RMSProp, SGD } from 'optim';
import { minimize, sineNetwork } from 'problems';
import { check, display, lines, select } from 'notebook';

// zh: 37 个权重的 tanh 网络。ε = 1 时，分母几乎就是常数：学习率乘回这个常数，RMSProp 就是 SGD。
// en: A tanh network of 37 weights. With ε = 1 the denominator is all but constant.
// en: Multiply the rate by that constant, and RMSProp is SGD.
const eps = Number(select('ε', { options: ['1', '0.1', '0.01', '1e-8'], value: '1' }));
const net = sineNetwork();
const options = { steps: 2000, every: 10 };
const lr = 0.1;
const rmsprop = (epsInsideRoot: boolean) =>
  minimize(
    net,
    (params) =>
      new RMSProp(params, { lr: lr * (epsInsideRoot ? Math.sqrt(eps) : eps), eps, epsInsideRoot }),
    options,
  );
const runs = {
  '√v + ε': rmsprop(false),
  '√(v + ε)': rmsprop(true),
  'η = 0.001, ε = 1e−8': minimize(net, (params) => new RMSProp(params, { lr: 1e-3 }), options),
  'SGD, η = 0.1': minimize(net, (params) => new SGD(params, { lr }), options),
};
display(
  lines({
    title: { zh: 'ε 很大时，RMSProp 就是 SGD', en: 'With a large ε, RMSProp is SGD' },
    series: Object.entries(runs).map(([label, { name, losses }]) => ({
      label: { zh: label.replace(', ', '，'), en: label },
      optimizer: name,
      x: losses.map((_, k) => k * options.every),
      y: losses,
      dash: name === 'SGD',
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
  }),
);
const at = (name: keyof typeof runs) => runs[name].losses.at(-1)!;
check.that(
  Math.abs(at('√(v + ε)') / at('SGD, η = 0.1') - 1) < 0.1,
  { zh: 'ε = 1 在根号里：与 SGD 相差不到 10%', en: 'ε = 1 inside the root: within 10% of SGD' },
  { SGD: at('SGD, η = 0.1'), inside: at('√(v + ε)'), outside: at('√v + ε') },
);
check.that(
  at('η = 0.001, ε = 1e−8') < at('SGD, η = 0.1') / 3,
  {
    zh: 'ε = 1e−8 才是 RMSProp：损失不到三分之一',
    en: 'with ε = 1e−8 it is RMSProp: under a third of the loss',
  },
  { loss: at('η = 0.001, ε = 1e−8') },
);
