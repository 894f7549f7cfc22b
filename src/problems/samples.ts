import { tensor } from '../optim/tensor.ts';
import type { Text } from '../text.ts';
import type { Batches } from './batches.ts';
import { values } from './problem.ts';
import type { Problem, Surface } from './problem.ts';

/** Samples of a linear model: row i of `inputs` belongs to `targets[i]`. */
export interface Data {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
}

/** What one sample costs, as a function of the model's output z = x · w. */
export interface Cost {
  of(z: number, target: number): number;
  slope(z: number, target: number): number;
}

/**
 * A linear model: L(w) = (1/N) Σ cost(xᵢ · w, yᵢ), whose gradient averages cost′(xᵢ · w, yᵢ) xᵢ over a batch.
 */
export function linearModel(options: {
  name: string;
  title: Text;
  data: Data;
  cost: Cost;
  batches: Batches;
  start?: readonly number[];
  surface?: Surface;
}): Problem {
  const { name, title, data, cost, batches, surface } = options;
  const size = data.inputs[0]?.length ?? 0;
  const count = data.inputs.length;
  const inputs = Float64Array.from(data.inputs.flat());
  const targets = Float64Array.from(data.targets);

  const output = (w: Float64Array | Float32Array, i: number): number => {
    let z = 0;
    for (let j = 0; j < size; j++) z += inputs[i * size + j]! * w[j]!;
    return z;
  };

  return {
    name,
    title,
    ...(surface && { surface }),
    start: () => [tensor([size], options.start)],
    loss(params) {
      const w = values(params);
      let sum = 0;
      for (let i = 0; i < count; i++) sum += cost.of(output(w, i), targets[i]!);
      return sum / count;
    },
    gradient(params, into, step) {
      const w = values(params);
      const gradient = values(into);
      const batch = batches(step);
      gradient.fill(0);
      for (const i of batch) {
        const slope = cost.slope(output(w, i), targets[i]!) / batch.length;
        for (let j = 0; j < size; j++) gradient[j]! += slope * inputs[i * size + j]!;
      }
    },
  };
}
