import { packDigits } from '../../../src/notebook/build/digits.ts';
import { tensor, type Tensor } from '../../../src/optim/tensor.ts';
import { unpackDigits } from '../../../src/problems/digits.ts';
import * as problems from '../../../src/problems/index.ts';
import type { Problem } from '../../../src/problems/index.ts';

export interface Row {
  /** The export this row covers. */
  of: keyof typeof problems;
  label: string;
  /** With a deterministic gradient: that of the loss. */
  problem: Problem;
  /** How far from the start, in each coordinate, the gradient is checked. */
  spread?: number;
  /** Step of the finite differences, and the error allowed relative to the largest component. */
  step?: number;
  tolerance?: number;
  /** Points where the loss has a kink are left out. */
  smooth?: (params: readonly Tensor[]) => boolean;
}

/** Away from the points where a piecewise slope has a corner, finite differences are accurate. */
const awayFrom =
  (...corners: number[]) =>
  ([tensor]: readonly Tensor[]): boolean =>
    corners.every((corner) => Math.abs(tensor!.data[0]! - corner) > 1e-4);

const digits = unpackDigits((await packDigits()).bytes);

/** Every problem of the library; a test fails when one is missing here. */
export const table: Row[] = [
  {
    of: 'quadratic',
    label: 'quadratic, three dimensions',
    problem: problems.quadratic({
      hessian: [
        [4, 1, 0],
        [1, 3, -2],
        [0, -2, 5],
      ],
    }),
  },
  {
    of: 'quadratic',
    label: 'quadratic, rotated',
    problem: problems.quadratic({ eigenvalues: [1, 50], angle: Math.PI / 5, start: [3, -1] }),
  },
  { of: 'ravine', label: 'ravine', problem: problems.ravine },
  {
    of: 'surface',
    label: 'surface',
    problem: problems.surface({
      name: 'own',
      title: 'own',
      f: (x, y) => Math.sin(x) * y,
      gradient: (x, y) => [Math.cos(x) * y, Math.sin(x)],
      start: [1, 1],
      x: [-2, 2],
      y: [-2, 2],
    }),
    spread: 3,
  },
  {
    of: 'curve',
    label: 'curve',
    problem: problems.curve({
      name: 'own',
      title: 'own',
      f: (x) => x ** 4,
      derivative: (x) => 4 * x ** 3,
      start: 1,
    }),
  },
  { of: 'rosenbrock', label: 'rosenbrock', problem: problems.rosenbrock },
  { of: 'beale', label: 'beale', problem: problems.beale },
  { of: 'saddle', label: 'saddle', problem: problems.saddle, spread: 2 },
  {
    of: 'plateau',
    label: 'plateau',
    problem: problems.plateau,
    spread: 12,
    smooth: awayFrom(-3, -2, 4),
  },
  { of: 'twoBasins', label: 'two basins', problem: problems.twoBasins, spread: 5 },
  { of: 'cliff', label: 'cliff', problem: problems.cliff, spread: 8, smooth: awayFrom(-4, -3) },
  {
    of: 'heavyBallCycle',
    label: 'heavy-ball counter-example',
    problem: problems.heavyBallCycle,
    spread: 5,
    smooth: awayFrom(1, 2),
  },
  {
    of: 'noisy',
    label: 'noisy, on average',
    problem: averaged(problems.noisy(problems.beale, { sigma: 0.1, seed: 3 }), 20_000),
    // 0.1 / √20,000 is 7e-4: four times that.
    tolerance: 3e-3,
  },
  { of: 'linearRegression', label: 'linear regression', problem: problems.linearRegression() },
  {
    of: 'linearRegression',
    label: 'linear regression, batches on average',
    problem: averaged(problems.linearRegression({ batchSize: 10, seed: 1 }), 10_000),
    tolerance: 0.03,
  },
  {
    of: 'logisticRegression',
    label: 'logistic regression',
    problem: problems.logisticRegression(),
    spread: 30,
  },
  { of: 'dogsAndCats', label: 'dogs and cats', problem: problems.dogsAndCats(), spread: 5 },
  {
    of: 'dogsAndCats',
    label: 'dogs and cats, batches on average',
    problem: averaged(problems.dogsAndCats({ batchSize: 4, seed: 1 }), 10_000),
    tolerance: 0.02,
  },
  {
    of: 'nesterovWorstCase',
    label: "Nesterov's worst case",
    problem: problems.nesterovWorstCase({ n: 7 }),
  },
  {
    of: 'generalisationCounterExample',
    label: 'generalisation counter-example',
    problem: problems.generalisationCounterExample(),
  },
  {
    of: 'adamCounterExample',
    label: 'Adam counter-example, over its three steps',
    problem: averaged(problems.adamCounterExample(), 3),
  },
  { of: 'sineNetwork', label: 'sine network', problem: problems.sineNetwork(), spread: 2 },
  {
    of: 'rescaledNetwork',
    label: 'rescaled network',
    problem: problems.rescaledNetwork({ c: 3 }),
    spread: 0.1,
    step: 1e-6,
  },
  {
    of: 'digitsNetwork',
    label: 'a network that tells digits',
    problem: problems.digitsNetwork({
      digits,
      hidden: 3,
      activation: 'tanh',
      samples: 10,
      precision: 'float64',
    }),
  },
  {
    of: 'training',
    label: 'training by cross-entropy, with biases',
    problem: classes({ batchSize: undefined }),
    spread: 2,
  },
  {
    of: 'training',
    label: 'training by cross-entropy, an epoch of batches on average',
    problem: averaged(classes({ batchSize: 2 }), 3),
    spread: 2,
  },
];

/** The mean of the gradients of steps 1 … count: that of the loss, where single ones are noisy. */
function averaged({ name, title, start, loss, ...problem }: Problem, count: number): Problem {
  return {
    name,
    title,
    start,
    loss,
    gradient(params, into) {
      const one = into.map(({ shape }) => tensor(shape));
      for (const { data } of into) data.fill(0);
      for (let step = 1; step <= count; step++) {
        problem.gradient(params, one, step);
        for (const [k, { data }] of into.entries()) {
          for (let i = 0; i < data.length; i++) data[i]! += one[k]!.data[i]! / count;
        }
      }
    },
  };
}

/** Six points in three classes. */
function classes({ batchSize }: { batchSize: number | undefined }): Problem {
  const network = new problems.Network({
    inputs: 2,
    layers: [
      { units: 4, activation: 'tanh' },
      { units: 3, activation: 'linear' },
    ],
  });
  return problems.training({
    name: 'classes',
    title: 'classes',
    network,
    inputs: [0, 1, 1, 0, -1, 0, 0, -1, 1, 1, -1, -1],
    targets: [0, 1, 2, 0, 1, 2],
    loss: 'cross-entropy',
    initial: network.initial(1),
    ...(batchSize && { batchSize }),
  });
}
