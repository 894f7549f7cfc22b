import { Momentum, SGD, SGDW } from 'optim';
import { linearRegression, minimize } from 'problems';
import { check, display, lines, slider, trajectory } from 'notebook';

const mu = slider('μ', { min: 0, max: 0.95, value: 0.9, step: 0.05 });
// zh: 含噪的回归，全部样本算梯度。L2 把 λθ 加进梯度，SGDW 直接缩小权重。
// en: A noisy regression with full gradients. L2 adds λθ to the gradient, SGDW shrinks the weights.
const problem = linearRegression();
const [lr, lambda, steps] = [0.02, 0.2, 1500];
const run = (make: Parameters<typeof minimize>[1]) => minimize(problem, make, { steps, every: 5 });
const runs = {
  'Momentum + L2': run((p) => new Momentum(p, { lr, momentum: mu, weightDecay: lambda })),
  'SGDW, λ/(1 − μ)': run((p) => new SGDW(p, { lr, momentum: mu, weightDecay: lambda / (1 - mu) })),
  'SGDW, λ': run((p) => new SGDW(p, { lr, momentum: mu, weightDecay: lambda })),
};
const [l2, converted, copied] = Object.values(runs);
const apart = (a: typeof l2, b: typeof l2) =>
  a!.path!.x.map((x, t) => Math.hypot(x - b!.path!.x[t]!, a!.path!.y[t]! - b!.path!.y[t]!));
const gap = apart(l2, converted);
display(
  trajectory(problem, runs, {
    title: { zh: '换算过的 SGDW 停在同一点', en: 'SGDW, converted, rests at the same point' },
  }),
  lines({
    title: {
      zh: '换算之后，前 300 步两条路相距多远',
      en: 'Converted: how far apart the paths are, first 300 steps',
    },
    series: [
      {
        label: { zh: '距离', en: 'distance' },
        x: gap.slice(0, 61).map((_, k) => 5 * k),
        y: gap.slice(0, 61),
      },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '距离', en: 'distance' } },
  }),
);
// zh: 没有动量，L2 与衰减是同一件事，λ 也一样。
// en: Without momentum, L2 and decay are the same thing with the same λ.
const plain = run((p) => new SGD(p, { lr, weightDecay: lambda }));
const shrunk = run((p) => new SGDW(p, { lr, momentum: 0, weightDecay: lambda }));
check.that(
  Math.max(...apart(plain, shrunk)) < 1e-14,
  { zh: 'μ = 0：1,500 步全都重合', en: 'μ = 0: one path for all 1,500 steps' },
  { distance: Math.max(...apart(plain, shrunk)) },
);
check.that(
  gap.at(-1)! < 1e-6,
  { zh: '有动量：换算之后停在同一点', en: 'with momentum: converted, it rests at the same point' },
  { largest: Math.max(...gap), last: gap.at(-1)!, x: l2!.path!.x.at(-1)!, y: l2!.path!.y.at(-1)! },
);
if (mu > 0.5) {
  check.that(
    apart(l2, copied).at(-1)! > 0.1,
    { zh: '有动量：照搬 λ，停在别处', en: 'with momentum: λ unchanged, it rests elsewhere' },
    { x: copied!.path!.x.at(-1)!, y: copied!.path!.y.at(-1)! },
  );
}
