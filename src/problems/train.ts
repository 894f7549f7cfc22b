import { tensor } from '../optim/tensor.ts';
import type { Tensor } from '../optim/tensor.ts';
import { allFinite, checkedRate, inOrderOf, type Stepper } from './minimize.ts';
import type { Problem } from './problem.ts';

export interface TrainOptions {
  /** How many updates to make. */
  steps: number;
  /** Pause every so many updates (default 25), and after the last. */
  every?: number;
  /** The learning rate of update t, counted from 1. */
  schedule?: (t: number) => number;
}

/**
 * Trains in pieces, so that a run can be watched: each pause gives the number of updates made. Where `minimize` takes
 * the full loss at every record, nothing is measured here but what the loop asks for. Ends early, after a last pause,
 * when a parameter is no longer finite.
 *
 * @param params the tensors the optimizer was made for, in the order of `problem.start()`
 * @throws RangeError when an option is out of range, or the optimizer has other tensors than `params`
 * @example for (const step of train(problem, params, new SGD(params, { lr: 0.1 }), { steps: 500 })) …
 */
export function* train(
  problem: Problem,
  params: readonly Tensor[],
  optimizer: Stepper,
  { steps, every = 25, schedule }: TrainOptions,
): Generator<number, void, void> {
  for (const [name, value] of Object.entries({ steps, every })) {
    if (Number.isSafeInteger(value) && value >= 1) continue;
    throw new RangeError(`${name}: must be a whole number from 1 up, got ${value}`);
  }
  // Of the parameters' own precision: loops over arrays of one kind run several times faster than over two.
  const gradients = params.map(({ shape, data }) =>
    tensor(shape, undefined, data instanceof Float32Array ? 'float32' : 'float64'),
  );
  const handedOver = inOrderOf(optimizer, params, gradients);
  let step = 0;
  const evaluate = (): readonly Tensor[] => {
    problem.gradient(params, gradients, step);
    return handedOver;
  };
  while (step < steps) {
    step += 1;
    if (schedule) optimizer.lr = checkedRate(schedule(step), step);
    optimizer.step(evaluate);
    problem.project?.(params);
    if (step % every !== 0 && step !== steps) continue;
    yield step;
    if (!allFinite(params)) return;
  }
}
