import { tensor } from '../optim/tensor.ts';
import type { Tensor } from '../optim/tensor.ts';
import type { Problem } from './problem.ts';
import { Random } from './random.ts';

/**
 * The sharpness: the largest eigenvalue of the Hessian at `params`. Gradient descent is stable while it is below
 * 2 / η.
 *
 * Lanczos' method: Hv is a central difference of the analytic gradient along v, so each step costs two gradients;
 * the largest eigenvalue of the small tridiagonal matrix it builds approaches the sharpness from below, and is
 * reached when the steps are as many as the parameters (up to rounding, about 1e-7 of its size).
 *
 * @param options.steps at most so many steps (default 40, or as many as there are parameters)
 * @throws RangeError when `steps` is not a positive integer
 */
export function sharpness(
  problem: Problem,
  params: readonly Tensor[],
  { steps = 40 }: { steps?: number } = {},
): number {
  if (!Number.isSafeInteger(steps) || steps < 1) {
    throw new RangeError(`steps: must be a whole number from 1 up, got ${steps}`);
  }
  const size = params.reduce((sum, { data }) => sum + data.length, 0);
  const hessianTimes = hessianProduct(problem, params, size);
  const random = new Random(1);
  const basis: Float64Array[] = [unit(Float64Array.from({ length: size }, () => random.normal()))];
  const diagonal: number[] = [];
  const beside: number[] = [];
  for (let k = 0; k < Math.min(steps, size); k++) {
    const v = basis[k]!;
    const w = hessianTimes(v);
    diagonal.push(dot(v, w));
    // Against the whole basis, twice: rounding would otherwise bring old directions back.
    for (let pass = 0; pass < 2; pass++) {
      for (const u of basis) {
        const along = dot(u, w);
        for (let i = 0; i < size; i++) w[i]! -= along * u[i]!;
      }
    }
    const rest = Math.sqrt(dot(w, w));
    if (!(rest > 1e-8 * Math.abs(diagonal[0]!))) break;
    beside.push(rest);
    basis.push(unit(w));
  }
  return largestEigenvalue(diagonal, beside);
}

/** v ↦ Hv for vectors of length 1, as a difference of gradients over a step of about 10⁻⁵. */
function hessianProduct(problem: Problem, params: readonly Tensor[], size: number) {
  const moved = params.map(({ shape }) => tensor(shape));
  const gradient = params.map(({ shape }) => tensor(shape));
  const scale = Math.sqrt(params.reduce((sum, { data }) => sum + dot(data, data), 0));
  const step = 1e-5 * Math.max(1, scale);

  return (v: Float64Array): Float64Array => {
    const result = new Float64Array(size);
    for (const side of [1, -1]) {
      let at = 0;
      for (const [k, { data }] of params.entries()) {
        const to = moved[k]!.data;
        for (let i = 0; i < data.length; i++) to[i] = data[i]! + side * step * v[at++]!;
      }
      problem.gradient(moved, gradient, 1);
      at = 0;
      for (const { data } of gradient) {
        for (const value of data) result[at++]! += (side * value) / (2 * step);
      }
    }
    return result;
  };
}

/** By bisection on the number of eigenvalues above a value, which the signs of the pivots give (Sturm). */
function largestEigenvalue(diagonal: readonly number[], beside: readonly number[]): number {
  const reach = diagonal.map((d, k) => d + Math.abs(beside[k] ?? 0) + Math.abs(beside[k - 1] ?? 0));
  let above = Math.max(...reach);
  let below = Math.max(...diagonal);
  if (!Number.isFinite(above)) return NaN;
  for (let halving = 0; halving < 60; halving++) {
    const middle = (above + below) / 2;
    let pivot = 1;
    let allBelow = true;
    for (const [k, d] of diagonal.entries()) {
      pivot = middle - d - (k > 0 ? beside[k - 1]! ** 2 / pivot : 0);
      if (pivot > 0) continue;
      allBelow = false;
      break;
    }
    if (allBelow) above = middle;
    else below = middle;
  }
  return (above + below) / 2;
}

function dot(a: Tensor['data'], b: Tensor['data']): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function unit(v: Float64Array): Float64Array {
  const length = Math.sqrt(dot(v, v));
  return v.map((value) => value / length);
}
