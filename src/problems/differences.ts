type Function2 = (x: number, y: number) => number;

/** Where rounding and truncation errors of a central difference balance: ∛ε, for values of about 1. */
const STEP = 2 ** -17;

/** A power of two, so that x + h and x − h are as exact as x. */
const stepAt = (x: number): number => STEP * 2 ** Math.ceil(Math.log2(Math.max(1, Math.abs(x))));

function at(f: Function2, x: number, y: number, scale: number): readonly [number, number] {
  const [h, k] = [scale * stepAt(x), scale * stepAt(y)];
  return [(f(x + h, y) - f(x - h, y)) / (2 * h), (f(x, y + k) - f(x, y - k)) / (2 * k)];
}

/**
 * The gradient of any function of two variables by central differences, ∂f/∂x ≈ (f(x + h) − f(x − h)) / 2h
 * with h = 2⁻¹⁷ for |x| ≤ 1 and in proportion to |x| beyond: four values of f for one gradient.
 */
export function centralDifferences(f: Function2): (x: number, y: number) => [number, number] {
  return (x, y) => [...at(f, x, y, 1)];
}

/**
 * How far `centralDifferences` may be from the true gradient at a point, by comparison with a step twice as
 * long: the larger of the two components' differences. It is of the order of the error for smooth functions;
 * at a kink it is as large as the kink.
 */
export function differenceError(f: Function2, x: number, y: number): number {
  const [fine, coarse] = [at(f, x, y, 1), at(f, x, y, 2)];
  return Math.max(Math.abs(fine[0] - coarse[0]), Math.abs(fine[1] - coarse[1]));
}
