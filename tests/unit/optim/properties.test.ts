import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AdaGrad,
  Adam,
  LAMB,
  LARS,
  RMSProp,
  RMSPropTF,
  SGD,
  tensor,
} from '../../../src/optim/index.ts';
import type { OptimizerClass } from './all.ts';
import { close, entry, gradients, run } from './run.ts';

const as = (Class: unknown) => Class as OptimizerClass;

describe.each([Adam, RMSProp, AdaGrad].map(as))('$name without eps', (Class) => {
  test('does not see the scale of the gradient', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            entry.filter((g) => g !== 0),
            { minLength: 3, maxLength: 3 },
          ),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (steps, scale) => {
          const options = { lr: 0.1, eps: 0 };
          const scaled = steps.map((g) => g.map((x) => x * scale));
          const start = [1, -2, 3];
          close(run(Class, options, start, scaled), run(Class, options, start, steps), 1e-11);
        },
      ),
    );
  });
});

test('SGD does see the scale of the gradient', () => {
  const move = (scale: number) => run(as(SGD), { lr: 1 }, [0], [[scale]])[0];
  expect(move(10)).toBe(10 * move(1)!);
});

const rotate = ([x, y]: readonly number[], angle: number) => [
  Math.cos(angle) * x! - Math.sin(angle) * y!,
  Math.sin(angle) * x! + Math.cos(angle) * y!,
];

test('a rotation of start and gradients rotates the path of SGD', () => {
  fc.assert(
    fc.property(gradients(2), fc.double({ min: 0, max: 6.28, noNaN: true }), (steps, angle) => {
      const options = { lr: 0.1, weightDecay: 0.1 };
      const turned = steps.map((g) => rotate(g, angle));
      const got = run(as(SGD), options, rotate([1, 2], angle), turned);
      close(got, rotate(run(as(SGD), options, [1, 2], steps), angle), 1e-12);
    }),
  );
});

test('a rotation by 45° changes the path of Adam by more than a tenth of its length', () => {
  const steps = [
    [10, 1],
    [8, 1],
    [6, 1],
  ];
  const straight = run(as(Adam), { lr: 0.1 }, [0, 0], steps);
  const turned = run(
    as(Adam),
    { lr: 0.1 },
    [0, 0],
    steps.map((g) => rotate(g, Math.PI / 4)),
  );
  const back = rotate(turned, -Math.PI / 4);
  const apart = Math.hypot(back[0]! - straight[0]!, back[1]! - straight[1]!);
  expect(apart).toBeGreaterThan(0.1 * Math.hypot(...straight));
});

describe.each([LARS, LAMB].map(as))('$name', (Class) => {
  test('sees a layer, not its scale: weights × c with gradients ÷ c give the path × c', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(
            entry.filter((g) => g !== 0),
            { minLength: 3, maxLength: 3 },
          ),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (steps, c) => {
          const options = { lr: 0.05, eps: 0, weightDecay: 0 };
          const start = [1, -2, 3];
          const rescaled = run(
            Class,
            options,
            start.map((x) => c * x),
            steps.map((g) => g.map((x) => x / c)),
          );
          const plain = run(Class, options, start, steps);
          close(
            rescaled.map((x) => x / c),
            plain,
            1e-10,
          );
        },
      ),
    );
  });
});

test('LARS is not thrown off by norms whose squares overflow or vanish', () => {
  const options = { lr: 0.05, eps: 0, weightDecay: 0 };
  const [plain] = run(as(LARS), options, [1, 2], [[3, -1]]);
  for (const scale of [1e300, 1e-300]) {
    const [got] = run(as(LARS), options, [1, 2], [[3 * scale, -scale]]);
    close([got!], [plain!], 1e-14);
  }
});

test.each([RMSProp, RMSPropTF])('%o centered divides by the deviation from the mean', (Class) => {
  const optimizer = new Class([tensor([1], [0])], { alpha: 0.5, eps: 1e-8, centered: true });
  for (let t = 1; t <= 60; t++) optimizer.step(() => [tensor([1], [3])]);
  expect(optimizer.mean[0]!.data[0]).toBeCloseTo(3, 12);
  expect(optimizer.v[0]!.data[0]).toBeCloseTo(9, 12);
});

test('eps acts inside or outside the root as asked', () => {
  const move = (epsInsideRoot: boolean) => {
    const w = tensor([1], [0]);
    new RMSProp([w], { lr: 1, alpha: 0, eps: 1, epsInsideRoot }).step(() => [tensor([1], [3])]);
    return w.data[0];
  };
  expect(move(false)).toBeCloseTo(-3 / (3 + 1), 15);
  expect(move(true)).toBeCloseTo(-3 / Math.sqrt(9 + 1), 15);
});
