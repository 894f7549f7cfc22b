import { Momentum, SGD } from '../../optim/index.ts';
import { minimize, quadratic, type Run } from '../../problems/index.ts';

/** The picture on the front door: level lines of a valley, and two ways down it. */
export interface Valley {
  /** Tilt of the valley's axis, in degrees as SVG counts them. */
  readonly angle: number;
  readonly levels: readonly { readonly rx: number; readonly ry: number }[];
  readonly paths: readonly { readonly name: string; readonly points: readonly Point[] }[];
}
type Point = readonly [x: number, y: number];

const eigenvalues = [1, 14] as const;
const tilt = 0.42;
const start = [-9.6, -1.1] as const;
const steps = 40;

/** Runs the book's own optimizers, in units of the problem, y pointing down as in SVG. */
export function valley(): Valley {
  const problem = quadratic({ eigenvalues, angle: tilt, start });
  const sgd = minimize(problem, (params) => new SGD(params, { lr: 0.134 }), { steps });
  const momentum = minimize(
    problem,
    (params) => new Momentum(params, { lr: 0.045, momentum: 0.78 }),
    { steps },
  );
  return {
    angle: (-tilt * 180) / Math.PI,
    // ½λr² = c on both axes; c grows as a square, so that the lines stand at even distances.
    levels: Array.from({ length: 13 }, (_, i) => {
      const root = (i + 1) * 0.95;
      return { rx: round(root), ry: round(root / Math.sqrt(eigenvalues[1])) };
    }),
    paths: [
      { name: 'SGD', points: pointsOf(sgd) },
      { name: 'Momentum', points: pointsOf(momentum) },
    ],
  };
}

function pointsOf({ path }: Run): Point[] {
  if (path === undefined) throw new Error('a picture needs a run in two dimensions');
  return path.x.map((x, i) => [round(x), round(-path.y[i]!)]);
}

const round = (value: number) => Math.round(value * 1000) / 1000;
