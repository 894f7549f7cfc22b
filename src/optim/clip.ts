import { norm } from './norm.ts';
import { type Gradient, Optimizer } from './optimizer.ts';
import { type Tensor, tensor } from './tensor.ts';

/**
 * Limits the norm of the whole gradient, over all tensors, to `maxNorm`: g / max(1, ‖g‖ / maxNorm).
 *
 * Given a gradient function, returns one that gives clipped copies. Given an optimizer, clips the
 * gradient of all its further steps and returns the same optimizer.
 *
 * Errors: RangeError unless `maxNorm` is in (0, ∞).
 *
 * Differences: PyTorch's `clip_grad_norm_` works in place and adds 1e-6 to the norm; this is timm's LAMB.
 *
 * Reference: R. Pascanu, T. Mikolov and Y. Bengio, “On the difficulty of training recurrent neural
 * networks”, ICML 2013, algorithm 1, arXiv:1211.5063.
 */
export function clipGradNorm<Clipped extends Gradient | Optimizer>(
  target: Clipped,
  maxNorm: number,
): Clipped {
  if (!(maxNorm > 0 && maxNorm < Infinity)) {
    throw new RangeError(`clipGradNorm: maxNorm must be in (0, ∞), got ${maxNorm}`);
  }
  const memory: Tensor[] = [];
  const clipped = (gradient: Gradient) => clip(gradient(), maxNorm, memory);
  if (!(target instanceof Optimizer)) {
    const gradient: Gradient = target;
    return (() => clipped(gradient)) as Clipped;
  }
  const step = target.step.bind(target);
  target.step = (gradient) => step(() => clipped(gradient));
  return target;
}

/** Writes the clipped gradient into `memory`, which the first call fills, and returns it. */
function clip(gradient: readonly Tensor[], maxNorm: number, memory: Tensor[]): readonly Tensor[] {
  const norms = Float64Array.from(gradient, ({ data }) => norm(data));
  const excess = norm(norms) / maxNorm;
  for (const [k, { shape, data }] of gradient.entries()) {
    const copy = (memory[k] ??= tensor(
      shape,
      undefined,
      data instanceof Float32Array ? 'float32' : 'float64',
    ));
    for (let i = 0; i < data.length; i++) copy.data[i] = excess > 1 ? data[i]! / excess : data[i]!;
  }
  return memory;
}
