import { LAMB, type LAMBOptions, type Tensor, type Values } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines, slider } from 'notebook';

const upper = slider('γᵤ', { min: 5, max: 50, value: 10, step: 1 });
const lower = slider('γₗ', { min: 0.001, max: 0.1, value: 0.01, log: true });
// zh: 论文的 φ：信任比的分子不是 ‖θ‖，而是把它限制在 [γₗ, γᵤ] 之内。
// en: The paper's φ: above the line of the trust ratio stands not ‖θ‖ but ‖θ‖ kept within [γₗ, γᵤ].
class Clipped extends LAMB {
  protected override update(w: Values, g: Values, options: LAMBOptions, k: number): void {
    const before = Float64Array.from(w);
    super.update(w, g, options, k);
    const norm = Math.hypot(...before);
    const factor = Math.min(Math.max(norm, lower), upper) / norm;
    for (let i = 0; i < w.length; i++) w[i] = before[i]! + factor * (w[i]! - before[i]!);
  }
}
const size = 100;
const flat = quadratic({ eigenvalues: Array.from({ length: size }, () => 0) });
const noise = noisy(flat, { sigma: 1, seed: 1 });
function norms(make: (params: Tensor[]) => LAMB, norm: number): number[] {
  const run = minimize(noise, make, {
    steps: 3000,
    every: 50,
    start: Array.from({ length: size }, () => norm / Math.sqrt(size)),
    record: { norm: (_: LAMB, params: readonly Tensor[]) => Math.hypot(...params[0]!.data) },
  });
  return run.state.norm ?? [];
}
const options = { lr: 0.02, weightDecay: 0 };
const curves = [10, 1e-5].flatMap((start) => [
  {
    label: { zh: `从 ${start} 出发`, en: `from ${start}` },
    y: norms((w) => new LAMB(w, options), start),
  },
  {
    label: { zh: `从 ${start} 出发，φ`, en: `from ${start}, φ` },
    y: norms((w) => new Clipped(w, options), start),
    dash: true,
  },
]);
display(
  lines({
    title: {
      zh: '权重的范数，梯度全是噪声，λ = 0',
      en: 'The norm of the weights under pure noise, λ = 0',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '‖θ‖', log: true },
    series: curves.map((curve) => ({ ...curve, x: curve.y.map((_, t) => 50 * t) })),
  }),
);
const [free, clipped, tiny, lifted] = curves.map(({ y }) => y);
check.that(
  free!.at(-1)! > 1e5 && clipped!.at(-1)! < 10 * upper,
  {
    zh: '上限：3,000 步之后的范数，没有与有',
    en: 'the upper bound: the norm after 3,000 steps, without and with',
  },
  { without: free!.at(-1)!, with: clipped!.at(-1)! },
);
check.that(
  lifted![4]! > 10 * tiny![4]!,
  {
    zh: '下限：200 步之后，从 0.00001 出发的权重',
    en: 'the lower bound: weights from 0.00001, after 200 steps',
  },
  { without: tiny![4]!, with: lifted![4]! },
);
