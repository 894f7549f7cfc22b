import * as optim from '../../../src/optim/index.ts';
import {
  type CommonOptions,
  Optimizer,
  type Params,
  type Schema,
} from '../../../src/optim/index.ts';

type AnyOptions = CommonOptions & Record<string, unknown>;

export interface OptimizerClass {
  readonly name: string;
  readonly schema: Schema<AnyOptions>;
  new (params: Params<AnyOptions>, options?: Partial<AnyOptions>): Optimizer;
}

/** Every optimizer that the library exports. A new one is in every test at once. */
export const all = Object.values(optim as Record<string, unknown>).filter(
  (each) => typeof each === 'function' && each.prototype instanceof Optimizer,
) as unknown as OptimizerClass[];
