import { expect, test } from 'vitest';
import { Momentum, SGD } from '../../../src/optim/index.ts';
import type { Tensor } from '../../../src/optim/tensor.ts';
import {
  minimize,
  rescaledNetwork,
  sharpness,
  sineNetwork,
  type Stepper,
} from '../../../src/problems/index.ts';

test('edge of stability: the sharpness of the sine network rises to 2 / η and stays there', () => {
  const settled = (lr: number) => {
    const problem = sineNetwork();
    const run = minimize(problem, (params) => new SGD(params, { lr }), {
      steps: 6000,
      // Odd, so that both sides of the oscillation are seen.
      every: 75,
      record: { sharpness: (_, params) => sharpness(problem, params) },
    });
    expect(run.divergedAt).toBeNull();
    expect(run.params.reduce((sum, { data }) => sum + data.length, 0)).toBe(37);
    const course = run.state['sharpness']!;
    expect(course[0]).toBeCloseTo(5.6, 1);
    const last = course.slice(-27);
    return last.reduce((a, b) => a + b) / last.length;
  };
  // Means over the last 2,000 steps: 10.04 and 4.06.
  expect(Math.abs(settled(0.2) - 10.04)).toBeLessThan(0.1);
  expect(Math.abs(settled(0.5) - 4.06)).toBeLessThan(0.02);
});

/** Momentum on gradients scaled to the norm of their layer's weights. */
function lars(params: readonly Tensor[], lr: number): Stepper {
  const norm = ({ data }: Tensor) => Math.hypot(...data);
  const m = params.map(({ data }) => new Float64Array(data.length));
  return {
    name: 'LARS',
    lr,
    t: 0,
    step(gradient) {
      for (const [k, g] of gradient().entries()) {
        const ratio = norm(params[k]!) / norm(g);
        const { data } = params[k]!;
        for (let i = 0; i < data.length; i++) {
          m[k]![i] = 0.9 * m[k]![i]! + ratio * g.data[i]!;
          data[i]! -= lr * m[k]![i]!;
        }
      }
    },
  };
}

test('rescaling layers changes nothing for LARS, and everything for momentum', () => {
  const best = (c: number, make: (params: Tensor[]) => Stepper) => {
    const { losses } = minimize(rescaledNetwork({ c }), make, { steps: 300 });
    return Math.min(...losses.filter(Number.isFinite));
  };
  const scales = [1, 10, 50];
  const layerwise = scales.map((c) => best(c, (params) => lars(params, 0.001)));
  const momentum = scales.map((c) => best(c, (params) => new Momentum(params, { lr: 0.03 })));
  for (const loss of layerwise) expect(loss).toBeCloseTo(layerwise[0]!, 9);
  expect(layerwise[0]).toBeLessThan(0.05);
  expect(momentum[0]).toBeLessThan(0.012);
  expect(momentum[1]).toBeGreaterThan(0.4);
  expect(momentum[2]).toBeGreaterThan(1.5);
});

test('rescaled networks start with the same function', () => {
  const outputs = [1, 10, 50].map((c) => {
    const problem = rescaledNetwork({ c });
    return [...problem.predict(problem.start())];
  });
  for (const other of outputs) {
    for (const [i, value] of other.entries()) expect(value).toBeCloseTo(outputs[0]![i]!, 12);
  }
});

test.each([
  [() => rescaledNetwork({ c: 0 }), /^c: must be positive and finite, got 0/],
  [() => sineNetwork({ batchSize: 41 }), /^batchSize: there are 40 samples, got 41/],
])('%s is refused', (make, message) => {
  expect(make).toThrow(RangeError);
  expect(make).toThrow(message);
});
