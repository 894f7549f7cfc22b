import { AdaGrad, RMSProp } from 'optim';
import { cliff, minimize, type Run } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 各用走得到的 η。看 x 方向的分母，和每单位梯度走多远。
// en: Each with an η that arrives. What divides the gradient along x, and how far one unit of it goes.
const alpha = slider('α', { min: 0.5, max: 0.99, value: 0.9, step: 0.01 });
const [fast, slow] = [0.03, 1];
const rms = minimize(cliff, (params) => new RMSProp(params, { lr: fast, alpha }), {
  steps: 300,
  record: { root: (optimizer) => Math.sqrt(optimizer.v[0]!.data[0]!) },
});
const ada = minimize(cliff, (params) => new AdaGrad(params, { lr: slow }), {
  steps: 300,
  record: { root: (optimizer) => Math.sqrt(optimizer.G[0]!.data[0]!) },
});
const roots = (run: Run) => run.state.root!.slice(1);
const figure = (zh: string, en: string, label: string, y: (root: number, lr: number) => number) =>
  lines({
    title: { zh, en },
    series: [
      { label: 'RMSProp', optimizer: 'RMSProp', y: roots(rms).map((root) => y(root, fast)) },
      { label: 'AdaGrad', optimizer: 'AdaGrad', y: roots(ada).map((root) => y(root, slow)) },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label, log: true },
  });
display(
  figure(
    '分母：下了陡壁，√v 跟着降',
    'The denominator: past the wall, √v comes down',
    '√v, √G',
    (root) => root,
  ),
  figure(
    '步长：RMSProp 又大起来',
    'Step size: RMSProp’s grows again',
    'η/√v, η/√G',
    (root, lr) => lr / root,
  ),
);
const size = (run: Run, lr: number) => roots(run).map((root) => lr / root);
const [grown, stuck] = [size(rms, fast), size(ada, slow)];
check.that(
  grown[200]! > 10 * grown[10]!,
  {
    zh: 'RMSProp：步长升到陡壁上的 10 倍以上',
    en: 'RMSProp: over 10 times the step size on the wall',
  },
  { wall: grown[10]!, slope: grown[200]! },
);
check.that(
  stuck.every((value, t) => t === 0 || value <= stuck[t - 1]!),
  { zh: 'AdaGrad：只降不升', en: 'AdaGrad: down, never up' },
  { wall: stuck[10]!, slope: stuck[200]! },
);
