import { tensor } from '../optim/tensor.ts';
import type { Text } from '../text.ts';
import { values } from './problem.ts';
import type { Problem } from './problem.ts';
import { portable } from './portable.ts';

export type QuadraticOptions = {
  name?: string;
  title?: Text;
  /** Default: all ones. */
  start?: readonly number[];
} & (
  | { hessian: readonly (readonly number[])[] }
  | {
      eigenvalues: readonly number[];
      /** Two dimensions only: turns the axes of the bowl by so many radians, counter-clockwise. */
      angle?: number;
    }
);

/**
 * L(θ) = ½ θᵀHθ, ∇L = Hθ, in any dimension; the minimum is 0. Gradient descent converges while every
 * eigenvalue λ of H has 0 < ηλ < 2.
 *
 * @throws RangeError when H is not square and symmetric, or sizes do not agree
 */
export function quadratic(options: QuadraticOptions): Problem {
  const hessian = 'hessian' in options ? options.hessian : rotated(options);
  const size = hessian.length;
  const { name = 'quadratic', title = { zh: '二次碗', en: 'Quadratic bowl' } } = options;
  const start = options.start ?? Array.from({ length: size }, () => 1);
  if (start.length !== size) {
    throw new RangeError(`start: the quadratic has ${size} dimensions, got ${start.length} values`);
  }
  const rows = Float64Array.from(checked(hessian).flat());

  return {
    name,
    title,
    start: () => [tensor([size], start)],
    loss(params) {
      const theta = values(params);
      let sum = 0;
      for (let i = 0; i < size; i++) sum += theta[i]! * rowTimes(rows, i, theta);
      return sum / 2;
    },
    gradient(params, into) {
      const theta = values(params);
      const gradient = values(into);
      for (let i = 0; i < size; i++) gradient[i] = rowTimes(rows, i, theta);
    },
    ...(size === 2 && { surface: { x: around(start[0]), y: around(start[1]), minima: [[0, 0]] } }),
  };
}

/** Row i of a square matrix, stored row by row, times a vector. */
function rowTimes(rows: Float64Array, i: number, vector: Float64Array | Float32Array): number {
  const size = vector.length;
  let sum = 0;
  for (let j = 0; j < size; j++) sum += rows[i * size + j]! * vector[j]!;
  return sum;
}

/** A window about the minimum that shows the start and what overshoots it a little. */
function around(start = 1): readonly [number, number] {
  const reach = 1.25 * Math.abs(start) || 1;
  return [-reach, reach];
}

/** R diag(λ) Rᵀ, R the rotation by `angle`. */
function rotated({ eigenvalues, angle }: { eigenvalues: readonly number[]; angle?: number }) {
  const [first = NaN, second = NaN] = eigenvalues;
  if (angle === undefined || angle === 0) {
    return eigenvalues.map((value, i) => eigenvalues.map((_, j) => (i === j ? value : 0)));
  }
  if (eigenvalues.length !== 2) {
    throw new RangeError(`angle: needs two eigenvalues, got ${eigenvalues.length}`);
  }
  const cos = portable(Math.cos(angle));
  const sin = portable(Math.sin(angle));
  const mixed = (first - second) * cos * sin;
  return [
    [first * cos * cos + second * sin * sin, mixed],
    [mixed, first * sin * sin + second * cos * cos],
  ];
}

function checked(hessian: readonly (readonly number[])[]): readonly (readonly number[])[] {
  if (hessian.length === 0) throw new RangeError('hessian: must have at least one row');
  hessian.forEach((row, i) => {
    if (row.length !== hessian.length) {
      throw new RangeError(
        `hessian: row ${i} must have ${hessian.length} values, got ${row.length}`,
      );
    }
    row.forEach((value, j) => {
      if (!Number.isFinite(value)) {
        throw new RangeError(`hessian: value [${i}, ${j}] must be finite, got ${value}`);
      }
      if (value !== hessian[j]?.[i]) {
        throw new RangeError(
          `hessian: must be symmetric, but [${i}, ${j}] differs from [${j}, ${i}]`,
        );
      }
    });
  });
  return hessian;
}

/**
 * A valley 50 times steeper across (y) than along (x). Its eigenvalues, 1.96 and 98, add up to about 100, so
 * lr = 0.02 ≈ 2 / (λ₁ + λ₂) gives gradient descent its best guarantee, just under the limit 2 / 98 ≈ 0.0204:
 * even so it zig-zags, and each step leaves 49/51 ≈ 0.96 of either coordinate.
 */
export const ravine = quadratic({
  name: 'ravine',
  title: { zh: '峡谷（条件数 50）', en: 'Ravine (condition number 50)' },
  eigenvalues: [1.96, 98],
  start: [-0.1, 0.02],
});
