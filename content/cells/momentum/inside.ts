import { Momentum, SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines } from 'notebook';

const lr = 2 / (1.96 + 98);
const steps = 40;
// zh: 每一步记下沿谷底（x）和横穿峡谷（y）的步子，也就是 η m 的两个分量。
// en: Record each step along the valley (x) and across it (y): the two components of η m.
const sgd = minimize(ravine, (params) => new SGD(params, { lr }), { steps });
const momentum = minimize(ravine, (params) => new Momentum(params, { lr, momentum: 0.65 }), {
  steps,
  record: {
    x: ({ m }) => m[0]?.data[0] ?? NaN,
    y: ({ m }) => m[0]?.data[1] ?? NaN,
  },
});
const differences = (values: number[]) =>
  values.slice(1).map((value, t) => (values[t] ?? NaN) - value);
const of = (axis: 'x' | 'y') => ({
  sgd: differences(sgd.path?.[axis] ?? []),
  momentum: (momentum.state[axis] ?? []).slice(1).map((m) => lr * m),
});
const [x, y] = [of('x'), of('y')];
const figure = (title: { zh: string; en: string }, { sgd, momentum }: typeof x) =>
  lines({
    title,
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '步子 η m', en: 'step η m' } },
    series: [
      { label: 'SGD (η g)', optimizer: 'SGD', x: sgd.map((_, t) => t + 1), y: sgd },
      { label: 'Momentum', optimizer: 'Momentum', x: sgd.map((_, t) => t + 1), y: momentum },
    ],
    rules: [{ y: 0 }],
  });
display(
  figure({ zh: '沿谷底：动量把小步子攒成大步子', en: 'Along the valley: small steps build up' }, x),
  figure(
    { zh: '横穿峡谷：来回的步子很快消失', en: 'Across the valley: the back and forth dies out' },
    y,
  ),
);
const largest = (values: number[]) => Math.max(...values.map(Math.abs));
check.that(
  largest(x.momentum) > 2 * largest(x.sgd),
  {
    zh: '沿谷底，动量最大的一步超过 SGD 最大一步的两倍',
    en: 'along the valley its largest step is over twice SGD’s',
  },
  { Momentum: largest(x.momentum), SGD: largest(x.sgd) },
);
check.that(
  largest(y.momentum.slice(20)) < 0.05 * largest(y.sgd.slice(20)),
  {
    zh: '20 步之后，横向的步子不到 SGD 的 5%',
    en: 'after 20 steps its steps across are below 5% of SGD’s',
  },
  { Momentum: largest(y.momentum.slice(20)), SGD: largest(y.sgd.slice(20)) },
);
