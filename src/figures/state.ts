import type { Language } from '../text.ts';
import { formatNumber } from './format.ts';
import { plain } from './plain.ts';
import type { Path } from './spec.ts';
import { word } from './words.ts';

/** What a run had at a point of its path, besides the place itself: loss, learning rate, what the cell recorded. */
export function recordedAt(
  { loss, lr, state = [] }: Path,
  point: number,
  language: Language,
): (readonly [name: string, value: number])[] {
  const rate = typeof lr === 'number' ? lr : lr?.[point];
  const entries: (readonly [string, number | undefined])[] = [
    [word('loss', language), loss?.[point]],
    [word('lr', language), rate],
    ...state.map(({ name, values }) => [plain(name, language), values[point]] as const),
  ];
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The same as one reads it. */
export function stateAt(
  run: Path,
  point: number,
  language: Language,
): (readonly [name: string, value: string])[] {
  return recordedAt(run, point, language).map(([name, value]) => [name, formatNumber(value, 4)]);
}

/** Every quantity that any of the runs recorded, once. */
export function recordedNames(runs: readonly Path[], language: Language): string[] {
  return [...new Set(runs.flatMap((run) => recordedAt(run, 0, language).map(([name]) => name)))];
}

/** The last point of a path at or before a step. */
export function pointAt({ x, step }: Path, at: number): number {
  if (!step) return Math.min(x.length - 1, Math.floor(at));
  return step.findLastIndex((value) => value <= at);
}
