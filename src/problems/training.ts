import type { Tensor } from '../optim/tensor.ts';
import type { Text } from '../text.ts';
import { type BatchOptions, dealt } from './batches.ts';
import type { Network } from './network.ts';
import type { Problem } from './problem.ts';
import { exp, log } from './elementary.ts';

type Numbers = Tensor['data'];

export interface TrainingOptions extends BatchOptions {
  name: string;
  title: Text;
  network: Network;
  /** N samples, one after another. */
  inputs: ArrayLike<number>;
  /** For 'squares' N × outputs numbers; for 'cross-entropy' N labels, from 0 to outputs − 1. */
  targets: ArrayLike<number>;
  /**
   * 'squares': ½ |a − y|², averaged over samples and outputs (½ · MSE).
   * 'cross-entropy': −log softmax(a)_label, averaged over samples; the last layer is to be linear.
   */
  loss: 'squares' | 'cross-entropy';
  /** The start. Copied each time. */
  initial: readonly Tensor[];
}

export interface Training extends Problem {
  readonly network: Network;
  /** How many samples there are. */
  readonly samples: number;
  /** The network's outputs, one sample after another, for the training inputs or for others. */
  predict(params: readonly Tensor[], inputs?: ArrayLike<number>): Numbers;
}

/**
 * Training a network on samples, as a problem. Batches are dealt out epoch by epoch from (seed, step).
 *
 * @throws RangeError when the samples do not fit the network
 */
export function training(options: TrainingOptions): Training {
  const { name, title, network, initial, loss } = options;
  const Numbers = network.precision === 'float32' ? Float32Array : Float64Array;
  const inputs = Numbers.from(options.inputs);
  const targets = Float64Array.from(options.targets);
  const width = network.units[0]!;
  const outputs = network.units.at(-1)!;
  const perSample = loss === 'squares' ? outputs : 1;
  const samples = inputs.length / width;
  check(samples, width, targets, perSample, loss === 'squares' ? Infinity : outputs);
  const batches = dealt(samples, options);
  const everything = dealt(samples, {})(1);

  /** Runs a batch forwards; returns its loss and, if asked, leaves the slopes for the way back. */
  const evaluate = (params: readonly Tensor[], batch: Int32Array, slopes: boolean): number => {
    const count = batch.length;
    const into = network.inputs(count);
    for (let k = 0; k < count; k++) {
      const from = batch[k]! * width;
      into.set(inputs.subarray(from, from + width), k * width);
    }
    const a = network.forward(params, count);
    const d = slopes ? network.outputSlopes() : undefined;
    const measure = loss === 'squares' ? squares : crossEntropy;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      sum += measure(a, k * outputs, outputs, targets, batch[k]! * perSample, d, count);
    }
    return sum / count;
  };

  return {
    name,
    title,
    network,
    samples,
    start: () => initial.map(({ shape, data }) => ({ shape, data: data.slice() })),
    loss: (params) => evaluate(params, everything, false),
    gradient(params, into, step) {
      const batch = batches(step);
      evaluate(params, batch, true);
      network.backward(params, into, batch.length);
    },
    predict(params, others = inputs) {
      const count = others.length / width;
      network.inputs(count).set(others);
      return network.forward(params, count).slice(0, count * outputs);
    },
  };
}

/**
 * One sample's loss. `a` holds its outputs from `from` on, `y` its target from `to` on; with `d`, writes there
 * the slopes of the batch's mean loss, hence the division by `count`.
 */
type Measure = (
  a: Numbers,
  from: number,
  outputs: number,
  y: Float64Array,
  to: number,
  d: Numbers | undefined,
  count: number,
) => number;

const squares: Measure = (a, from, outputs, y, to, d, count) => {
  let sum = 0;
  for (let i = 0; i < outputs; i++) {
    const error = a[from + i]! - y[to + i]!;
    sum += error * error;
    if (d) d[from + i] = error / (outputs * count);
  }
  return sum / (2 * outputs);
};

const crossEntropy: Measure = (a, from, outputs, y, to, d, count) => {
  const label = y[to]!;
  // Subtracting the largest output changes no probability and keeps the exponentials finite.
  let largest = -Infinity;
  for (let i = 0; i < outputs; i++) largest = Math.max(largest, a[from + i]!);
  let total = 0;
  for (let i = 0; i < outputs; i++) total += exp(a[from + i]! - largest);
  for (let i = 0; d && i < outputs; i++) {
    const probability = exp(a[from + i]! - largest) / total;
    d[from + i] = (probability - Number(i === label)) / count;
  }
  return log(total) + largest - a[from + label]!;
};

function check(
  samples: number,
  width: number,
  targets: Numbers,
  perSample: number,
  labels: number,
) {
  if (!Number.isInteger(samples) || samples < 1) {
    throw new RangeError(`inputs: must hold whole samples of ${width} numbers`);
  }
  if (targets.length !== samples * perSample) {
    throw new RangeError(
      `targets: ${samples} samples need ${samples * perSample}, got ${targets.length}`,
    );
  }
  const unfit =
    labels < Infinity && targets.find((y) => !Number.isInteger(y) || y < 0 || y >= labels);
  if (typeof unfit === 'number') {
    throw new RangeError(`targets: labels must be whole numbers below ${labels}, got ${unfit}`);
  }
}
