import { complete, type Schema } from './options.ts';
import type { Tensor } from './tensor.ts';

/** Parameters that share their options, such as all biases. */
export interface Group<Options> {
  readonly params: readonly Tensor[];
  /** Complete and checked. A schedule may change them between steps. */
  readonly options: Options;
}

/** What an optimizer is made for: its parameters, or groups of them with options of their own. */
export type Params<Options> =
  readonly Tensor[] | readonly ({ readonly params: readonly Tensor[] } & Partial<Options>)[];

/**
 * Sorts parameters into groups, each with complete options: its own, else the common ones, else the defaults.
 *
 * @throws TypeError when something is neither a tensor nor a group.
 * @throws RangeError when there is no parameter, a group is empty, or a tensor comes twice.
 */
export function makeGroups<Options extends object>(
  schema: Schema<Options>,
  params: Params<Options>,
  common: Partial<Options>,
): Group<Options>[] {
  if (!Array.isArray(params)) {
    throw new TypeError(`${schema.name}: params must be a list of tensors or of groups`);
  }
  if (params.length === 0) throw new RangeError(`${schema.name}: params is empty`);
  const seen = new Set<Tensor>();
  const add = (tensors: unknown): readonly Tensor[] => {
    if (!Array.isArray(tensors)) {
      throw new TypeError(`${schema.name}: params of a group must be a list of tensors`);
    }
    if (tensors.length === 0) throw new RangeError(`${schema.name}: a group has no params`);
    for (const each of tensors) {
      if (!isTensor(each)) {
        throw new TypeError(`${schema.name}: each of params must be a tensor { shape, data }`);
      }
      if (seen.has(each)) throw new RangeError(`${schema.name}: a tensor comes twice in params`);
      seen.add(each);
    }
    return [...tensors];
  };
  const isGroup = (each: unknown) => typeof each === 'object' && each !== null && 'params' in each;
  if (!params.some(isGroup)) return [{ params: add(params), options: complete(schema, common) }];
  return params.map((group) => {
    if (!isGroup(group)) {
      throw new TypeError(`${schema.name}: params mixes groups with things that are none`);
    }
    const { params: own, ...options } = group as { params: unknown } & Partial<Options>;
    return {
      params: add(own),
      options: complete(schema, { ...common, ...options } as Partial<Options>),
    };
  });
}

/** Whether this is a tensor whose values fit its shape. */
export function isTensor(value: unknown): value is Tensor {
  const { shape, data } = (value ?? {}) as Partial<Tensor>;
  return (
    Array.isArray(shape) &&
    (data instanceof Float64Array || data instanceof Float32Array) &&
    data.length === shape.reduce((size: number, dimension: number) => size * dimension, 1)
  );
}
