import { tensor } from '../optim/tensor.ts';
import type { Text } from '../text.ts';
import { values } from './problem.ts';
import { centralDifferences } from './differences.ts';
import type { Problem, Surface } from './problem.ts';

export interface SurfaceOptions extends Surface {
  name: string;
  title: Text;
  f: (x: number, y: number) => number;
  /** Default: `centralDifferences(f)`. */
  gradient?: (x: number, y: number) => readonly [dx: number, dy: number];
  start: readonly [x: number, y: number];
}

/** A problem of two parameters, made from a function and its gradient: the one to use for a surface of your own. */
export function surface(options: SurfaceOptions): Problem & { readonly surface: Surface } {
  const { name, title, f, start, x, y, minima, log } = options;
  const { gradient = centralDifferences(f) } = options;
  window(name, 'x', x);
  window(name, 'y', y);
  return {
    name,
    title,
    surface: { x, y, ...(minima && { minima }), ...(log && { log }) },
    start: () => [tensor([2], start)],
    loss(params) {
      const [x = NaN, y = NaN] = values(params);
      return f(x, y);
    },
    gradient(params, into) {
      const [x = NaN, y = NaN] = values(params);
      values(into).set(gradient(x, y));
    },
  };
}

function window(name: string, axis: string, [min, max]: readonly [number, number]): void {
  if (Number.isFinite(min) && Number.isFinite(max) && min < max) return;
  throw new RangeError(
    `surface '${name}': ${axis} must be [min, max] with min < max, got [${min}, ${max}]`,
  );
}

export interface CurveOptions {
  name: string;
  title: Text;
  f: (x: number) => number;
  derivative: (x: number) => number;
  start: number;
}

/** A problem of one parameter, made from a function and its derivative. */
export function curve({ name, title, f, derivative, start }: CurveOptions): Problem {
  return {
    name,
    title,
    start: () => [tensor([1], [start])],
    loss: (params) => f(values(params)[0] ?? NaN),
    gradient(params, into) {
      values(into)[0] = derivative(values(params)[0] ?? NaN);
    },
  };
}
