import { type BatchOptions, drawn } from './batches.ts';
import type { Problem } from './problem.ts';
import { Random } from './random.ts';
import { type Cost, type Data, linearModel } from './samples.ts';

/** ½ (z − y)². */
export const squared: Cost = {
  of: (z, target) => (z - target) ** 2 / 2,
  slope: (z, target) => z - target,
};

export interface RegressionOptions extends BatchOptions {
  /** How many samples (default 200). */
  samples?: number;
  /** The standard deviation of each feature (default [1, 0.3]): one weight each. */
  scales?: readonly number[];
  /** The standard deviation of what is added to the targets (default 0.5). */
  noise?: number;
}

/** A regression, with what can be computed without descending. */
export interface Regression extends Problem {
  readonly data: Data;
  /** The least-squares solution. */
  readonly solution: readonly number[];
  /** The loss there: above 0 where the targets are noisy. */
  readonly minimum: number;
}

/**
 * Noisy linear regression, L(w) = 1/(2N) Σ (xᵢ · w − yᵢ)², yᵢ = xᵢ · (1, −1, 1, …) + noise, from w = 0.
 * The data are always the same for the same `samples`, `scales` and `noise`; `seed` names the batches.
 *
 * @throws RangeError when an option is out of range
 */
export function linearRegression(options: RegressionOptions = {}): Regression {
  const { samples = 200, scales = [1, 0.3], noise = 0.5 } = options;
  if (!Number.isSafeInteger(samples) || samples < scales.length + 1) {
    throw new RangeError(`samples: must be a whole number above ${scales.length}, got ${samples}`);
  }
  if (scales.length === 0) throw new RangeError('scales: must name at least one feature');
  for (const scale of scales) {
    if (!(scale > 0 && scale < Infinity))
      throw new RangeError(`scales: must be positive, got ${scale}`);
  }
  if (!(noise >= 0 && noise < Infinity)) {
    throw new RangeError(`noise: must be finite and not negative, got ${noise}`);
  }
  const data = regressionData(samples, scales, noise);
  const solution = leastSquares(data);
  const problem = linearModel({
    name: 'linear-regression',
    title: { zh: '含噪线性回归', en: 'Noisy linear regression' },
    data,
    cost: squared,
    batches: drawn(samples, options),
    ...(scales.length === 2 && {
      surface: { x: [-0.5, 2.5], y: [-2.5, 0.5], minima: [[solution[0]!, solution[1]!]] },
    }),
  });
  const start = problem.start();
  start[0]!.data.set(solution);
  return { ...problem, data, solution, minimum: problem.loss(start) };
}

function regressionData(samples: number, scales: readonly number[], noise: number): Data {
  const random = new Random(20);
  const inputs: number[][] = [];
  const targets: number[] = [];
  for (let i = 0; i < samples; i++) {
    const row = scales.map((scale) => random.normal(0, scale));
    inputs.push(row);
    targets.push(row.reduce((sum, x, j) => sum + (j % 2 ? -x : x), 0) + random.normal(0, noise));
  }
  return { inputs, targets };
}

/** Solves the normal equations XᵀX w = Xᵀy by elimination, which is safe as XᵀX is positive definite. */
function leastSquares({ inputs, targets }: Data): number[] {
  const size = inputs[0]!.length;
  const rows = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => inputs.reduce((sum, x) => sum + x[i]! * x[j]!, 0)),
    inputs.reduce((sum, x, k) => sum + x[i]! * targets[k]!, 0),
  ]);
  for (const [i, pivot] of rows.entries()) {
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const factor = row[i]! / pivot[i]!;
      for (let j = i; j <= size; j++) row[j]! -= factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
