import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Momentum, NAG, SGD, SGDW, type Tensor, tensor } from '../../../src/optim/index.ts';

fc.configureGlobal({ seed: 1 });

const start = [1.5, -0.8];
/** A ravine of condition number 25. */
const slope = (w: Tensor) =>
  tensor([2], [26 * w.data[0]! + 24 * w.data[1]!, 24 * w.data[0]! + 26 * w.data[1]!]);

function path(
  optimizer: { step(gradient: () => Tensor[]): void },
  w: Tensor,
  steps: number,
): number[][] {
  return Array.from({ length: steps }, () => {
    optimizer.step(() => [slope(w)]);
    return [...w.data];
  });
}

const apart = (a: number[][], b: number[][]) =>
  Math.max(...a.flatMap((point, t) => point.map((x, i) => Math.abs(x - b[t]![i]!))));

const rates = fc.record({
  lr: fc.double({ min: 1e-4, max: 0.02, noNaN: true }),
  momentum: fc.double({ min: 0, max: 0.95, noNaN: true }),
  weightDecay: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('NAG', () => {
  test("is Momentum in Nesterov's form after the change of variable y = θ − ημm", () => {
    fc.assert(
      fc.property(rates, (options) => {
        const [w, y] = [tensor([2], start), tensor([2], start)];
        const [nag, stored] = [
          new NAG([w], options),
          new Momentum([y], { ...options, nesterov: true }),
        ];
        for (let t = 1; t <= 100; t++) {
          nag.step(() => [slope(w)]);
          stored.step(() => [slope(y)]);
          for (const i of [0, 1]) {
            const ahead = w.data[i]! - options.lr * options.momentum * nag.m[0]!.data[i]!;
            expect(Math.abs(ahead - y.data[i]!)).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('evaluates the gradient at the look-ahead point, and only there', () => {
    const w = tensor([1], [1]);
    const nag = new NAG([w], { lr: 0.1, momentum: 0.5 });
    nag.step(() => [tensor([1], [2])]); // m = 2, θ = 0.8
    const seen: number[] = [];
    nag.step(() => {
      seen.push(w.data[0]!);
      return [tensor([1], [1])];
    });
    expect(seen).toEqual([0.8 - 0.1 * 0.5 * 2]);
    expect(w.data[0]).toBeCloseTo(0.8 - 0.1 * (0.5 * 2 + 1), 15);
  });

  test('differs from the heavy ball', () => {
    const [a, b] = [tensor([2], start), tensor([2], start)];
    const options = { lr: 0.01, momentum: 0.9 };
    expect(
      apart(path(new NAG([a], options), a, 20), path(new Momentum([b], options), b, 20)),
    ).toBeGreaterThan(0.1);
  });

  test('puts the parameters back when the gradient throws', () => {
    const w = tensor([2], start);
    const nag = new NAG([w], { lr: 0.01 });
    path(nag, w, 3);
    const before = [...w.data];
    expect(() =>
      nag.step(() => {
        throw new Error('no gradient');
      }),
    ).toThrow('no gradient');
    expect([...w.data]).toEqual(before);
  });
});

describe('Momentum', () => {
  test('in its EMA form with lr / (1 − μ) is the classic form', () => {
    fc.assert(
      fc.property(rates, ({ lr, momentum, weightDecay }) => {
        const [a, b] = [tensor([2], start), tensor([2], start)];
        const classic = new Momentum([a], { lr, momentum, weightDecay });
        const ema = new Momentum([b], {
          lr: lr / (1 - momentum),
          momentum,
          weightDecay,
          form: 'ema',
        });
        expect(apart(path(classic, a, 100), path(ema, b, 100))).toBeLessThan(1e-10);
      }),
      { numRuns: 30 },
    );
  });

  test('without momentum is SGD, whatever the dampening', () => {
    const [a, b] = [tensor([2], start), tensor([2], start)];
    const momentum = new Momentum([a], { lr: 0.01, momentum: 0, dampening: 0.5 });
    expect(path(momentum, a, 20)).toEqual(path(new SGD([b], { lr: 0.01 }), b, 20));
  });

  test('dampens every update but the first', () => {
    const w = tensor([1], [0]);
    const momentum = new Momentum([w], { lr: 1, momentum: 0.5, dampening: 0.25 });
    const velocity = () => {
      momentum.step(() => [tensor([1], [4])]);
      return momentum.m[0]!.data[0];
    };
    expect([velocity(), velocity(), velocity()]).toEqual([4, 5, 5.5]);
  });

  test('in its EMA form averages from 0', () => {
    const w = tensor([1], [0]);
    const ema = new Momentum([w], { lr: 1, momentum: 0.75, form: 'ema' });
    ema.step(() => [tensor([1], [4])]);
    ema.step(() => [tensor([1], [8])]);
    expect(ema.m[0]!.data[0]).toBe(0.75 * 1 + 0.25 * 8);
    expect(w.data[0]).toBe(-1 - 2.75);
  });
});

test('SGDW keeps the decay out of the velocity, Momentum does not', () => {
  const options = { lr: 0.1, momentum: 0.9, weightDecay: 0.5 };
  const still = () => [tensor([1], [0])];
  const [a, b] = [tensor([1], [1]), tensor([1], [1])];
  const [decoupled, coupled] = [new SGDW([a], options), new Momentum([b], options)];
  for (let t = 1; t <= 5; t++) {
    decoupled.step(still);
    coupled.step(still);
  }
  expect(decoupled.m[0]!.data[0]).toBe(0);
  expect(a.data[0]).toBeCloseTo(0.95 ** 5, 15);
  expect(coupled.m[0]!.data[0]).toBeGreaterThan(1);
});
