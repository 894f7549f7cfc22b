/**
 * One layer's weights or biases: a shape and its values, row by row.
 * Rank 2 means `[rows = outputs, columns = inputs]`, as in PyTorch's `Linear`.
 */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array | Float32Array;
}

export type Precision = 'float32' | 'float64';

/**
 * Makes a tensor. `values` (flat, row by row) are copied; without them it is filled with zeros.
 *
 * @throws RangeError when a dimension is not a positive integer or the number of values does not fit the shape.
 */
export function tensor(
  shape: readonly number[],
  values?: ArrayLike<number>,
  precision: Precision = 'float64',
): Tensor {
  let size = 1;
  for (const dimension of shape) {
    if (!Number.isInteger(dimension) || dimension < 1) {
      throw new RangeError(`shape: each dimension must be a positive integer, got [${shape}]`);
    }
    size *= dimension;
  }
  if (values && values.length !== size) {
    throw new RangeError(`tensor: shape [${shape}] holds ${size} values, got ${values.length}`);
  }
  const data = precision === 'float32' ? new Float32Array(size) : new Float64Array(size);
  if (values) data.set(values);
  return { shape: [...shape], data };
}
