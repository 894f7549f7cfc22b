import type { BatchOptions } from './batches.ts';
import { Network } from './network.ts';
import { Random } from './random.ts';
import { type Training, training } from './training.ts';
import { portable } from './portable.ts';

export interface SineOptions extends BatchOptions {
  /** Names the initial weights (default 7). */
  initialSeed?: number;
}

/**
 * A 1-12-1 tanh network, 37 weights, on 40 points of sin 3x, −1.5 ≤ x ≤ 1.5; the loss is ½ · MSE. Small enough that
 * its sharpness can be followed step by step: under full-batch descent it rises until it is about 2 / η and stays there
 * (the edge of stability, Cohen et al. 2021). There the course itself is chaotic: what a last bit does not change
 * are averages over many steps, such as the mean sharpness.
 */
export function sineNetwork({ initialSeed = 7, ...batches }: SineOptions = {}): Training {
  const network = new Network({
    inputs: 1,
    layers: [
      { units: 12, activation: 'tanh' },
      { units: 1, activation: 'linear' },
    ],
  });
  const inputs = Array.from({ length: 40 }, (_, i) => (3 * i) / 39 - 1.5);
  return training({
    name: 'sine-network',
    title: { zh: '拟合 sin 3x 的小网络', en: 'A small network for sin 3x' },
    network,
    inputs,
    targets: inputs.map((x) => portable(Math.sin(3 * x))),
    loss: 'squares',
    initial: network.initial(initialSeed),
    ...batches,
  });
}

export interface RescaledOptions extends BatchOptions {
  /** The first layer's weights are multiplied by c, the second's divided by it (default 1). */
  c?: number;
  /** Names the initial weights (default 1). */
  initialSeed?: number;
}

/**
 * A 4-32-32-1 relu network without biases on 64 points of 2 sin 2x₁ + x₂ x₃; the loss is ½ · MSE. As
 * relu(c z) = c relu(z), it computes the same function for every c > 0, and a method that minds the scale of a layer is
 * lost where one that does not goes the same way.
 *
 * @throws RangeError when c is not positive and finite
 */
export function rescaledNetwork({
  c = 1,
  initialSeed = 1,
  ...batches
}: RescaledOptions = {}): Training {
  if (!(c > 0 && c < Infinity)) throw new RangeError(`c: must be positive and finite, got ${c}`);
  const network = new Network({
    inputs: 4,
    layers: [
      { units: 32, activation: 'relu' },
      { units: 32, activation: 'relu' },
      { units: 1, activation: 'linear' },
    ],
    bias: false,
  });
  const samples = 64;
  const random = new Random(7);
  const inputs = Float64Array.from({ length: 4 * samples }, () => random.normal());
  const targets = Float64Array.from({ length: samples }, (_, i) => {
    const [x1, x2, x3] = inputs.subarray(4 * i);
    return 2 * portable(Math.sin(2 * x1!)) + x2! * x3!;
  });
  const initial = network.initial(initialSeed);
  for (const [l, factor] of [c, 1 / c].entries()) {
    const { data } = initial[l]!;
    for (let i = 0; i < data.length; i++) data[i]! *= factor;
  }
  return training({
    name: 'rescaled-network',
    title: { zh: '逐层缩放的 ReLU 网络', en: 'A relu network with rescaled layers' },
    network,
    inputs,
    targets,
    loss: 'squares',
    initial,
    ...batches,
  });
}
