export { minimize } from './minimize.ts';
export type { MinimizeOptions, Stepper } from './minimize.ts';
export { train } from './train.ts';
export type { TrainOptions } from './train.ts';
export type { Problem, Run, Surface } from './problem.ts';
export { Random } from './random.ts';

export { centralDifferences, differenceError } from './differences.ts';
export { curve, surface } from './surface.ts';
export type { CurveOptions, SurfaceOptions } from './surface.ts';
export { quadratic, ravine } from './quadratic.ts';
export type { QuadraticOptions } from './quadratic.ts';
export {
  beale,
  cliff,
  heavyBallCycle,
  plateau,
  rosenbrock,
  saddle,
  twoBasins,
} from './surfaces.ts';

export { gradientVariance, noisy } from './noise.ts';
export type { NoiseOptions } from './noise.ts';
export type { BatchOptions } from './batches.ts';
export type { Data } from './samples.ts';
export { linearRegression } from './regression.ts';
export type { Regression, RegressionOptions } from './regression.ts';
export { dogsAndCats, logisticRegression } from './logistic.ts';
export type { DogsAndCats, Logistic, LogisticOptions } from './logistic.ts';
export {
  adamCounterExample,
  generalisationCounterExample,
  nesterovWorstCase,
} from './counter-examples.ts';
export type { GeneralisationCounterExample, WorstCase } from './counter-examples.ts';

export { Network } from './network.ts';
export type { Activation, Layer, NetworkOptions } from './network.ts';
export { training } from './training.ts';
export type { Training, TrainingOptions } from './training.ts';
export { sharpness } from './sharpness.ts';
export { rescaledNetwork, sineNetwork } from './small-networks.ts';
export type { RescaledOptions, SineOptions } from './small-networks.ts';
export type { Digits, Pictures } from './digits.ts';
export { digitsNetwork } from './digits-network.ts';
export type { DigitsNetwork, DigitsOptions } from './digits-network.ts';
