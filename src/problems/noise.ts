import { tensor } from '../optim/tensor.ts';
import type { Tensor } from '../optim/tensor.ts';
import type { Problem } from './problem.ts';
import { Random } from './random.ts';

export interface NoiseOptions {
  /** The standard deviation of what is added to each component of the gradient. */
  sigma: number;
  /** Names the sequence of noises (default 0). */
  seed?: number;
}

/**
 * The same problem with normal noise added to every component of its gradient; the loss stays exact.
 *
 * @throws RangeError when `sigma` is negative or not finite
 */
export function noisy<P extends Problem>(problem: P, { sigma, seed = 0 }: NoiseOptions): P {
  if (!(sigma >= 0 && sigma < Infinity)) {
    throw new RangeError(`sigma: must be finite and not negative, got ${sigma}`);
  }
  const random = new Random(seed);
  return {
    ...problem,
    gradient(params, into, step) {
      problem.gradient(params, into, step);
      random.restart(seed, step);
      for (const { data } of into) {
        for (let i = 0; i < data.length; i++) data[i]! += random.normal(0, sigma);
      }
    },
  };
}

/**
 * Measures how far single gradients lie from their mean: E‖g − E g‖², over the gradients of steps 1 … `gradients`
 * at one point. For mini-batches it falls like 1 / batchSize.
 *
 * @param options.params where (default: the start); `gradients` how many (default 1,000)
 * @throws RangeError when `gradients` is not a whole number above 1
 */
export function gradientVariance(
  problem: Problem,
  {
    params = problem.start(),
    gradients = 1000,
  }: { params?: readonly Tensor[]; gradients?: number } = {},
): number {
  if (!Number.isSafeInteger(gradients) || gradients < 2) {
    throw new RangeError(`gradients: must be a whole number from 2 up, got ${gradients}`);
  }
  const gradient = params.map(({ shape }) => tensor(shape));
  const mean = params.map(({ shape }) => tensor(shape));
  // Welford's running sums: exact even where the mean is far larger than the deviations.
  let squares = 0;
  for (let step = 1; step <= gradients; step++) {
    problem.gradient(params, gradient, step);
    for (const [k, { data }] of gradient.entries()) {
      const center = mean[k]!.data;
      for (let i = 0; i < data.length; i++) {
        const before = data[i]! - center[i]!;
        center[i]! += before / step;
        squares += before * (data[i]! - center[i]!);
      }
    }
  }
  return squares / (gradients - 1);
}
