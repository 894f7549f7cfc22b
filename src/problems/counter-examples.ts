import { tensor } from '../optim/tensor.ts';
import type { Tensor } from '../optim/tensor.ts';
import { drawn } from './batches.ts';
import { values } from './problem.ts';
import type { Problem } from './problem.ts';
import { squared } from './regression.ts';
import { type Data, linearModel } from './samples.ts';

export interface WorstCase extends Problem {
  /** No method that moves along the gradients it has seen gets below this with k of them. */
  lowerBound(k: number): number;
}

/**
 * Nesterov's worst function in the world for first-order methods, scaled to Lipschitz constant 4:
 * f(x) = ½ [x₁² + Σ (xᵢ − xᵢ₊₁)² + xₙ²] − x₁ from x = 0, minus its minimum −½ (1 − 1/(n + 1)).
 * A rate that fits is 1/4.
 *
 * Each gradient tells about one more coordinate only, so after k of them f is at least the minimum over the
 * first k: ½ (1/(k + 1) − 1/(n + 1)). At k = (n − 1)/2 that is just above the bound of the general theorem,
 * 3 · 4 ‖x₀ − x*‖² / (32 (k + 1)²). Nesterov 2004, section 2.1.2 and theorem 2.1.7.
 *
 * @throws RangeError when n is not a positive integer
 */
export function nesterovWorstCase({ n = 201 }: { n?: number } = {}): WorstCase {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new RangeError(`n: must be a whole number from 1 up, got ${n}`);
  }
  const minimum = (1 / (n + 1) - 1) / 2;
  return {
    name: 'nesterov-worst-case',
    title: { zh: 'Nesterov 最坏情形二次函数', en: "Nesterov's worst-case quadratic" },
    lowerBound: (k) => Math.max(1 / (k + 1) - 1 / (n + 1), 0) / 2,
    start: () => [tensor([n])],
    loss(params) {
      const x = values(params);
      let sum = x[0]! ** 2 + x[n - 1]! ** 2;
      for (let i = 0; i + 1 < n; i++) sum += (x[i]! - x[i + 1]!) ** 2;
      return sum / 2 - x[0]! - minimum;
    },
    gradient(params, into) {
      const x = values(params);
      const gradient = values(into);
      for (let i = 0; i < n; i++) {
        gradient[i] = 2 * x[i]! - (i > 0 ? x[i - 1]! : 1) - (i + 1 < n ? x[i + 1]! : 0);
      }
    },
  };
}

export interface GeneralisationCounterExample extends Problem {
  readonly data: Data;
  /** The share of training samples whose sign is predicted. */
  trainAccuracy(params: readonly Tensor[]): number;
  /** The same for samples never seen, half of them of either sign. */
  testAccuracy(params: readonly Tensor[]): number;
}

/**
 * Data on which adaptive methods fit and do not generalise: of each sample's features the first is its label, the
 * next two are always 1, and then come features of its own, one for a positive sample, five for a negative one,
 * that no other sample has. Least squares from w = 0. Wilson et al. 2017, section 3.3.
 *
 * @param options.samples how many training samples (default 20), of which the share `positive` (default 0.6) is +1
 * @throws RangeError when the positive samples are not in the majority, as the construction asks
 */
export function generalisationCounterExample({
  samples = 20,
  positive = 0.6,
}: { samples?: number; positive?: number } = {}): GeneralisationCounterExample {
  const positives = Math.round(samples * positive);
  if (!Number.isSafeInteger(samples) || samples < 3) {
    throw new RangeError(`samples: must be a whole number from 3 up, got ${samples}`);
  }
  if (!(positives > samples / 2 && positives < samples)) {
    throw new RangeError(`positive: must be a share above 0.5 and below 1, got ${positive}`);
  }
  const targets = Array.from({ length: samples }, (_, i) => (i < positives ? 1 : -1));
  const inputs = targets.map((label, i) => {
    const row = Array.from({ length: 3 + 5 * samples }, () => 0);
    const own = 3 + 5 * i;
    return row
      .fill(label, 0, 1)
      .fill(1, 1, 3)
      .fill(1, own, own + (label > 0 ? 1 : 5));
  });
  const sign = (x: readonly number[], params: readonly Tensor[]): number => {
    const w = values(params);
    return Math.sign(x.reduce((sum, value, j) => sum + value * w[j]!, 0));
  };
  return {
    ...linearModel({
      name: 'generalisation-counter-example',
      title: { zh: '泛化的反例', en: 'Generalisation counter-example' },
      data: { inputs, targets },
      cost: squared,
      batches: drawn(samples, {}),
    }),
    data: { inputs, targets },
    trainAccuracy: (params) =>
      inputs.filter((x, i) => sign(x, params) === targets[i]).length / samples,
    // The own features of a new sample have the weights they started with, 0.
    testAccuracy: (params) =>
      [1, -1].filter((label) => sign([label, 1, 1], params) === label).length / 2,
  };
}

/**
 * The online problem on which Adam goes the wrong way: the cost of step t is C x when t mod 3 = 1, else −x, for x
 * in [−1, 1]. The mean slope (C − 2) / 3 is positive, so −1 is best. The loss is the mean cost above that of −1.
 * After each update x is put back into [−1, 1]. Reddi, Kale & Kumar 2018, theorem 1.
 *
 * @throws RangeError when C is not above 2
 */
export function adamCounterExample({ c = 10 }: { c?: number } = {}): Problem {
  if (!(c > 2 && c < Infinity)) throw new RangeError(`c: must be finite and above 2, got ${c}`);
  return {
    name: 'adam-counter-example',
    title: { zh: 'Adam 的反例', en: 'Adam counter-example' },
    start: () => [tensor([1])],
    loss: (params) => ((c - 2) / 3) * (values(params)[0]! + 1),
    gradient(_params, into, step) {
      values(into)[0] = step % 3 === 1 ? c : -1;
    },
    project(params) {
      const x = values(params);
      x[0] = Math.min(Math.max(x[0]!, -1), 1);
    },
  };
}
