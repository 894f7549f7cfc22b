import type { Tensor } from '../optim/tensor.ts';
import type { Text } from '../text.ts';

/** Something to minimise: a loss, its analytic gradient, and a place to start from. */
export interface Problem {
  /** A short key in lower case: `'ravine'`. */
  readonly name: string;
  /** What readers see. */
  readonly title: Text;
  /** Fresh parameters at the problem's usual start. */
  start(): Tensor[];
  /** The full loss: deterministic, the one that curves show, even where gradients are noisy. */
  loss(params: readonly Tensor[]): number;
  /**
   * Writes the gradient at `params` into `into`, tensor by tensor. Stochastic problems draw their batch or
   * noise from their seed and `step` alone, so the same step always gives the same gradient.
   */
  gradient(params: readonly Tensor[], into: readonly Tensor[], step: number): void;
  /** Puts parameters back where they are allowed to be; `minimize` calls it after each update. */
  project?(params: readonly Tensor[]): void;
  /** How to draw the loss: present when the parameters are one tensor of two elements. */
  readonly surface?: Surface;
}

/** The window in which a two-parameter loss is drawn. */
export interface Surface {
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
  /** The global minima, where known. */
  readonly minima?: readonly (readonly [x: number, y: number])[];
  /** Draw levels on a logarithmic scale, for losses that span many orders of magnitude. */
  readonly log?: boolean;
}

/**
 * What one optimizer did on one problem. Entry k of `losses`, `gradientNorms`, `lr`, `path` and `state` belongs to
 * the point after update `min(k · every, steps)`: entry 0 is the start, the last one the end of the run.
 */
export interface Run {
  /** The optimizer's name. */
  name: string;
  losses: number[];
  /** ‖g‖ of the gradient with which the optimizer left that point (noisy where the problem is). */
  gradientNorms: number[];
  /** The learning rate of the update that led there; at the start, of the first one. */
  lr: number[];
  /** The points, when the parameters are one tensor of two elements. */
  path?: { x: number[]; y: number[] };
  /** What `record` asked for. */
  state: Record<string, number[]>;
  /** The parameters at the end. */
  params: Tensor[];
  /** Updates made: fewer than asked for when the run diverged. */
  steps: number;
  every: number;
  /** The update after which the parameters or the loss were not finite, or the loss had exploded. */
  divergedAt: number | null;
  /** Gradients the optimizer asked for: the cost on which a race is fair. */
  evaluations: number;
}

/** The values of one tensor of a problem. */
export function values(tensors: readonly Tensor[], index = 0): Float64Array | Float32Array {
  const tensor = tensors[index];
  if (!tensor) throw new RangeError(`params: tensor ${index} is missing, got ${tensors.length}`);
  return tensor.data;
}
