import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SGD } from '../../../src/optim/index.ts';
import { tensor } from '../../../src/optim/tensor.ts';
import { dealt, drawn } from '../../../src/problems/batches.ts';
import {
  dogsAndCats,
  gradientVariance,
  linearRegression,
  logisticRegression,
  minimize,
  noisy,
  type Problem,
  quadratic,
  saddle,
} from '../../../src/problems/index.ts';

const sgd = (lr: number) => (params: ConstructorParameters<typeof SGD>[0]) =>
  new SGD(params, { lr });

function gradientOf(problem: Problem, step: number): number[] {
  const params = problem.start();
  const into = params.map(({ shape }) => tensor(shape));
  problem.gradient(params, into, step);
  return into.flatMap(({ data }) => [...data]);
}

const makers: Record<string, (seed: number) => Problem> = {
  noisy: (seed) => noisy(saddle, { sigma: 1, seed }),
  linearRegression: (seed) => linearRegression({ batchSize: 3, seed }),
  logisticRegression: (seed) => logisticRegression({ batchSize: 3, seed }),
  dogsAndCats: (seed) => dogsAndCats({ batchSize: 4, seed }),
};

for (const [name, make] of Object.entries(makers)) {
  test(`${name}: a gradient depends on seed and step alone, not on what was asked before`, () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(1000), fc.array(fc.nat(1000)), (seed, step, before) => {
        const problem = make(seed);
        for (const other of before) gradientOf(problem, other);
        expect(gradientOf(problem, step)).toEqual(gradientOf(make(seed), step));
      }),
      { numRuns: 30 },
    );
    const steps = Array.from({ length: 40 }, (_, step) => step);
    const sequence = (seed: number) => steps.map((step) => String(gradientOf(make(seed), step)));
    expect(sequence(1)).not.toEqual(sequence(2));
    expect(new Set(sequence(1)).size).toBeGreaterThan(3);
  });
}

test('drawn batches have their size, may repeat a sample, and reach all of them', () => {
  const batches = drawn(5, { batchSize: 8, seed: 1 });
  const seen = new Set<number>();
  for (let step = 1; step <= 50; step++) {
    expect(batches(step)).toHaveLength(8);
    for (const i of batches(step)) seen.add(i);
  }
  expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4]);
});

test('dealt batches show every sample once in each epoch, in a new order', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 2, max: 6 }),
      (seed, batchSize, turns) => {
        const samples = batchSize * turns;
        const batches = dealt(samples, { batchSize, seed });
        const epoch = (number: number) =>
          Array.from({ length: turns }, (_, turn) => [
            ...batches(1 + number * turns + turn),
          ]).flat();
        const all = Array.from({ length: samples }, (_, i) => i);
        expect(epoch(3).toSorted((a, b) => a - b)).toEqual(all);
        // Asking for an earlier epoch again gives it again.
        const first = epoch(0);
        epoch(5);
        expect(epoch(0)).toEqual(first);
      },
    ),
  );
  const batches = dealt(20, { batchSize: 20 });
  expect([...batches(1)]).not.toEqual([...batches(2)]);
});

test('without a batch size the gradient is that of all samples', () => {
  const problem = linearRegression();
  expect(gradientOf(problem, 1)).toEqual(gradientOf(problem, 2));
  expect(gradientVariance(problem, { gradients: 5 })).toBe(0);
});

test('the variance of a mini-batch gradient falls like 1 / B', () => {
  const options = { gradients: 4000 };
  for (const make of [linearRegression, logisticRegression]) {
    const one = gradientVariance(make({ batchSize: 1 }), options);
    for (const batchSize of [4, 16, 64]) {
      const variance = gradientVariance(make({ batchSize }), options);
      expect((variance * batchSize) / one).toBeGreaterThan(0.93);
      expect((variance * batchSize) / one).toBeLessThan(1.07);
    }
  }
});

test('the variance that noise adds is σ² for each component', () => {
  const problem = noisy(quadratic({ eigenvalues: [1, 1, 1] }), { sigma: 0.5 });
  const at = { params: [tensor([3], [1e6, 0, 0])], gradients: 5000 };
  expect(gradientVariance(problem, at) / (3 * 0.25)).toBeCloseTo(1, 1);
});

test('the constant rate has a floor, lower for a smaller rate, that a full batch does not have', () => {
  const excess = (lr: number, batchSize?: number) => {
    const problem = linearRegression(batchSize ? { batchSize } : {});
    const { losses } = minimize(problem, sgd(lr), { steps: 4000 });
    return losses.slice(-1000).reduce((sum, loss) => sum + loss - problem.minimum, 0) / 1000;
  };
  expect(excess(0.1)).toBeLessThan(1e-12);
  expect(excess(0.1, 4)).toBeGreaterThan(5e-4);
  expect(excess(0.03, 4)).toBeLessThan(excess(0.1, 4) / 2);
});

test('the solution of a regression has gradient 0 and the least loss', () => {
  const problem = linearRegression({ scales: [1, 0.5, 2, 1] });
  const solution = [tensor([4], problem.solution)];
  const into = [tensor([4])];
  problem.gradient(solution, into, 1);
  expect(Math.hypot(...into[0]!.data)).toBeLessThan(1e-12);
  expect(problem.loss(solution)).toBe(problem.minimum);
  expect(problem.solution.map(Math.round)).toEqual([1, -1, 1, -1]);
  expect(linearRegression({ noise: 0 }).minimum).toBeLessThan(1e-25);
});

test('noise takes descent out of the saddle', () => {
  for (const seed of [1, 2, 3]) {
    const run = minimize(noisy(saddle, { sigma: 0.1, seed }), sgd(0.1), { steps: 300 });
    expect(run.losses.at(-1)).toBeLessThan(0.01);
  }
});

test('every four rows of dogs and cats are three dogs and a cat', () => {
  const problem = dogsAndCats({ batchSize: 4, seed: 3 });
  // At w = 0 each row adds ±½ of its one feature, divided by the four rows.
  for (let step = 1; step <= 200; step++) {
    const eighths = gradientOf(problem, step).map((value) => value * 8);
    expect(eighths.every(Number.isInteger)).toBe(true);
    expect(Math.abs(eighths[2]!) + Math.abs(eighths[3]!)).toBe(1);
  }
});

test('dogs and cats: the minimum is at ∓log 9, and the rare feature is learned last', () => {
  const problem = dogsAndCats();
  const into = [tensor([4])];
  problem.gradient([tensor([4], problem.solution)], into, 1);
  expect(Math.hypot(...into[0]!.data)).toBeLessThan(1e-15);
  expect(problem.loss([tensor([4], problem.solution)])).toBeCloseTo(problem.minimum, 14);
  expect(problem.frequencies).toEqual([0.6, 0.15, 0.23, 0.02]);

  const run = minimize(dogsAndCats({ batchSize: 4 }), sgd(0.1), { steps: 1000 });
  const learned = [...run.params[0]!.data].map((w, j) => w / problem.solution[j]!);
  expect(learned[0]).toBeGreaterThan(0.9);
  expect(learned[3]).toBeLessThan(0.4);
  expect(problem.accuracy(run.params)).toBe(0.9);
});

test('the logistic loss stays finite and exact where the exponential overflows', () => {
  const problem = dogsAndCats();
  const far = [tensor([4], [-1e4, -1e4, 1e4, 1e4])];
  expect(problem.loss(far)).toBeCloseTo(1e3, 9);
  const into = [tensor([4])];
  problem.gradient(far, into, 1);
  const wrong = problem.frequencies.map((f, j) => (j < 2 ? -0.1 : 0.1) * f);
  for (const [j, value] of into[0]!.data.entries()) expect(value).toBeCloseTo(wrong[j]!, 12);
});

test.each([
  [() => noisy(saddle, { sigma: -1 }), /^sigma: must be finite and not negative, got -1/],
  [() => noisy(saddle, { sigma: NaN }), /^sigma: /],
  [() => gradientVariance(saddle, { gradients: 1 }), /^gradients: must be .* got 1/],
  [() => linearRegression({ batchSize: 0 }), /^batchSize: must be .* got 0/],
  [() => linearRegression({ samples: 2 }), /^samples: must be a whole number above 2, got 2/],
  [() => linearRegression({ scales: [] }), /^scales: /],
  [() => linearRegression({ scales: [0] }), /^scales: must be positive, got 0/],
  [() => linearRegression({ noise: Infinity }), /^noise: /],
  [() => logisticRegression({ samples: 0.5 }), /^samples: /],
  [() => logisticRegression({ flipped: 0.6 }), /^flipped: must be from 0 to 0.5, got 0.6/],
  [() => dogsAndCats({ batchSize: 6 }), /^batchSize: must be a multiple of 4, got 6/],
  [() => dealt(4, { batchSize: 5 }), /^batchSize: there are 4 samples, got 5/],
])('%s is refused', (make, message) => {
  expect(make).toThrow(RangeError);
  expect(make).toThrow(message);
});
