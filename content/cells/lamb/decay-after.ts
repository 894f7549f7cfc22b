import { LAMB, type LAMBOptions, type Tensor, type Values } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 错误：信任比只看 Adam 的方向，衰减在缩放之后才加上。
// en: Wrong: the ratio sees Adam's direction only; the decay is added after the scaling.
class After extends LAMB {
  protected override update(w: Values, g: Values, options: LAMBOptions, k: number): void {
    const before = Float64Array.from(w);
    super.update(w, g, { ...options, weightDecay: 0 }, k);
    for (let i = 0; i < w.length; i++) w[i]! -= options.lr * options.weightDecay * before[i]!;
  }
}
const [network, lr, weightDecay] = [rescaledNetwork(), 0.01, 1];
function descend(make: (params: Tensor[]) => LAMB) {
  let before = Float64Array.from(network.start()[1]!.data);
  const run = minimize(network, make, {
    steps: 100,
    record: {
      moved: (_: LAMB, params: readonly Tensor[]) => {
        const now = Float64Array.from(params[1]!.data);
        const part = Math.hypot(...now.map((x, i) => x - before[i]!)) / Math.hypot(...before);
        before = now;
        return part;
      },
      norm: (_: LAMB, params: readonly Tensor[]) => Math.hypot(...params[1]!.data),
    },
  });
  return { moved: (run.state.moved ?? []).slice(1), norm: run.state.norm ?? [] };
}
const inside = descend((params) => new LAMB(params, { lr, weightDecay }));
const after = descend((params) => new After(params, { lr, weightDecay }));
display(
  lines({
    title: {
      zh: '第二层每步移动的比例，η = 0.01，λ = 1',
      en: 'The part of itself by which layer 2 moves, η = 0.01, λ = 1',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '‖Δθ‖ / ‖θ‖', domain: [0, 0.02] },
    series: [
      { label: { zh: '范数之内', en: 'inside the norm' }, y: inside.moved },
      { label: { zh: '范数之后', en: 'after the norm' }, y: after.moved },
    ],
  }),
);
check.that(
  inside.moved.every((part) => Math.abs(part / lr - 1) < 1e-9),
  { zh: '之内：每一步恰好是 η', en: 'inside: every step is exactly η' },
);
check.that(
  Math.max(...after.moved) > 1.2 * lr,
  { zh: '之后：最大的一步', en: 'after: the largest step' },
  { part: Math.max(...after.moved) },
);
check.that(
  inside.norm.at(-1)! > 1.5 * after.norm.at(-1)!,
  {
    zh: '100 步后第二层的范数：之内，之后',
    en: 'the norm of layer 2 after 100 steps: inside, after',
  },
  { inside: inside.norm.at(-1)!, after: after.norm.at(-1)! },
);
