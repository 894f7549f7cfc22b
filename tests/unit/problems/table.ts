import type { Tensor } from '../../../src/optim/tensor.ts';
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
];
