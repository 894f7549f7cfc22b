import type { Language } from '../text.ts';
import { formatNumber } from './format.ts';
import type { Path } from './spec.ts';
import { word } from './words.ts';

/** What a run had at a point of its path, besides the place itself: loss, learning rate, what the cell recorded. */
export function stateAt(
  { loss, lr, state = [] }: Path,
  point: number,
  language: Language,
): (readonly [name: string, value: string])[] {
  const rate = typeof lr === 'number' ? lr : lr?.[point];
  const entries: (readonly [string, number | undefined])[] = [
    [word('loss', language), loss?.[point]],
    [word('lr', language), rate],
    ...state.map(({ name, values }) => [name, values[point]] as const),
  ];
  return entries.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, formatNumber(value, 4)] as const],
  );
}

/** The last point of a path at or before a step. */
export function pointAt({ x, step }: Path, at: number): number {
  if (!step) return Math.min(x.length - 1, Math.floor(at));
  return step.findLastIndex((value) => value <= at);
}
