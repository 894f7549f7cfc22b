import { expect, test } from 'vitest';
import { Adam, Momentum } from '../../../src/optim/index.ts';
import type { Tensor } from '../../../src/optim/tensor.ts';
import { minimize, quadratic, sineNetwork, train } from '../../../src/problems/index.ts';

const problem = sineNetwork({ batchSize: 8, seed: 2 });

test('goes the way of minimize, and pauses where it should', () => {
  const schedule = (t: number) => 0.1 / t;
  const run = minimize(problem, (params) => new Adam(params), { steps: 60, schedule });
  const params = problem.start();
  const optimizer = new Adam(params);
  const losses: number[] = [];
  const pauses: number[] = [];
  for (const step of train(problem, params, optimizer, { steps: 60, every: 25, schedule })) {
    pauses.push(step);
    losses.push(problem.loss(params));
  }
  expect(pauses).toEqual([25, 50, 60]);
  expect(losses).toEqual(pauses.map((step) => run.losses[step]));
  expect(params).toEqual(run.params);
});

test('hands gradients over in the order of the groups', () => {
  const make = (params: Tensor[]) => {
    const [a, b, c, d] = params as [Tensor, Tensor, Tensor, Tensor];
    return new Momentum([{ params: [d, b] }, { params: [c, a] }], { lr: 0.1 });
  };
  const run = minimize(problem, make, { steps: 20 });
  const params = problem.start();
  expect([...train(problem, params, make(params), { steps: 20 })]).toEqual([20]);
  expect(params).toEqual(run.params);
});

test('ends when it has diverged', () => {
  const steep = quadratic({ eigenvalues: [1e200, 1e200] });
  const params = steep.start();
  const pauses = [
    ...train(steep, params, new Momentum(params, { lr: 1 }), { steps: 100, every: 2 }),
  ];
  expect(pauses.length).toBeLessThan(5);
  expect(params[0]!.data.every(Number.isFinite)).toBe(false);
});

test.each([
  [{ steps: 0 }, /^steps: .* got 0/],
  [{ steps: 5, every: 0.5 }, /^every: .* got 0.5/],
  [{ steps: 5, schedule: () => NaN }, /^schedule: .* got NaN at 1/],
])('refuses %j', (options, message) => {
  const params = problem.start();
  expect(() => [...train(problem, params, new Adam(params), options)]).toThrow(message);
});
