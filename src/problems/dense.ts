import type { Tensor } from '../optim/tensor.ts';

type Numbers = Tensor['data'];

/**
 * Sums of a dense layer for `count` samples: after = before · Wᵀ + b.
 *
 * Four units at a time, so that each input is loaded once for four and four sums grow side by side; each sum still
 * adds its terms in order, so its value is that of the plain loop to the last bit.
 */
export function sums(
  weights: Numbers,
  biases: Numbers | undefined,
  before: Numbers,
  after: Numbers,
  inputs: number,
  units: number,
  count: number,
): void {
  const blocked = units - (units % 4);
  for (let sample = 0; sample < count; sample++) {
    const from = sample * inputs;
    const to = sample * units;
    for (let unit = 0; unit < blocked; unit += 4) {
      const row0 = unit * inputs;
      const row1 = row0 + inputs;
      const row2 = row1 + inputs;
      const row3 = row2 + inputs;
      let z0 = biases ? biases[unit]! : 0;
      let z1 = biases ? biases[unit + 1]! : 0;
      let z2 = biases ? biases[unit + 2]! : 0;
      let z3 = biases ? biases[unit + 3]! : 0;
      for (let i = 0; i < inputs; i++) {
        const x = before[from + i]!;
        z0 += weights[row0 + i]! * x;
        z1 += weights[row1 + i]! * x;
        z2 += weights[row2 + i]! * x;
        z3 += weights[row3 + i]! * x;
      }
      after[to + unit] = z0;
      after[to + unit + 1] = z1;
      after[to + unit + 2] = z2;
      after[to + unit + 3] = z3;
    }
    for (let unit = blocked; unit < units; unit++) {
      const row = unit * inputs;
      let z = biases ? biases[unit]! : 0;
      for (let i = 0; i < inputs; i++) z += weights[row + i]! * before[from + i]!;
      after[to + unit] = z;
    }
  }
}

/**
 * Adds to a unit's row of the gradient the inputs of some samples, each times its d: four samples at a time, so that
 * the row is loaded and stored once for four.
 *
 * @param row where the unit's weights begin
 * @param samples which samples, `count` of them, and `slopes` the d of each
 */
export function addOuter(
  gradient: Numbers,
  row: number,
  before: Numbers,
  inputs: number,
  samples: Int32Array,
  slopes: Float64Array,
  count: number,
): void {
  const blocked = count - (count % 4);
  for (let k = 0; k < blocked; k += 4) {
    const from0 = samples[k]! * inputs;
    const from1 = samples[k + 1]! * inputs;
    const from2 = samples[k + 2]! * inputs;
    const from3 = samples[k + 3]! * inputs;
    const d0 = slopes[k]!;
    const d1 = slopes[k + 1]!;
    const d2 = slopes[k + 2]!;
    const d3 = slopes[k + 3]!;
    for (let i = 0; i < inputs; i++) {
      let g = gradient[row + i]!;
      g += d0 * before[from0 + i]!;
      g += d1 * before[from1 + i]!;
      g += d2 * before[from2 + i]!;
      g += d3 * before[from3 + i]!;
      gradient[row + i] = g;
    }
  }
  for (let k = blocked; k < count; k++) {
    const from = samples[k]! * inputs;
    const d = slopes[k]!;
    for (let i = 0; i < inputs; i++) gradient[row + i]! += d * before[from + i]!;
  }
}
