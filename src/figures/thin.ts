/**
 * Chooses which points of a long series to keep: in each bucket the least and the greatest value of every
 * array, the first value that is not finite, and always both ends. Every spike of the series therefore stays.
 *
 * @returns the kept indices in order, or null when nothing needs to go.
 */
export function thin(arrays: readonly ArrayLike<number>[], limit: number): number[] | null {
  const length = arrays[0]?.length ?? 0;
  if (length <= limit) return null;
  const buckets = Math.max(1, Math.floor(limit / (2 * arrays.length)));
  const kept: number[] = [0];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = Math.floor((bucket * length) / buckets);
    const end = Math.floor(((bucket + 1) * length) / buckets);
    const found = new Set<number>();
    for (const values of arrays) {
      for (const index of extremes(values, start, end)) found.add(index);
    }
    kept.push(...[...found].sort((a, b) => a - b));
  }
  kept.push(length - 1);
  return kept.filter((index, k) => k === 0 || index > kept[k - 1]!);
}

function extremes(values: ArrayLike<number>, start: number, end: number): number[] {
  let least = -1;
  let greatest = -1;
  let broken = -1;
  for (let i = start; i < end; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      if (broken < 0) broken = i;
      continue;
    }
    if (least < 0 || value < values[least]!) least = i;
    if (greatest < 0 || value > values[greatest]!) greatest = i;
  }
  return [least, greatest, broken].filter((index) => index >= 0);
}

/** The values that stand at the kept indices; all of them when nothing was thinned. */
export function pick(values: ArrayLike<number>, kept: readonly number[] | null): number[] {
  return kept ? kept.map((index) => values[index]!) : Array.from(values);
}
