import type { Language } from '../../text.ts';
import { formatNumber } from '../format.ts';
import { plain } from '../plain.ts';
import { round, textWidth } from '../render/parts.ts';
import type { Scale } from '../scale.ts';
import type { GridAxis, HeatmapSpec } from '../spec.ts';
import { BOTTOM, LARGEST, marginLeft, planeOf, RIGHT, TOP, type Plane } from './plane.ts';

/** Between two names that stand side by side. */
const GAP = 6;

/** Cells of equal size: column k from `left(k)` to `left(k + 1)`, row k from `top(k)` down by `height`. */
export interface Grid {
  left(column: number): number;
  top(row: number): number;
  readonly width: number;
  readonly height: number;
}

export interface HeatmapLayout {
  readonly plane: Plane;
  readonly grid: Grid;
  /** Whether the first row stands at the bottom. */
  readonly upward: boolean;
}

export function heatmapLayout(spec: HeatmapSpec, width: number, language: Language): HeatmapLayout {
  const columns = spec.x.values.length;
  const rows = spec.y.values.length;
  const upward = isAscending(spec.y);
  const y = cellScale(spec.y, language, 10);
  const across = width - marginLeft(y) - RIGHT;
  const x = cellScale(spec.x, language, 7, across);
  const turned: Scale = upward ? y : { ...y, domain: [y.domain[1], y.domain[0]] };
  const height = Math.max(130, Math.min(380, rows * Math.min(40, 540 / Math.max(1, columns))));
  const plane = planeOf(width, {
    height: Math.round(height) + TOP + BOTTOM,
    x: { ...x, label: spec.x.label },
    y: { ...turned, label: spec.y.label },
  });
  const { left, right, top, bottom } = plane.frame;
  const cell = {
    width: (right - left) / Math.max(1, columns),
    height: (bottom - top) / Math.max(1, rows),
  };
  const grid: Grid = {
    ...cell,
    left: (column) => round(left + column * cell.width),
    top: (row) => round(upward ? bottom - (row + 1) * cell.height : top + row * cell.height),
  };
  return { plane, grid, upward };
}

/** Numbers that grow stand as on an axis, upwards; anything else is read from the top. */
function isAscending({ values }: GridAxis): boolean {
  return values.every(
    (value, k) => typeof value === 'number' && (k === 0 || value > (values[k - 1] as number)),
  );
}

/**
 * Cells of equal size, cell k from k to k + 1, named in its middle as far as there is room: `across` units for names
 * that stand side by side.
 */
function cellScale({ values }: GridAxis, language: Language, most: number, across?: number): Scale {
  const texts = values.map((value) =>
    typeof value === 'number' ? formatNumber(value) : plain(value, language),
  );
  const fit = (names: readonly string[]) =>
    across === undefined
      ? most
      : Math.floor(across / (Math.max(0, ...names.map(textWidth)) * LARGEST + GAP));
  const numbers = values.every((value) => typeof value === 'number');
  const { first, stride } = named(texts, numbers, (names) => {
    return (
      names.length <= (names.length === texts.length ? fit(names) : Math.min(most, fit(names)))
    );
  });
  return {
    log: false,
    domain: [0, Math.max(1, values.length)],
    ticks: texts
      .map((text, k) => ({ value: k + 0.5, text }))
      .filter((_, k) => k % stride === first),
  };
}

/** Names that an axis is not to go below for the sake of rounder ones. */
const ENOUGH = 4;

/**
 * Which cells have their names: all if they fit, else every `stride`-th from `first`. Of numbers those with the fewest
 * digits, so that 0.01, 0.1 and 1 are named where they are cells; of other names as many as fit, from the first.
 */
function named(
  texts: readonly string[],
  numbers: boolean,
  fit: (names: readonly string[]) => boolean,
): { first: number; stride: number } {
  let best = { first: 0, stride: Math.max(1, texts.length), count: 0, digits: Infinity };
  for (let stride = 1; stride < texts.length; stride++) {
    for (let first = 0; first < (numbers ? stride : 1); first++) {
      const names = texts.filter((_, k) => k % stride === first);
      const count = names.length;
      if (count < Math.min(ENOUGH, best.count) || !fit(names)) continue;
      const digits = names.reduce((sum, text) => sum + significant(text), 0) / count;
      const better = best.count < ENOUGH && count > best.count;
      if (better || digits < best.digits - 1e-9) best = { first, stride, count, digits };
      if (stride === 1 || !numbers) return best;
    }
  }
  return best;
}

/** Digits of a number as written, without the zeros that only say where its point is. */
function significant(text: string): number {
  const digits = text.replace(/e.*$/, '').replace(/\D/g, '');
  return digits.replace(/^0+(?=\d)/, '').replace(/(?<=[1-9])0+$/, '').length;
}
