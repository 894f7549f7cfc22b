import { Momentum, NAG, SGD, type Optimizer, type Tensor } from 'optim';
import { heavyBallCycle, minimize } from 'problems';
import { check, display, lines, lossCurve } from 'notebook';

// zh: 斜率：x < 1 时 25x，1 到 2 之间 x + 24，之后 25x − 24。曲率处处在 1 和 25 之间，κ = 25。
// en: Its slope is 25x below 1, x + 24 up to 2, 25x − 24 above. The curvature lies between 1 and 25: κ = 25.
const steps = 300;
const run = (make: (params: Tensor[]) => Optimizer) =>
  minimize(heavyBallCycle, make, {
    steps,
    record: { x: (_, params) => params[0]?.data[0] ?? NaN },
  });
// zh: 每个方法用它自己的教科书参数。
// en: Each method with the values its own textbook gives.
const runs = {
  Momentum: run((params) => new Momentum(params, { lr: 1 / 9, momentum: 4 / 9 })),
  NAG: run((params) => new NAG(params, { lr: 1 / 25, momentum: 2 / 3 })),
  SGD: run((params) => new SGD(params, { lr: 2 / 26 })),
};
const smaller = run((params) => new Momentum(params, { lr: 0.1, momentum: 4 / 9 }));
const x = runs.Momentum.state.x ?? [];
display(
  lines({
    title: {
      zh: '重球法：三个点之间永远循环',
      en: 'The heavy ball, for ever between three points',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: 'x（最低点在 0）', en: 'x (the minimum is at 0)' } },
    series: [
      {
        label: 'Momentum',
        optimizer: 'Momentum',
        among: [1, 2],
        y: x.slice(0, 40),
        points: true,
      },
    ],
    rules: [{ y: 0 }],
  }),
  lossCurve(
    { 'Momentum, η = 0.1': smaller, ...runs },
    {
      title: { zh: '一个循环，三个收敛', en: 'One cycles, three converge' },
      y: { domain: [1e-30, 1e3] },
    },
  ),
);
const end = x.slice(-6);
const period = Math.max(...[0, 1, 2].map((k) => Math.abs((end[k] ?? NaN) - (end[k + 3] ?? NaN))));
check.that(
  period < 1e-9 && Math.min(...end.map(Math.abs)) > 0.6,
  {
    zh: '走到第 300 步，每三步回到原处，三个点离最低点都在 0.6 以上',
    en: 'by step 300 it returns every three steps, to points all more than 0.6 from the minimum',
  },
  { a: end[3] ?? NaN, b: end[4] ?? NaN, c: end[5] ?? NaN },
);
check.converges(runs.NAG, { below: 1e-12 });
check.converges(runs.SGD, { below: 1e-12 });
check.converges(smaller, { below: 1e-12, label: 'η = 0.1' });
