import { tensor } from '../optim/tensor.ts';
import type { Precision, Tensor } from '../optim/tensor.ts';
import { denseFor } from './kernel/kernel.ts';
import { tanh } from './elementary.ts';
import { Random } from './random.ts';

export type Activation = 'relu' | 'tanh' | 'linear';

/** A dense layer: how many units, and what is done to their sums. */
export interface Layer {
  readonly units: number;
  readonly activation: Activation;
}

export interface NetworkOptions {
  /** How many numbers come in. */
  inputs: number;
  layers: readonly Layer[];
  /** Whether layers have biases (default true). */
  bias?: boolean;
  precision?: Precision;
}

type Numbers = Tensor['data'];

/**
 * Dense layers, forwards and backwards, for a batch of n samples stored one after another:
 *
 * (1) z_l = W_l a_{l−1} + b_l
 * (2) a_l = φ_l(z_l)
 * (3) δ_l = ∂L/∂a_l ⊙ φ_l′(z_l)
 * (4) ∂L/∂W_l = Σ δ_l a_{l−1}ᵀ, ∂L/∂b_l = Σ δ_l, over the batch
 * (5) ∂L/∂a_{l−1} = W_lᵀ δ_l
 *
 * Parameters are [W₁, b₁, W₂, b₂, …] (without the b when `bias` is off), W of shape [outputs, inputs]. Memory is
 * taken when a batch is larger than any before, and kept.
 */
export class Network {
  /** Units of each layer, the inputs first. */
  readonly units: readonly number[];
  readonly layers: readonly Layer[];
  readonly bias: boolean;
  readonly precision: Precision;
  /** a_l of the last forward pass, the inputs first. */
  private readonly activations: Numbers[] = [];
  /** ∂L/∂a_l. */
  private readonly slopes: Numbers[] = [];
  /** δ of the layer that `backward` is at. */
  private deltas = new Float64Array(0);
  private room = 0;

  /** @throws RangeError when there is no layer, or a size is not a positive integer */
  constructor({ inputs, layers, bias = true, precision = 'float64' }: NetworkOptions) {
    if (layers.length === 0) throw new RangeError('layers: a network needs at least one');
    this.units = [inputs, ...layers.map(({ units }) => units)];
    for (const units of this.units) {
      if (Number.isSafeInteger(units) && units >= 1) continue;
      throw new RangeError(
        `layers: units and inputs must be whole numbers from 1 up, got ${units}`,
      );
    }
    this.layers = layers;
    this.bias = bias;
    this.precision = precision;
  }

  /**
   * Weights from a normal distribution of deviation gain / √inputs, biases 0. The gain is that of the layer's
   * activation, √2 for relu (He et al. 2015) and 1 otherwise (LeCun et al. 1998), times `gain`.
   */
  initial(seed: number, gain = 1): Tensor[] {
    return this.layers.flatMap(({ units, activation }, l) => {
      const inputs = this.units[l]!;
      const deviation = gain * Math.sqrt((activation === 'relu' ? 2 : 1) / inputs);
      const random = new Random(seed, l);
      const values = Array.from({ length: units * inputs }, () => random.normal(0, deviation));
      const weights = tensor([units, inputs], values, this.precision);
      return this.bias ? [weights, tensor([units], undefined, this.precision)] : [weights];
    });
  }

  /** A view of where the batch's inputs go: fill it before `forward`. */
  inputs(count: number): Numbers {
    this.reserve(count);
    return this.activations[0]!;
  }

  /** Runs the batch of `count` samples that stands in `inputs`; returns the outputs, sample after sample. */
  forward(params: readonly Tensor[], count: number): Numbers {
    for (const [l, { units, activation }] of this.layers.entries()) {
      const { weights, biases } = this.of(params, l);
      const inputs = this.units[l]!;
      const before = this.activations[l]!;
      const after = this.activations[l + 1]!;
      denseFor(inputs, units, count).sums(weights, biases, before, after, inputs, units, count); // (1)
      activate(activation, after, count * units); // (2)
    }
    return this.activations[this.layers.length]!;
  }

  /** Where the slopes of the loss in the outputs, ∂L/∂a, go: fill it between `forward` and `backward`. */
  outputSlopes(): Numbers {
    return this.slopes[this.layers.length]!;
  }

  /** Fills `into` with the gradient at the last forward pass, from the slopes that stand in `outputSlopes`. */
  backward(params: readonly Tensor[], into: readonly Tensor[], count: number): void {
    for (let l = this.layers.length - 1; l >= 0; l--) {
      const { units, activation } = this.layers[l]!;
      const { weights } = this.of(params, l);
      const { weights: gradient, biases: biasGradient } = this.of(into, l);
      const before = this.activations[l]!;
      const after = this.activations[l + 1]!;
      const slopes = this.slopes[l + 1]!;
      const deltas = this.deltas;
      const inputs = this.units[l]!;
      for (let i = 0; i < count * units; i++) {
        deltas[i] = slopes[i]! * slope(activation, after[i]!); // (3)
      }
      if (biasGradient) addUp(deltas, biasGradient, units, count); // (4)
      const dense = denseFor(inputs, units, count);
      dense.outer(deltas, before, gradient, inputs, units, count); // (4)
      if (l > 0) dense.back(deltas, weights, this.slopes[l]!, inputs, units, count); // (5)
    }
  }

  private of(tensors: readonly Tensor[], l: number): { weights: Numbers; biases?: Numbers } {
    return this.bias
      ? { weights: tensors[2 * l]!.data, biases: tensors[2 * l + 1]!.data }
      : { weights: tensors[l]!.data };
  }

  private reserve(count: number): void {
    if (count <= this.room) return;
    this.room = count;
    this.deltas = new Float64Array(count * Math.max(...this.units.slice(1)));
    const Numbers = this.precision === 'float32' ? Float32Array : Float64Array;
    for (const [l, units] of this.units.entries()) {
      this.activations[l] = new Numbers(count * units);
      this.slopes[l] = new Numbers(count * units);
    }
  }
}

/** Turns the first `length` of the sums z into φ(z). */
function activate(activation: Activation, z: Numbers, length: number): void {
  if (activation === 'linear') return;
  const relu = activation === 'relu';
  for (let i = 0; i < length; i++) {
    const sum = z[i]!;
    z[i] = relu ? (sum > 0 ? sum : 0) : tanh(sum);
  }
}

/** φ′(z), from a = φ(z): that of relu at 0 is taken to be 0. */
function slope(activation: Activation, a: number): number {
  if (activation === 'relu') return a > 0 ? 1 : 0;
  return activation === 'tanh' ? 1 - a * a : 1;
}

/** Fills `sum` with the δ of all samples, added up; those that are 0 are left out, as in `Dense`. */
function addUp(deltas: Float64Array, sum: Numbers, units: number, count: number): void {
  sum.fill(0);
  for (let i = 0, unit = 0; i < count * units; i++, unit = unit + 1 < units ? unit + 1 : 0) {
    if (deltas[i] !== 0) sum[unit]! += deltas[i]!;
  }
}
