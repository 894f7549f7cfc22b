import { expect, test } from 'vitest';
import fc from 'fast-check';
import { tensor } from '../../../src/optim/tensor.ts';
import * as problems from '../../../src/problems/index.ts';
import type { Problem } from '../../../src/problems/index.ts';
import { table } from './table.ts';

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'start' in value && 'gradient' in value;

test('every exported problem, and every function that makes one, is in the table', () => {
  const listed = new Set<string>(table.map(({ of }) => of));
  const missing = Object.entries(problems)
    .filter(([, value]) => isProblem(value) || typeof value === 'function')
    .map(([name]) => name)
    .filter((name) => !listed.has(name) && !notProblems.has(name));
  expect(missing).toEqual([]);
});

/** Exported functions that make no problem. */
const notProblems = new Set([
  'minimize',
  'train',
  'Random',
  'Network',
  'sharpness',
  'gradientVariance',
  'centralDifferences',
  'differenceError',
]);

test('no two entries of the table share a label', () => {
  expect(new Set(table.map(({ label }) => label)).size).toBe(table.length);
});

for (const { label, problem, spread = 1, step = 1e-5, tolerance = 1e-6, smooth } of table) {
  test(`${label}: the gradient is the slope of the loss, by central differences`, () => {
    const start = problem.start();
    const size = start.reduce((sum, { data }) => sum + data.length, 0);
    const offset = fc.double({ min: -spread, max: spread, noNaN: true });
    // A large problem is checked in some of its coordinates.
    const chosen = fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: 12 });
    const point = fc.array(offset, { minLength: size, maxLength: size });
    fc.assert(
      fc.property(point, chosen, (offsets, coordinates) => {
        const params = problem.start();
        let next = 0;
        for (const { data } of params) {
          for (let i = 0; i < data.length; i++) data[i]! += offsets[next++]!;
        }
        fc.pre(smooth?.(params) ?? true);
        const gradient = params.map(({ shape, data }) =>
          tensor(
            shape,
            data.map(() => NaN),
          ),
        );
        problem.gradient(params, gradient, 1);
        const scale = Math.max(
          1,
          ...gradient.flatMap(({ data }) => [...data]).map(Math.abs),
          Math.abs(problem.loss(params)) * 1e-3,
        );
        for (const coordinate of coordinates) {
          const [k, i] = locate(params, coordinate);
          const data = params[k]!.data;
          const value = data[i]!;
          data[i] = value + step;
          const above = problem.loss(params);
          data[i] = value - step;
          const below = problem.loss(params);
          data[i] = value;
          const slope = (above - below) / (2 * step);
          expect(Math.abs(gradient[k]!.data[i]! - slope) / scale).toBeLessThan(tolerance);
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  test(`${label}: starts afresh, leaves params alone, and gives the same gradient for the same step`, () => {
    const params = problem.start();
    const before = params.map(({ data }) => [...data]);
    expect(problem.start()[0]!.data).not.toBe(params[0]!.data);
    const once = params.map(({ shape }) => tensor(shape));
    const again = params.map(({ shape }) => tensor(shape));
    problem.gradient(params, once, 3);
    problem.gradient(params, again, 4);
    problem.gradient(params, again, 3);
    expect(again).toEqual(once);
    expect(params.map(({ data }) => [...data])).toEqual(before);
    expect(Number.isFinite(problem.loss(params))).toBe(true);
    expect(once.every(({ data }) => data.every(Number.isFinite))).toBe(true);
  });

  const { surface } = problem;
  if (surface) {
    test(`${label}: the window shows the start and the minima, where the gradient is 0`, () => {
      const [x, y] = problem.start()[0]!.data;
      const inside = ([px, py]: readonly [number, number]) =>
        px >= surface.x[0] && px <= surface.x[1] && py >= surface.y[0] && py <= surface.y[1];
      expect(inside([x!, y!])).toBe(true);
      for (const minimum of surface.minima ?? []) {
        expect(inside(minimum)).toBe(true);
        const params = [tensor([2], minimum)];
        const gradient = [tensor([2])];
        problem.gradient(params, gradient, 1);
        expect(Math.hypot(...gradient[0]!.data)).toBeLessThan(1e-12);
        expect(problem.loss(params)).toBeLessThan(problem.loss(problem.start()));
      }
    });
  }
}

function locate(params: readonly { data: ArrayLike<number> }[], index: number): [number, number] {
  let k = 0;
  while (index >= params[k]!.data.length) index -= params[k++]!.data.length;
  return [k, index];
}
