import { expect, test } from 'vitest';
import { Momentum, SGD } from '../../../src/optim/index.ts';
import { tensor, type Tensor } from '../../../src/optim/tensor.ts';
import {
  adamCounterExample,
  generalisationCounterExample,
  minimize,
  nesterovWorstCase,
  type Stepper,
} from '../../../src/problems/index.ts';

/** g / √(accumulated g²), for what Adam (β₁ = 0), AMSGrad and AdaGrad do to these problems. */
function adaptive(
  params: readonly Tensor[],
  lr: number,
  accumulate: (v: number, square: number) => number,
): Stepper {
  const { data } = params[0]!;
  const v = new Float64Array(data.length);
  return {
    name: 'adaptive',
    lr,
    t: 0,
    step(this: { t: number }, gradient) {
      const g = gradient()[0]!.data;
      this.t += 1;
      for (let i = 0; i < data.length; i++) {
        v[i] = accumulate(v[i]!, g[i]! ** 2);
        data[i]! -= (lr * g[i]!) / (Math.sqrt(v[i]!) + 1e-12);
      }
    },
  };
}

test("Nesterov's worst case at k = 100: descent .0373, accelerated .0079, bound .0025", () => {
  const problem = nesterovWorstCase();
  const descent = minimize(problem, (params) => new SGD(params, { lr: 1 / 4 }), { steps: 100 });
  const accelerated = minimize(
    problem,
    (params) => new Momentum(params, { lr: 1 / 4, nesterov: true }),
    {
      steps: 100,
      onStep: ({ t, groups }) => {
        // The coefficient of update t + 1 that takes the look-ahead point: (t − 1) / (t + 2) of the next.
        groups[0]!.options.momentum = (t + 1) / (t + 4);
      },
    },
  );
  expect(descent.losses.at(-1)).toBeCloseTo(0.0373, 4);
  expect(accelerated.losses.at(-1)).toBeLessThan(0.009);
  expect(problem.lowerBound(100)).toBeCloseTo(0.002475, 6);
  // The theorem's bound, with ‖x*‖² = Σ (1 − i/202)².
  const distance = Array.from({ length: 201 }, (_, i) => ((i + 1) / 202) ** 2);
  const general = (12 * distance.reduce((a, b) => a + b)) / (32 * 101 ** 2);
  expect(general).toBeCloseTo(0.002457, 6);
  for (const { losses } of [descent, accelerated]) {
    for (const [k, loss] of losses.entries()) {
      expect(loss).toBeGreaterThan(problem.lowerBound(k) - 1e-12);
    }
  }
});

test("Nesterov's scheme with the sequence t_k reaches .0079, above the lower bound at every k", () => {
  const problem = nesterovWorstCase();
  const x = tensor([201]);
  const y = tensor([201]);
  const g = tensor([201]);
  let t = 1;
  for (let k = 1; k <= 100; k++) {
    problem.gradient([y], [g], k);
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    for (let i = 0; i < 201; i++) {
      const moved = y.data[i]! - g.data[i]! / 4;
      y.data[i] = moved + ((t - 1) / next) * (moved - x.data[i]!);
      x.data[i] = moved;
    }
    t = next;
    expect(problem.loss([x])).toBeGreaterThan(problem.lowerBound(k));
  }
  expect(problem.loss([x])).toBeCloseTo(0.00791, 5);
});

test("the minimum of Nesterov's worst case is 0, at 1 − i / (n + 1)", () => {
  for (const n of [1, 2, 201]) {
    const problem = nesterovWorstCase({ n });
    const solution = [
      tensor(
        [n],
        Float64Array.from({ length: n }, (_, i) => 1 - (i + 1) / (n + 1)),
      ),
    ];
    const into = [tensor([n])];
    problem.gradient(solution, into, 1);
    expect(Math.hypot(...into[0]!.data)).toBeLessThan(1e-13);
    expect(problem.loss(solution)).toBeCloseTo(0, 13);
  }
});

test('all fit the data of the generalisation counter-example; only descent generalises', () => {
  for (const options of [{}, { samples: 40, positive: 0.7 }]) {
    const problem = generalisationCounterExample(options);
    const makers: [number, (params: Tensor[]) => Stepper][] = [
      [1, (params) => new SGD(params, { lr: 0.3 })],
      [0.5, (params) => adaptive(params, 0.05, (v, square) => v + square)],
      [0.5, (params) => adaptive(params, 0.001, (v, square) => 0.999 * v + 0.001 * square)],
    ];
    for (const [accuracy, make] of makers) {
      const run = minimize(problem, make, { steps: 2000, every: 100 });
      expect(run.losses.at(-1)).toBeLessThan(1e-6);
      expect(problem.trainAccuracy(run.params)).toBe(1);
      expect(problem.testAccuracy(run.params)).toBe(accuracy);
    }
  }
});

test('no two samples of the generalisation counter-example share a feature of their own', () => {
  const { data } = generalisationCounterExample({ samples: 5, positive: 0.6 });
  expect(data.targets).toEqual([1, 1, 1, -1, -1]);
  expect(data.inputs.map((row) => row.slice(3).reduce((sum, x) => sum + x))).toEqual([
    1, 1, 1, 5, 5,
  ]);
  for (let j = 3; j < 28; j++) {
    expect(data.inputs.filter((row) => row[j] !== 0).length).toBeLessThan(2);
  }
  expect(data.inputs.map((row) => row.slice(0, 3))).toEqual(
    data.targets.map((label) => [label, 1, 1]),
  );
});

test('on the Adam counter-example Adam goes to +1 and AMSGrad to −1', () => {
  const problem = adamCounterExample();
  const beta2 = 1 / (1 + 10 ** 2);
  const average = (v: number, square: number) => beta2 * v + (1 - beta2) * square;
  const end = (accumulate: typeof average) =>
    minimize(problem, (params) => adaptive(params, 0.001, accumulate), {
      steps: 20_000,
      every: 1000,
    }).params[0]!.data[0]!;
  let v = 0;
  expect(end(average)).toBeGreaterThan(0.99);
  expect(end((max, square) => Math.max(max, (v = average(v, square))))).toBeLessThan(-0.99);
});

test('the Adam counter-example keeps x within [−1, 1]', () => {
  const run = minimize(adamCounterExample(), (params) => new SGD(params, { lr: 9 }), {
    steps: 6,
    record: { x: (_, [x]) => x!.data[0]! },
  });
  expect(run.state['x']).toEqual([0, -1, 1, 1, -1, 1, 1]);
});

test.each([
  [() => nesterovWorstCase({ n: 0 }), /^n: must be a whole number from 1 up, got 0/],
  [() => generalisationCounterExample({ samples: 2.5 }), /^samples: /],
  [() => generalisationCounterExample({ positive: 0.5 }), /^positive: must be .* got 0.5/],
  [() => generalisationCounterExample({ positive: 1 }), /^positive: /],
  [() => adamCounterExample({ c: 2 }), /^c: must be finite and above 2, got 2/],
])('%s is refused', (make, message) => {
  expect(make).toThrow(RangeError);
  expect(make).toThrow(message);
});
