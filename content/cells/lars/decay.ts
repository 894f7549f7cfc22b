import { LARS, type LARSOptions, type Tensor, type Values } from 'optim';
import { minimize, surface } from 'problems';
import { check, display, lines } from 'notebook';

const norm = (values: Values) => Math.hypot(...values);
// zh: 另一种分母：先把 λθ 加进梯度，再取范数。
// en: Another denominator: add λθ to the gradient first, then take the norm.
class NormOfSum extends LARS {
  protected override update(w: Values, g: Values, o: LARSOptions): void {
    const decayed = g.map((x, i) => x + o.weightDecay * w[i]!);
    const r = (o.trustCoefficient * norm(w)) / norm(decayed);
    for (let i = 0; i < w.length; i++) w[i]! -= o.lr * r * decayed[i]!;
  }
}
const bowl = surface({
  name: 'bowl',
  title: { zh: '最低点在 (3, 1) 的碗', en: 'A bowl whose minimum is (3, 1)' },
  f: (x, y) => ((x - 3) ** 2 + 4 * (y - 1) ** 2) / 2,
  gradient: (x, y) => [x - 3, 4 * (y - 1)],
  start: [1, 2],
  x: [0, 4],
  y: [0, 3],
});
const options = { lr: 1, trustCoefficient: 0.05, momentum: 0 };
const descend = (make: (params: Tensor[]) => LARS) => minimize(bowl, make, { steps: 100 });
const runs = {
  'λ = 0': descend((params) => new LARS(params, options)),
  '‖g + λθ‖, λ = 0.1': descend((params) => new NormOfSum(params, { ...options, weightDecay: 0.1 })),
  '‖g‖ + λ‖θ‖, λ = 0.1': descend((params) => new LARS(params, { ...options, weightDecay: 0.1 })),
};
const lengths = Object.values(runs).map(({ path }) =>
  path!.x.slice(1).map((x, t) => Math.hypot(x - path!.x[t]!, path!.y[t + 1]! - path!.y[t]!)),
);
display(
  lines({
    title: { zh: '每一步的长度', en: 'The length of each step' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '‖Δθ‖', log: true, domain: [1e-10, 1] },
    series: Object.keys(runs).map((label, k) => ({
      label,
      x: lengths[k]!.map((_, t) => t + 1),
      y: lengths[k]!,
    })),
  }),
);
const last = lengths.map((each) => each.at(-1)!);
check.that(
  last[0]! > 0.1 && last[1]! > 0.1,
  {
    zh: '没有衰减，或先相加再取范数：步子永远不变小',
    en: 'without decay, or with the norm of the sum, steps never shrink',
  },
  { 'λ = 0': last[0]!, '‖g + λθ‖': last[1]! },
);
// zh: 带衰减的最低点：g + λθ = 0，即 x = 3 / 1.1，y = 4 / 4.1。
// en: The minimum with decay is where g + λθ = 0: x = 3 / 1.1, y = 4 / 4.1.
const { path } = runs['‖g‖ + λ‖θ‖, λ = 0.1'];
check.close(path!.x.at(-1)!, 3 / 1.1, {
  tolerance: 1e-9,
  label: { zh: '论文的分母，x：', en: 'the paper’s denominator, x:' },
});
check.close(path!.y.at(-1)!, 4 / 4.1, { tolerance: 1e-9, label: 'y:' });
