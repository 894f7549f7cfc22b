import fc from 'fast-check';
import { expect } from 'vitest';
import { tensor } from '../../../src/optim/index.ts';
import type { OptimizerClass } from './all.ts';

// The same cases every time: a test that fails once must fail again.
fc.configureGlobal({ seed: 1 });

/** A gradient entry: zero, or of ordinary size. */
export const entry = fc.oneof(
  fc.double({ min: 0.01, max: 100, noNaN: true }),
  fc.double({ min: -100, max: -0.01, noNaN: true }),
  fc.constant(0),
);
/** Up to twelve gradients for one tensor. */
export const gradients = (size: number) =>
  fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 12 });

type Options = Record<string, unknown>;

/** The parameters after updates with the given gradients, all in one tensor. */
export function run(
  Class: OptimizerClass,
  options: Options,
  start: readonly number[],
  steps: readonly (readonly number[])[],
  precision: 'float32' | 'float64' = 'float64',
): number[] {
  const w = tensor([start.length], start, precision);
  const optimizer = new Class([w], options);
  for (const g of steps) optimizer.step(() => [tensor([start.length], g, precision)]);
  return [...w.data];
}

/** Each value within the tolerance, relative to what is wanted where that is above 1. */
export const close = (got: readonly number[], wanted: readonly number[], tolerance: number) =>
  got.forEach((value, i) =>
    expect(Math.abs(value - wanted[i]!)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(wanted[i]!)),
    ),
  );
