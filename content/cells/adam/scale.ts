import { Adam } from 'optim';
import { minimize, rosenbrock, surface } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 把整个损失乘上 s，学习率不动，看 500 步之后走到了哪里（损失再除回 s）。
// en: Multiply the whole loss by s, keep the learning rate, and see where 500 steps lead (loss divided by s again).
const scales = Array.from({ length: 19 }, (_, k) => 10 ** (k - 14));
const valley = (s: number) =>
  surface({
    name: 'scaled',
    title: 'scaled',
    f: (x, y) => s * ((1 - x) ** 2 + 100 * (y - x * x) ** 2),
    gradient: (x, y) => [s * (-2 * (1 - x) - 400 * x * (y - x * x)), s * 200 * (y - x * x)],
    start: [-1.2, 1],
    x: [-2, 2],
    y: [-1, 3],
  });
const after = (eps: number) =>
  scales.map((s) => {
    const run = minimize(valley(s), (params) => new Adam(params, { lr: 0.5, eps }), { steps: 500 });
    return (run.losses.at(-1) ?? NaN) / s;
  });
const [usual, large, none] = [after(1e-8), after(1e-4), after(0)];
display(
  lines({
    title: {
      zh: 'Adam 不看损失的单位，直到 ε 开口',
      en: 'Adam ignores the unit of the loss, until ε speaks up',
    },
    x: { label: { zh: '损失乘上 s', en: 'loss multiplied by s' }, log: true },
    y: { label: { zh: '500 步之后的损失 / s', en: 'loss / s after 500 steps' }, log: true },
    series: [
      { label: 'ε = 1e−8', x: scales, y: usual, points: true },
      { label: 'ε = 1e−4', x: scales, y: large, points: true, dash: true },
      { label: 'ε = 0', x: scales, y: none },
    ],
  }),
);
const at = (values: number[], power: number) => values[power + 14] ?? NaN;
const start = rosenbrock.loss(rosenbrock.start());
check.that(
  Math.max(...none) < 1.01 * Math.min(...none),
  { zh: 'ε = 0：18 个数量级，结果一样', en: 'ε = 0: the same over 18 orders of magnitude' },
  { loss: none[0] ?? NaN },
);
check.that(
  at(usual, -12) > 1e4 * at(usual, 0),
  { zh: 'ε = 1e−8，s = 1e−12：差了万倍以上', en: 'ε = 1e−8 at s = 1e−12: over 10,000 times worse' },
  { 's = 1': at(usual, 0), 's = 1e−12': at(usual, -12), start },
);
check.close(at(large, -8), at(usual, -12), {
  relative: 1e-3,
  label: { zh: '只有 s 与 ε 之比要紧：', en: 'only the ratio of s and ε counts:' },
});
