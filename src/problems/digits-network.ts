import type { Precision, Tensor } from '../optim/tensor.ts';
import type { BatchOptions } from './batches.ts';
import type { Digits } from './digits.ts';
import { Network } from './network.ts';
import { type Training, training } from './training.ts';

export interface DigitsOptions extends BatchOptions {
  /** The pictures: `await data('digits')`. */
  digits: Digits;
  /** Units of the hidden layer, or of several; 0 or [] for none: softmax regression (default 32). */
  hidden?: number | readonly number[];
  activation?: 'relu' | 'tanh';
  /** Train on the first so many pictures only; each digit has its share of them (default all). */
  samples?: number;
  /** Names the initial weights (default 1). */
  initialSeed?: number;
  /** Default 'float32', as networks are trained. */
  precision?: Precision;
}

export interface DigitsNetwork extends Training {
  /** Gradients in one pass over the pictures. */
  readonly perEpoch: number;
  /** The share of test pictures that are told right. */
  accuracy(params: readonly Tensor[]): number;
  /** The digit the network takes each test picture for; 255 where its outputs are not numbers. */
  answers(params: readonly Tensor[]): Uint8Array;
  /** How many test pictures of digit i (row) are taken for digit j (column). */
  confusion(params: readonly Tensor[]): number[][];
}

const CLASSES = 10;

/**
 * A dense network that tells handwritten digits, with softmax cross-entropy on mini-batches; what it has learnt is
 * measured on the test pictures, which it is never trained on.
 *
 * @throws RangeError when `samples` is not a whole number from 1 to the number of pictures
 */
export function digitsNetwork({
  digits,
  hidden = 32,
  activation = 'relu',
  samples = digits.train.labels.length,
  initialSeed = 1,
  precision = 'float32',
  ...batches
}: DigitsOptions): DigitsNetwork {
  const { train, test, width, height } = digits;
  if (!(Number.isInteger(samples) && samples >= 1 && samples <= train.labels.length)) {
    throw new RangeError(`samples: must be from 1 to ${train.labels.length}, got ${samples}`);
  }
  const pixels = width * height;
  const sizes = typeof hidden === 'number' ? (hidden === 0 ? [] : [hidden]) : hidden;
  const network = new Network({
    inputs: pixels,
    layers: [
      ...sizes.map((units) => ({ units, activation })),
      { units: CLASSES, activation: 'linear' },
    ],
    precision,
  });
  const problem = training({
    name: 'digits',
    title: { zh: '手写数字', en: 'Handwritten digits' },
    network,
    inputs: train.inputs.subarray(0, samples * pixels),
    targets: train.labels.subarray(0, samples),
    loss: 'cross-entropy',
    initial: network.initial(initialSeed),
    ...batches,
  });

  const answers = (params: readonly Tensor[]): Uint8Array => {
    const outputs = problem.predict(params, test.inputs);
    return Uint8Array.from(test.labels, (_, k) => {
      const of = outputs.subarray(k * CLASSES, (k + 1) * CLASSES);
      return of.indexOf(Math.max(...of));
    });
  };
  const confusion = (params: readonly Tensor[]): number[][] => {
    const counts = Array.from({ length: CLASSES }, (): number[] =>
      Array.from({ length: CLASSES }, () => 0),
    );
    for (const [k, answer] of answers(params).entries()) {
      if (answer < CLASSES) counts[test.labels[k]!]![answer]! += 1;
    }
    return counts;
  };
  const accuracy = (params: readonly Tensor[]): number => {
    const right = answers(params).reduce(
      (sum, answer, k) => sum + Number(answer === test.labels[k]),
      0,
    );
    return right / test.labels.length;
  };
  const perEpoch = Math.floor(samples / (batches.batchSize ?? samples));
  return { ...problem, perEpoch, accuracy, answers, confusion };
}
