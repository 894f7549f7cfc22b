import { drawable } from './scale.ts';
import type { HeatmapSpec } from './spec.ts';

/** Colours `--ramp-0 … --ramp-11` from low to high, and `--div-0 … --div-10` around the middle one. */
export const RAMP_STEPS = { ramp: 12, div: 11 } as const;

/** The values at the two ends of a heat map's colours. */
export function colorDomain({ values, color }: HeatmapSpec): [number, number] {
  if (color.domain) return [...color.domain];
  let [low, high] = [Infinity, -Infinity];
  for (const value of values.flat()) {
    const shown = drawable(value, color.log === true);
    if (shown < low) low = shown;
    if (shown > high) high = shown;
  }
  if (!(low <= high)) [low, high] = color.log ? [0.1, 1] : [0, 1];
  if (!color.diverging) return [low, high];
  if (!color.log) {
    const reach = Math.max(Math.abs(low), Math.abs(high)) || 1;
    return [-reach, reach];
  }
  const reach = Math.exp(Math.max(Math.abs(Math.log(low)), Math.abs(Math.log(high))) || 1);
  return [1 / reach, reach];
}

/** The colour of each cell, by its number on the ramp; −1 where there is no finite value. */
export function levelsOf(spec: HeatmapSpec): number[][] {
  const { color, values } = spec;
  const [low, high] = colorDomain(spec);
  const steps = color.diverging ? RAMP_STEPS.div : RAMP_STEPS.ramp;
  const at = (value: number) => (color.log ? Math.log(value) : value);
  return values.map((row) =>
    row.map((value) => {
      if (!Number.isFinite(value)) return -1;
      // A loss of exactly 0 has no logarithm, but it is the lowest there is.
      if (color.log && value <= 0) return 0;
      const share = high > low ? (at(value) - at(low)) / (at(high) - at(low)) : 0.5;
      return Math.max(0, Math.min(steps - 1, Math.floor(share * steps)));
    }),
  );
}
