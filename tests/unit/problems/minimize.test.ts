import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Momentum, SGD } from '../../../src/optim/index.ts';
import { tensor, type Tensor } from '../../../src/optim/tensor.ts';
import { minimize, type Problem, quadratic, ravine } from '../../../src/problems/index.ts';

const sgd = (lr: number) => (params: Tensor[]) => new SGD(params, { lr });
const bowl = quadratic({ eigenvalues: [1, 4], start: [2, 1] });

test('a run holds the losses, gradient norms and path from the start to the end', () => {
  const run = minimize(bowl, sgd(0.25), { steps: 2 });
  expect(run).toEqual({
    name: 'SGD',
    losses: [4, 1.125, 0.6328125],
    gradientNorms: [Math.hypot(2, 4), 1.5, 1.125],
    lr: [0.25, 0.25, 0.25],
    path: { x: [2, 1.5, 1.125], y: [1, 0, 0] },
    state: {},
    params: [{ shape: [2], data: Float64Array.of(1.125, 0) }],
    steps: 2,
    every: 1,
    divergedAt: null,
    evaluations: 2,
  });
});

test('with `every`, entry k belongs to step min(k · every, steps), whatever the numbers', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 50 }), (steps, every) => {
      const all = minimize(bowl, sgd(0.1), { steps });
      const some = minimize(bowl, sgd(0.1), {
        steps,
        every,
        record: { t: (optimizer) => optimizer.t },
      });
      const at = some.losses.map((_, k) => Math.min(k * every, steps));
      expect(at.at(-1)).toBe(steps);
      expect(some.state['t']).toEqual(at);
      expect(some.losses).toEqual(at.map((t) => all.losses[t]));
      expect(some.gradientNorms).toEqual(at.map((t) => all.gradientNorms[t]));
      expect(some.path!.x).toEqual(at.map((t) => all.path!.x[t]));
      expect(some.evaluations).toBe(steps);
    }),
  );
});

test('the momentum cell of the ravine converges; SGD does not, at any rate', () => {
  const last = (make: (params: Tensor[]) => SGD | Momentum, steps: number) =>
    minimize(ravine, make, { steps }).losses.at(-1)!;
  expect(last((params) => new Momentum(params, { lr: 0.02 }), 100)).toBeLessThan(1e-6);
  expect(last((params) => new Momentum(params, { lr: 0.02, form: 'ema' }), 100)).toBeLessThan(1e-6);
  for (let lr = 0.01; lr <= 0.0206; lr += 0.0001) {
    expect(last(sgd(lr), 100)).toBeGreaterThan(3e-6);
  }
  // In the long run 0.02 is the best constant rate, though it zig-zags at every step.
  for (const lr of [0.018, 0.019, 0.0202, 0.0204]) {
    expect(last(sgd(lr), 500)).toBeGreaterThan(last(sgd(0.02), 500));
  }
  const { path } = minimize(ravine, sgd(0.02), { steps: 100 });
  expect(path!.y.every((y, t) => y > 0 === (t % 2 === 0))).toBe(true);
});

test('a schedule sets the rate of update t, from 1, and an observer sees every update', () => {
  const rates: number[] = [];
  const seen: number[] = [];
  const run = minimize(bowl, sgd(1), {
    steps: 3,
    schedule: (t) => 0.5 / t,
    onStep: (optimizer, params) => {
      rates.push(optimizer.lr);
      seen.push(optimizer.t, params[0]!.data[0]!);
    },
  });
  expect(rates).toEqual([0.5, 0.5 / 2, 0.5 / 3]);
  expect(run.lr, 'the start has the rate it is left with').toEqual([0.5, ...rates]);
  expect(seen).toEqual([1, 1, 2, 0.75, 3, 0.75 * (1 - 0.5 / 3)]);
});

test('a start may be a row of numbers or tensors, which are copied', () => {
  const start = [tensor([2], [3, -1])];
  const run = minimize(bowl, sgd(0.1), { steps: 1, start });
  expect(run.path!.x[0]).toBe(3);
  expect([...start[0]!.data]).toEqual([3, -1]);
  expect(minimize(bowl, sgd(0.1), { steps: 1, start: [3, -1] })).toEqual(run);
});

test('a run that diverges stops there and says at which step', () => {
  const run = minimize(bowl, sgd(1), { steps: 500 });
  // The loss grows ninefold in y at each step; the limit is 10¹² times the first loss, 4.
  expect(run.divergedAt).toBe(Math.ceil(Math.log(2e12) / Math.log(9)));
  expect(run.steps).toBe(run.divergedAt);
  expect(run.losses).toHaveLength(run.steps + 1);
  expect(run.losses.at(-1)).toBeGreaterThan(4e12);
  expect(run.losses.at(-2)).toBeLessThan(4e12);
});

test('parameters that are not finite end a run at once, even between records', () => {
  const broken: Problem = {
    ...bowl,
    gradient: (_, into, step) => void into[0]!.data.fill(step === 3 ? NaN : 0),
  };
  const run = minimize(broken, sgd(1), { steps: 100, every: 10 });
  expect(run.divergedAt).toBe(3);
  expect(run.steps).toBe(3);
  expect(run.losses).toEqual([4, NaN]);
});

test('a start whose loss is not finite has diverged at step 0', () => {
  const run = minimize({ ...bowl, loss: () => NaN }, sgd(1), { steps: 9 });
  expect([run.divergedAt, run.steps, run.losses]).toEqual([0, 0, [NaN]]);
});

test('zero steps are a run of one point', () => {
  const run = minimize(bowl, sgd(1), { steps: 0 });
  expect([run.losses, run.evaluations, run.divergedAt]).toEqual([[4], 0, null]);
});

/** ½|a|² + ½ · 100 |b|²: two tensors whose gradients must not be mixed up. */
const twoTensors: Problem = {
  name: 'two tensors',
  title: 'two tensors',
  start: () => [tensor([1], [1]), tensor([2], [1, 1])],
  loss: ([a, b]) => a!.data[0]! ** 2 / 2 + 50 * (b!.data[0]! ** 2 + b!.data[1]! ** 2),
  gradient([a, b], into) {
    into[0]!.data[0] = a!.data[0]!;
    into[1]!.data.set(b!.data.map((value) => 100 * value));
  },
};

test('groups in another order than the parameters get their own gradients', () => {
  const run = minimize(
    twoTensors,
    ([a, b]) => new SGD([{ params: [b!], lr: 0.01 }, { params: [a!] }], { lr: 1 }),
    { steps: 1 },
  );
  expect(run.losses.at(-1)).toBe(0);
  expect(run.path).toBeUndefined();
});

test('an optimizer made for foreign tensors is refused', () => {
  const make = () => new SGD([tensor([2])], { lr: 1 });
  expect(() => minimize(bowl, make, { steps: 1 })).toThrow(/^make: 'SGD' was given a tensor/);
});

test('every gradient the optimizer asks for is counted, and told the number of its update', () => {
  const steps: number[] = [];
  const spied: Problem = {
    ...bowl,
    gradient(params, into, step) {
      steps.push(step);
      bowl.gradient(params, into, step);
    },
  };
  const twice = {
    name: 'twice',
    lr: 0,
    t: 0,
    step(gradient: () => unknown) {
      gradient();
      gradient();
      this.t += 1;
    },
  };
  expect(minimize(spied, () => twice, { steps: 2 }).evaluations).toBe(4);
  // The last one is for the norm at the end of the run.
  expect(steps).toEqual([1, 1, 2, 2, 3]);
});

test.each([
  [{ steps: -1 }, 'steps: must be a whole number from 0 up, got -1'],
  [{ steps: 1.5 }, 'steps: must be a whole number from 0 up, got 1.5'],
  [{ steps: NaN }, 'steps: must be a whole number from 0 up, got NaN'],
  [{ steps: 2e7 }, /^steps: 20000000 steps would record 20000001 points, .* raise `every`/],
  [{ steps: 1, every: 0 }, 'every: must be a whole number from 1 up, got 0'],
  [{ steps: 1, start: [1] }, "start: 'quadratic' has 2 parameters, got 1"],
  [{ steps: 1, start: [1, NaN] }, 'start: value 1 must be finite, got NaN'],
  [{ steps: 1, schedule: () => -1 }, /^schedule: the learning rate must be finite .* got -1 at 1/],
  [{ steps: 1, schedule: () => NaN }, /^schedule: the learning rate must be finite .* got NaN/],
])('%o is refused', (options, message) => {
  expect(() => minimize(bowl, sgd(1), options)).toThrow(RangeError);
  expect(() => minimize(bowl, sgd(1), options)).toThrow(message);
});
