import { Adam, AdamW, inverseRoot } from 'optim';
import { minimize, surface } from 'problems';
import { check, display, lines, slider, trajectory } from 'notebook';

const lambda = slider('λ', { min: 0.1, max: 4, value: 1, log: true });
// zh: 没有噪声的圆碗，最低点 (3, 0.5)。β₂ = 0.99，学习率按 1/√t 下降，好让两者都停下来。
// en: A round bowl without noise, minimum (3, 0.5). β₂ = 0.99 and a rate falling as 1/√t, so that both come to rest.
const bowl = surface({
  name: 'bowl',
  title: { zh: '圆碗', en: 'A round bowl' },
  f: (x, y) => ((x - 3) ** 2 + (y - 0.5) ** 2) / 2,
  gradient: (x, y) => [x - 3, y - 0.5],
  start: [-1, -0.8],
  x: [-1.5, 3.5],
  y: [-1, 1.5],
  minima: [[3, 0.5]],
});
const run = (Method: typeof Adam | typeof AdamW, weightDecay: number) =>
  minimize(bowl, (params) => new Method(params, { lr: 0.1, beta2: 0.99, weightDecay }), {
    steps: 2000,
    every: 4,
    schedule: inverseRoot(0.1, { scale: 100 }),
  });
const ends = (Method: typeof Adam | typeof AdamW) =>
  lambdas.map((weightDecay) => run(Method, weightDecay).path!.x.at(-1)!);
const lambdas = Array.from({ length: 13 }, (_, k) => 0.25 * 2 ** (k / 3));
const [l2, decoupled] = [run(Adam, lambda), run(AdamW, lambda)];
display(
  trajectory(
    bowl,
    { 'Adam + L2': l2, AdamW: decoupled },
    {
      title: { zh: '没有噪声时，两者停在哪里', en: 'Without noise: where the two come to rest' },
    },
  ),
  lines({
    title: { zh: '停下来的 x', en: 'The x where they rest' },
    series: [
      { label: 'AdamW', optimizer: 'AdamW', x: lambdas, y: ends(AdamW), points: true },
      { label: 'Adam + L2', optimizer: 'Adam', x: lambdas, y: ends(Adam), points: true },
      { label: 'min(3, 1/λ)', x: lambdas, y: lambdas.map((l) => Math.min(3, 1 / l)), dash: true },
    ],
    x: { label: 'λ', log: true },
    y: { label: 'x', domain: [0, 3.2] },
  }),
);
const end = ({ path }: typeof l2) => [path!.x.at(-1)!, path!.y.at(-1)!] as const;
const [[x1, y1], [x2, y2]] = [end(l2), end(decoupled)];
check.that(
  Math.hypot(x1 - 3 / (1 + lambda), y1 - 0.5 / (1 + lambda)) < 0.02,
  { zh: 'Adam + L2：(3, 0.5)/(1 + λ)', en: 'Adam + L2: (3, 0.5)/(1 + λ)' },
  { x: x1, y: y1 },
);
check.that(
  Math.hypot(x2 - Math.min(3, 1 / lambda), y2 - Math.min(0.5, 1 / lambda)) < 0.2,
  {
    zh: 'AdamW：|θ| ≤ 1/λ 之内离最低点最近的点',
    en: 'AdamW: the nearest to the minimum with |θ| ≤ 1/λ',
  },
  { x: x2, y: y2 },
);
