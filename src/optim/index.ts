export { type Precision, type Tensor, tensor } from './tensor.ts';
export { type CommonOptions, type Gradient, Optimizer } from './optimizer.ts';
export type { Group, Params } from './groups.ts';
export type { Rule, Schema } from './options.ts';
export {
  constant,
  cosine,
  exponential,
  inverseRoot,
  oneCycle,
  type Schedule,
  step,
  warmup,
} from './schedules.ts';

export { SGD, type SGDOptions } from './sgd.ts';
export { Momentum, type MomentumOptions } from './momentum.ts';
