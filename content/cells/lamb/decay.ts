import { LAMB, type Tensor } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 没有坡度，梯度全是噪声：只看权重的范数往哪里去。
// en: No slope at all, gradients of pure noise: where does the norm of the weights go?
const flat = quadratic({ eigenvalues: Array.from({ length: 100 }, () => 0) });
const noise = noisy(flat, { sigma: 1, seed: 1 });
const norms = (options: object) =>
  minimize(noise, (params) => new LAMB(params, { lr: 0.02, ...options }), {
    steps: 3000,
    every: 50,
    record: { norm: (_: LAMB, params: readonly Tensor[]) => Math.hypot(...params[0]!.data) },
  }).state.norm ?? [];
const curves = {
  'λ = 0': norms({ weightDecay: 0 }),
  'λ = 0.01': norms({ weightDecay: 0.01 }),
  'λ = 0.1': norms({ weightDecay: 0.1 }),
  'λ = 0.1, outside': norms({ weightDecay: 0.1, decoupledDecay: true }),
  'λ = 0.3, outside': norms({ weightDecay: 0.3, decoupledDecay: true }),
};
display(
  lines({
    title: { zh: '权重的范数，梯度全是噪声', en: 'The norm of the weights under pure noise' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '‖θ‖', log: true },
    series: Object.entries(curves).map(([label, y], k) => ({
      label: { zh: label.replace(', outside', '，在范数之外'), en: label },
      x: y.map((_, t) => 50 * t),
      y,
      dash: k > 2,
    })),
  }),
);
// zh: 后一半的平均。
// en: The mean over the second half.
const mean = (y: number[]) => y.slice(30).reduce((sum, norm) => sum + norm, 0) / y.slice(30).length;
const [none, small, large, grows, vanishes] = Object.values(curves);
check.that(
  none!.at(-1)! > 1e4 * none![0]!,
  {
    zh: '没有衰减：范数指数增长，从 10 到',
    en: 'without decay the norm grows exponentially, from 10 to',
  },
  { norm: none!.at(-1)! },
);
check.that(
  Math.abs(mean(small!) / mean(large!) - 10) < 1,
  {
    zh: '衰减在范数之内：两个 λ 各停在一处，范数与 λ 成反比',
    en: 'decay inside the norm: each λ finds its place, in inverse proportion to λ',
  },
  { 'λ = 0.01': mean(small!), 'λ = 0.1': mean(large!) },
);
check.that(
  grows!.at(-1)! > 1000 && vanishes!.at(-1)! < 0.1,
  {
    zh: '衰减在范数之外：不是越来越大，就是趋于 0',
    en: 'decay outside: it grows without end, or goes to 0',
  },
  { 'λ = 0.1': grows!.at(-1)!, 'λ = 0.3': vanishes!.at(-1)! },
);
