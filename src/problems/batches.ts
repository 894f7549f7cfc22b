import { Random } from './random.ts';

export interface BatchOptions {
  /** Samples in a mini-batch. Without it every gradient is that of all samples. */
  batchSize?: number;
  /** Names the sequence of batches (default 0). */
  seed?: number;
}

/** The samples of step t, as indices; the array is used again at the next call. */
export type Batches = (step: number) => Int32Array;

/**
 * Batches of samples drawn independently, with replacement: the variance of the gradient is then exactly
 * proportional to 1 / batchSize.
 *
 * @throws RangeError when `batchSize` is not a positive integer
 */
export function drawn(samples: number, { batchSize, seed = 0 }: BatchOptions): Batches {
  if (batchSize === undefined) return all(samples);
  const batch = new Int32Array(positive(batchSize));
  const random = new Random(seed);
  return (step) => {
    random.restart(seed, step);
    for (let i = 0; i < batch.length; i++) batch[i] = random.integer(samples);
    return batch;
  };
}

/**
 * Batches as in training: the samples are shuffled for each epoch and dealt out in turn, so none is seen
 * twice before all have been seen (but for the few left over when the batch size does not divide them).
 *
 * @throws RangeError when `batchSize` is not an integer from 1 to `samples`
 */
export function dealt(samples: number, { batchSize, seed = 0 }: BatchOptions): Batches {
  if (batchSize === undefined) return all(samples);
  if (positive(batchSize) > samples) {
    throw new RangeError(`batchSize: there are ${samples} samples, got ${batchSize}`);
  }
  const perEpoch = Math.floor(samples / batchSize);
  const order = all(samples)(0);
  const random = new Random(seed);
  let shuffledFor = -1;
  return (step) => {
    const turn = Math.max(step - 1, 0);
    const epoch = Math.floor(turn / perEpoch);
    if (epoch !== shuffledFor) {
      // From sorted order, not from the last epoch's: the batch of a step must not depend on what was asked before.
      for (let i = 0; i < samples; i++) order[i] = i;
      random.restart(seed, epoch).shuffle(order);
      shuffledFor = epoch;
    }
    const from = (turn % perEpoch) * batchSize;
    return order.subarray(from, from + batchSize);
  };
}

function all(samples: number): Batches {
  const every = Int32Array.from({ length: samples }, (_, i) => i);
  return () => every;
}

function positive(batchSize: number): number {
  if (Number.isSafeInteger(batchSize) && batchSize >= 1) return batchSize;
  throw new RangeError(`batchSize: must be a whole number from 1 up, got ${batchSize}`);
}
