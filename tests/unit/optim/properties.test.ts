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
import { all, type OptimizerClass } from './all.ts';

/** A gradient entry: zero, or of ordinary size. */
const entry = fc.oneof(
  fc.double({ min: 0.01, max: 100, noNaN: true }),
  fc.double({ min: -100, max: -0.01, noNaN: true }),
  fc.constant(0),
);
const gradients = (size: number) =>
  fc.array(fc.array(entry, { minLength: size, maxLength: size }), { minLength: 1, maxLength: 12 });

type Options = Record<string, unknown>;

/** The parameters after updates with the given gradients, all in one tensor. */
function run(
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

const close = (got: readonly number[], wanted: readonly number[], tolerance: number) =>
  got.forEach((value, i) =>
    expect(Math.abs(value - wanted[i]!)).toBeLessThanOrEqual(
      tolerance * Math.max(1, Math.abs(wanted[i]!)),
    ),
  );
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

describe.each(all)('$name', (Class) => {
  test('permutes its path when weights and gradients are permuted', () => {
    fc.assert(
      fc.property(gradients(4), (steps) => {
        const start = [1, -2, 3, 0.5];
        const order = [2, 0, 3, 1];
        const permute = (values: readonly number[]) => order.map((i) => values[i]!);
        const got = run(Class, { lr: 0.1 }, permute(start), steps.map(permute));
        close(got, permute(run(Class, { lr: 0.1 }, start, steps)), 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test('starts afresh in a new instance', () => {
    const steps = [
      [1, -2],
      [3, 0],
      [-1, 1],
    ];
    expect(run(Class, { lr: 0.1 }, [1, 2], steps)).toEqual(run(Class, { lr: 0.1 }, [1, 2], steps));
    const w = tensor([2], [1, 2]);
    for (const g of steps) new Class([w], { lr: 0.1 }).step(() => [tensor([2], g)]);
    const first = new Class([w], { lr: 0.1 });
    expect(first.t).toBe(0);
  });

  test('stays where it is while gradients are 0 and nothing decays', () => {
    const start = [1, -2, 0];
    const got = run(Class, { lr: 0.1, weightDecay: 0 }, start, [
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(got).toEqual(start);
  });

  test('moves a tensor of one element against its gradient', () => {
    const [up] = run(Class, { lr: 0.1, weightDecay: 0 }, [1], [[-3], [-2], [-3]]);
    const [down] = run(Class, { lr: 0.1, weightDecay: 0 }, [1], [[3], [2], [3]]);
    expect(up).toBeGreaterThan(1);
    expect(down).toBeLessThan(1);
  });

  test('moves by no more than lr a step under tiny gradients', () => {
    const [got] = run(Class, { lr: 0.1, weightDecay: 0 }, [1], [[1e-300], [1e-300]]);
    expect(Math.abs(got! - 1)).toBeLessThan(0.2 + 1e-12);
  });

  test('follows IEEE arithmetic under huge gradients: no NaN, and overflow shows in the state', () => {
    const w = tensor([1], [1]);
    const optimizer = new Class([w], { lr: 0.1, weightDecay: 0 });
    optimizer.step(() => [tensor([1], [1e300])]);
    expect(w.data[0]).not.toBeNaN();
    const second = optimizer.stateNames.find((name) => name === 'v' || name === 'G');
    if (second) expect(optimizer.state(second).data[0]).toBe(Infinity);
    else expect(w.data[0]).toBeLessThan(1);
  });

  test.each([NaN, Infinity, -Infinity])('does not hide a gradient of %s', (bad) => {
    const [got] = run(
      Class,
      { lr: 0.1 },
      [1, 1],
      [
        [bad, 1],
        [1, 1],
      ],
    );
    expect(got).not.toSatisfy(Number.isFinite);
  });

  test('keeps the arrays of its state', () => {
    const optimizer = new Class([tensor([2], [1, 2]), tensor([1], [3])], { lr: 0.1 });
    const states = () =>
      optimizer.stateNames.flatMap((name) => [0, 1].map((k) => optimizer.state(name, k).data));
    const params = optimizer.params.map(({ data }) => data);
    const before = states();
    for (const _ of [1, 2, 3]) optimizer.step(() => [tensor([2], [1, -1]), tensor([1], [2])]);
    states().forEach((data, i) => expect(data).toBe(before[i]));
    optimizer.params.forEach(({ data }, k) => expect(data).toBe(params[k]));
  });

  test('leaves the gradient as it was', () => {
    const g = tensor([2], [1, -3]);
    const optimizer = new Class([tensor([2], [1, 2])], { lr: 0.1 });
    optimizer.step(() => [g]);
    optimizer.step(() => [g]);
    expect([...g.data]).toEqual([1, -3]);
  });

  test('agrees in float32 with float64 to the accuracy of float32', () => {
    const [start, steps] = [
      [1, -2, 0.5],
      [
        [1, -2, 0.25],
        [3, 0, -1],
        [-1, 1, 2],
        [0.5, 4, 1],
      ],
    ];
    const single = run(Class, { lr: 0.01 }, start, steps, 'float32');
    close(single, run(Class, { lr: 0.01 }, start, steps), 5e-6);
    single.forEach((value) => expect(Math.fround(value)).toBe(value));
    const optimizer = new Class([tensor([1], [1], 'float32')]);
    for (const name of optimizer.stateNames.filter(
      (name) => name !== 'P' && name !== 'trustRatio',
    )) {
      expect(optimizer.state(name).data).toBeInstanceOf(Float32Array);
    }
  });
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
