import { digitsNetwork } from 'problems';
import { check, data, display, table } from 'notebook';

// zh: 一张图，一个隐藏层，照公式写一遍，再与库里的梯度比较。
// en: One picture, one hidden layer, written as in the equations, then compared with the library.
const digits = await data('digits');
const [pixels, hidden, label] = [196, 8, digits.train.labels[0]!];
const x = digits.train.inputs.subarray(0, pixels);
const problem = digitsNetwork({ digits, hidden, samples: 1, precision: 'float64' });
const params = problem.start();
const [W1, b1, W2, b2] = params.map(({ data }) => data) as Float64Array[];

function forward() {
  const a = b1!.map((b, j) => {
    let s = b; // (1)
    for (let i = 0; i < pixels; i++) s += W1![j * pixels + i]! * x[i]!;
    return Math.max(0, s);
  });
  const z = b2!.map((b, k) => a.reduce((sum, each, j) => sum + W2![k * hidden + j]! * each, b)); // (2)
  const largest = Math.max(...z);
  const exps = z.map((each) => Math.exp(each - largest));
  const p = exps.map((each) => each / exps.reduce((sum, e) => sum + e, 0)); // (3)
  return { a, p, loss: -Math.log(p[label]!) }; // (4)
}
const { a, p } = forward();
const delta2 = p.map((each, k) => each - (k === label ? 1 : 0)); // (5)
const delta1 = a.map((each, j) => {
  let sum = 0; // (7)
  for (const [k, d] of delta2.entries()) sum += W2![k * hidden + j]! * d;
  return each > 0 ? sum : 0;
});
const gradient = [
  W1!.map((_, at) => delta1[Math.floor(at / pixels)]! * x[at % pixels]!), // (8)
  delta1, // (8)
  W2!.map((_, at) => delta2[Math.floor(at / hidden)]! * a[at % hidden]!), // (6)
  delta2, // (6)
];

const library = problem.start();
problem.gradient(params, library, 1);
// zh: 把一个权重左右各挪 1e-5，损失的差商就是它的斜率。
// en: Move one weight by 1e-5 either way: the difference of the losses tells its slope.
function slope(values: Float64Array, at: number): number {
  const kept = values[at]!;
  const [up, down] = [1e-5, -1e-5].map((h) => {
    values[at] = kept + h;
    return forward().loss;
  });
  values[at] = kept;
  return (up! - down!) / 2e-5;
}
const inked = x.findIndex((ink) => ink > 0.5);
const live = a.findIndex((each) => each > 0);
const rows = [
  { name: 'W₁', values: W1!, l: 0, at: live * pixels + inked },
  { name: 'b₁', values: b1!, l: 1, at: live },
  { name: 'W₂', values: W2!, l: 2, at: live },
  { name: 'b₂', values: b2!, l: 3, at: 0 },
].map(({ name, values, l, at }) => [name, gradient[l]![at]!, slope(values, at)] as const);
display(
  table({
    title: { zh: '四个参数的斜率', en: 'The slopes of four parameters' },
    columns: [
      { label: { zh: '取自', en: 'one of' } },
      { label: { zh: '反向传播', en: 'back-propagation' }, digits: 7 },
      { label: { zh: '差商', en: 'difference quotient' }, digits: 7 },
    ],
    rows: rows.map((row) => [...row]),
  }),
);
const gap = Math.max(
  ...gradient.flatMap((mine, l) => [...mine].map((g, i) => Math.abs(g - library[l]!.data[i]!))),
);
check.that(gap < 1e-12, {
  zh: `与库里的 ${gradient.flatMap((g) => [...g]).length.toLocaleString('en')} 个斜率逐一相同，差不到 1e−12`,
  en: `all ${gradient.flatMap((g) => [...g]).length.toLocaleString('en')} slopes agree with the library’s within 1e−12`,
});
check.that(
  rows.every(([, mine, quotient]) => mine !== 0 && Math.abs(mine - quotient) < 1e-8),
  {
    zh: '与差商相同，差不到 1e−8',
    en: 'and with the difference quotients within 1e−8',
  },
);
