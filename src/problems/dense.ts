import type { Tensor } from '../optim/tensor.ts';

type Numbers = Tensor['data'];

/**
 * The loops of a dense layer, for `count` samples that stand one after another: (1), (4) and (5) of `Network`.
 *
 * Sums are in double precision and add their terms in order; what is stored is rounded to the precision of its array.
 * Both are part of the loop: whatever computes it faster has to give the same numbers to the last bit.
 */
export interface Dense {
  /** (1) after = before · Wᵀ + b. */
  sums(
    weights: Numbers,
    biases: Numbers | undefined,
    before: Numbers,
    after: Numbers,
    inputs: number,
    units: number,
    count: number,
  ): void;
  /** (4) gradient = Σ δ · beforeᵀ over the samples. Where δ is 0, as half of all are with relu, it costs nothing. */
  outer(
    deltas: Float64Array,
    before: Numbers,
    gradient: Numbers,
    inputs: number,
    units: number,
    count: number,
  ): void;
  /** (5) slopes = Wᵀ · δ of each sample. */
  back(
    deltas: Float64Array,
    weights: Numbers,
    slopes: Numbers,
    inputs: number,
    units: number,
    count: number,
  ): void;
}

/**
 * Four units at a time, so that each input is loaded once for four and four sums grow side by side; each sum still
 * adds its terms in order, so its value is that of the simplest loop to the last bit.
 */
function sums(
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

/** The samples in which a unit is not silent, and its δ in each. */
let samples = new Int32Array(0);
let slopesOfUnit = new Float64Array(0);

function outer(
  deltas: Float64Array,
  before: Numbers,
  gradient: Numbers,
  inputs: number,
  units: number,
  count: number,
): void {
  if (samples.length < count) {
    samples = new Int32Array(count);
    slopesOfUnit = new Float64Array(count);
  }
  gradient.fill(0);
  for (let unit = 0; unit < units; unit++) {
    let active = 0;
    for (let sample = 0; sample < count; sample++) {
      const d = deltas[sample * units + unit]!;
      if (d === 0) continue;
      samples[active] = sample;
      slopesOfUnit[active++] = d;
    }
    addOuter(gradient, unit * inputs, before, inputs, active);
  }
}

/** Adds a unit's part: four samples at a time, so that its row is loaded and stored once for four. */
function addOuter(
  gradient: Numbers,
  row: number,
  before: Numbers,
  inputs: number,
  count: number,
): void {
  const blocked = count - (count % 4);
  for (let k = 0; k < blocked; k += 4) {
    const from0 = samples[k]! * inputs;
    const from1 = samples[k + 1]! * inputs;
    const from2 = samples[k + 2]! * inputs;
    const from3 = samples[k + 3]! * inputs;
    const d0 = slopesOfUnit[k]!;
    const d1 = slopesOfUnit[k + 1]!;
    const d2 = slopesOfUnit[k + 2]!;
    const d3 = slopesOfUnit[k + 3]!;
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
    const d = slopesOfUnit[k]!;
    for (let i = 0; i < inputs; i++) gradient[row + i]! += d * before[from + i]!;
  }
}

function back(
  deltas: Float64Array,
  weights: Numbers,
  slopes: Numbers,
  inputs: number,
  units: number,
  count: number,
): void {
  slopes.fill(0, 0, count * inputs);
  for (let sample = 0; sample < count; sample++) {
    const to = sample * inputs;
    for (let unit = 0; unit < units; unit++) {
      const d = deltas[sample * units + unit]!;
      if (d === 0) continue;
      const row = unit * inputs;
      for (let i = 0; i < inputs; i++) slopes[to + i]! += d * weights[row + i]!;
    }
  }
}

/** The loops in plain arithmetic: they say what is computed, and run everywhere. */
export const plain: Dense = { sums, outer, back };
