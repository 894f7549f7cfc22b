export { minimize } from './minimize.ts';
export type { MinimizeOptions, Stepper } from './minimize.ts';
export type { Problem, Run, Surface } from './problem.ts';
export { Random } from './random.ts';
export { quadratic, ravine } from './quadratic.ts';
export type { QuadraticOptions } from './quadratic.ts';
export { curve, surface } from './surface.ts';
export type { CurveOptions, SurfaceOptions } from './surface.ts';
export {
  beale,
  cliff,
  heavyBallCycle,
  plateau,
  rosenbrock,
  saddle,
  twoBasins,
} from './surfaces.ts';
