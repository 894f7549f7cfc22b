import type { Digits, Pictures } from '../../src/problems/digits.ts';
import type { DigitsNetwork } from '../../src/problems/index.ts';

/** What every contender does: one epoch of the same pictures, from the same start, in the same order, by Adam. */
export const BATCH = { batchSize: 32, seed: 0 };
export const ADAM = { lr: 2e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8 };

export interface Task {
  readonly digits: Digits;
  readonly pixels: number;
  readonly hidden: number;
  readonly problem: DigitsNetwork;
}

export interface Result {
  readonly ms: number;
  /** The share of test pictures that are told right after the epoch. */
  readonly accuracy: number;
}

/** Each pixel four times: the size of the original pictures, and nothing more to see in them. */
export function doubled({ width, height, train, test }: Digits): Digits {
  const larger = ({ inputs, labels }: Pictures): Pictures => {
    const from = (i: number) => {
      const [picture, pixel] = [Math.floor(i / (4 * width * height)), i % (4 * width * height)];
      const [y, x] = [Math.floor(pixel / (2 * width)), pixel % (2 * width)];
      return picture * width * height + (y >> 1) * width + (x >> 1);
    };
    return { labels, inputs: new Float32Array(4 * inputs.length).map((_, i) => inputs[from(i)]!) };
  };
  return { width: 2 * width, height: 2 * height, train: larger(train), test: larger(test) };
}

/** The share of answers that are the labels. */
export function rightShare(answers: ArrayLike<number>, labels: Uint8Array): number {
  return labels.filter((label, k) => label === answers[k]).length / labels.length;
}
