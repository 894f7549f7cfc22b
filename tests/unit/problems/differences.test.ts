import { describe, expect, test } from 'vitest';
import {
  beale,
  centralDifferences,
  differenceError,
  plateau,
  rosenbrock,
  surface,
} from '../../../src/problems/index.ts';
import { tensor } from '../../../src/optim/index.ts';
import type { Problem } from '../../../src/problems/index.ts';

const valueOf = (problem: Problem) => (x: number, y: number) => problem.loss([tensor([2], [x, y])]);

function gradientOf(problem: Problem, x: number, y: number): number[] {
  const into = [tensor([2])];
  problem.gradient([tensor([2], [x, y])], into, 1);
  return [...into[0]!.data];
}

describe.each([rosenbrock, beale, plateau])('central differences of $name', (problem) => {
  test.each([
    [-1.2, 1],
    [0.3, -0.7],
    [3.9, 1.4],
  ])('are its gradient at (%f, %f)', (x, y) => {
    const exact = gradientOf(problem, x, y);
    const scale = Math.max(1, ...exact.map(Math.abs));
    const found = centralDifferences(valueOf(problem))(x, y);
    for (const k of [0, 1]) expect(Math.abs(found[k]! - exact[k]!) / scale).toBeLessThan(1e-8);
    const error = differenceError(valueOf(problem), x, y);
    const real = Math.max(...found.map((value, k) => Math.abs(value - exact[k]!)));
    expect(real).toBeLessThan(error + 1e-9 * scale);
  });
});

test('a kink is told by the error', () => {
  expect(differenceError((x, y) => Math.abs(x - 2 ** -17) + y, 0, 0)).toBeGreaterThan(0.2);
  expect(differenceError((x, y) => x * x + 3 * y, 0.5, 2)).toBeLessThan(1e-9);
});

test('far from 0 the step grows with the coordinate', () => {
  const [dx, dy] = centralDifferences((x, y) => x * x + y * y)(1e9, -1e6);
  expect(dx / 2e9).toBeCloseTo(1, 9);
  expect(dy / -2e6).toBeCloseTo(1, 9);
});

test('a surface without a gradient takes them', () => {
  const bowl = surface({
    name: 'own',
    title: 'own',
    f: (x, y) => x * x + 2 * y * y,
    start: [1, 1],
    x: [-2, 2],
    y: [-2, 2],
  });
  const [dx, dy] = gradientOf(bowl, 1, 1);
  expect(dx).toBeCloseTo(2, 8);
  expect(dy).toBeCloseTo(4, 8);
});
