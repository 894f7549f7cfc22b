import type { Input } from './protocol.ts';

/** What was asked for, as a number in range; text, NaN, empty and 1e308 become the nearest sensible value. */
export function numeric(
  raw: unknown,
  { min, max, value }: { min: number; max: number; value: number },
): { value: number; adjusted: boolean } {
  if (raw === undefined) return { value, adjusted: false };
  const wanted = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof wanted !== 'number' || Number.isNaN(wanted)) return { value, adjusted: true };
  const clamped = Math.min(max, Math.max(min, wanted));
  return { value: clamped, adjusted: clamped !== wanted };
}

/** An input as it will be when a run is given this value: a control can show it before there is a run. */
export function withValue(input: Input, raw: unknown): Input {
  if (raw === undefined) return input;
  switch (input.kind) {
    case 'slider':
    case 'number':
      return { ...input, ...numeric(raw, input) };
    case 'select': {
      const known = input.options.find(({ value }) => value === raw);
      return { ...input, value: known?.value ?? input.value, adjusted: known === undefined };
    }
    case 'toggle': {
      const known = typeof raw === 'boolean';
      return { ...input, value: known ? raw : input.value, adjusted: !known };
    }
    case 'point': {
      const pair: readonly unknown[] = Array.isArray(raw) && raw.length === 2 ? raw : [NaN, NaN];
      const across = numeric(pair[0], { min: input.x[0], max: input.x[1], value: input.value[0] });
      const up = numeric(pair[1], { min: input.y[0], max: input.y[1], value: input.value[1] });
      return {
        ...input,
        value: [across.value, up.value],
        adjusted: across.adjusted || up.adjusted,
      };
    }
  }
}
