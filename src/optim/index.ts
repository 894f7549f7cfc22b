export { type Precision, type Tensor, tensor } from './tensor.ts';
export { type CommonOptions, type Gradient, Optimizer, type Values } from './optimizer.ts';
export type { Group, Params } from './groups.ts';
/** The rules of options, for a reader's own optimizer: `rules.nonNegative(0.1)`. */
export * as rules from './options.ts';
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
export { clipGradNorm } from './clip.ts';

export { SGD, type SGDOptions } from './sgd.ts';
export { Momentum, type MomentumOptions } from './momentum.ts';
export { NAG, type NAGOptions } from './nag.ts';
export { SGDW, type SGDWOptions } from './sgdw.ts';
export { AdaGrad, type AdaGradOptions } from './adagrad.ts';
export { RMSProp, type RMSPropOptions } from './rmsprop.ts';
export { RMSPropTF, type RMSPropTFOptions } from './rmsprop-tf.ts';
export { Adadelta, type AdadeltaOptions } from './adadelta.ts';
export { Adam, type AdamOptions } from './adam.ts';
export { Adamax, type AdamaxOptions } from './adamax.ts';
export { NAdam, type NAdamOptions } from './nadam.ts';
export { RAdam, type RAdamOptions } from './radam.ts';
export { AdamW, type AdamWOptions } from './adamw.ts';
export { LARS, type LARSOptions } from './lars.ts';
export { LAMB, type LAMBOptions } from './lamb.ts';
