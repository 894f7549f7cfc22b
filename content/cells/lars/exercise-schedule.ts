// zh: 写出 `rate(t)`：批量放大 `k` 倍后的学习率。按线性缩放定高度，前 `ramp` 步从 `base` 线性升到那里，之后不变。
// en: Write `rate(t)`, the learning rate after a `k`-fold batch: scale linearly, rise from `base` to there in `ramp` steps, then stay.
import { Momentum } from 'optim';
import { minimize, Random, rescaledNetwork } from 'problems';
import { check, display, freshSeed, lines, lossCurve } from 'notebook';

function rate(t: number, base: number, k: number, ramp: number): number {
  // zh: 从 0 升起，而且不知道停。
  // en: It rises from 0, and does not know where to stop.
  return (k * base * t) / ramp;
}

const t = Array.from({ length: 60 }, (_, i) => i + 1);
display(
  lines({
    title: {
      zh: '你的学习率：base = 0.05，k = 4，ramp = 30',
      en: 'Your rate: base = 0.05, k = 4, ramp = 30',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'η', domain: [0, 0.25] },
    series: [{ label: 'η', x: t, y: t.map((i) => rate(i, 0.05, 4, 30)) }],
  }),
);
const random = new Random(freshSeed());
const ends: [number, number, number][] = [
  [0.05, 4, 30],
  [0.1, 8, 10],
  [0.02, 32, 500],
  [0.01 * (1 + random.integer(9)), 2 + random.integer(60), 2 * (5 + random.integer(200))],
];
for (const [base, k, ramp] of ends) {
  const label = `base = ${base}, k = ${k}, ramp = ${ramp}:`;
  check.close(rate(ramp, base, k, ramp), k * base, { relative: 1e-9, label });
  check.close(rate(ramp + 100, base, k, ramp), k * base, { relative: 1e-9, label });
  check.close(rate(ramp / 2, base, k, ramp), ((k + 1) / 2) * base, { relative: 1e-9, label });
}
const run = minimize(
  rescaledNetwork({ initialSeed: 2 }),
  (params) => new Momentum(params, { momentum: 0.9 }),
  { steps: 300, schedule: (i) => rate(i, 0.05, 4, 30) },
);
display(lossCurve(run, { title: { zh: '用它训练', en: 'Training with it' } }));
check.converges(run, { below: 0.05 });
