import type { Tensor } from './tensor.ts';

/**
 * Euclidean norm. Values so large or small that their squares leave the range of numbers
 * are scaled first, so that only a norm that is truly 0 or infinite comes out as such.
 */
export function norm(values: Tensor['data']): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  if (sum > 1e-280 && sum < Infinity) return Math.sqrt(sum);
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  sum = 0;
  for (const value of values) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
}
