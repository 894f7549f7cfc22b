import type { Language } from '../../text.ts';
import { formatNumber } from '../format.ts';
import { plain } from '../plain.ts';
import { round, textWidth } from '../render/parts.ts';
import type { Scale } from '../scale.ts';
import type { GridAxis, HeatmapSpec } from '../spec.ts';
import {
  BOTTOM,
  LARGEST,
  marginLeft,
  planeOf,
  RIGHT,
  secondLine,
  TOP,
  type Plane,
} from './plane.ts';

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
  const height = Math.max(130, Math.min(380, rows * Math.min(40, 540 / Math.max(1, columns))));
  const y = cellScale(spec.y, language, Math.min(10, Math.floor(height / LARGEST)));
  const across = width - marginLeft(y) - RIGHT;
  const x = cellScale(spec.x, language, 7, across);
  const turned: Scale = upward ? y : { ...y, domain: [y.domain[1], y.domain[0]] };
  const plane = planeOf(width, {
    height: Math.round(height) + TOP + BOTTOM + secondLine(x),
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

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

/** Numbers that grow stand as on an axis, upwards; anything else is read from the top. */
function isAscending({ values }: GridAxis): boolean {
  return values.every(
    (value, k) => typeof value === 'number' && (k === 0 || value > (values[k - 1] as number)),
  );
}

/**
 * Cells of equal size, cell k from k to k + 1, named in its middle as far as there is room: `across` units for names
 * that stand side by side. Words, unlike numbers, cannot be guessed from their neighbours: where they do not fit, they
 * stand in two lines before any is left out.
 */
function cellScale({ values }: GridAxis, language: Language, most: number, across?: number): Scale {
  const texts = values.map((value) =>
    typeof value === 'number' ? formatNumber(value) : plain(value, language),
  );
  const widest = Math.max(0, ...texts.map(textWidth)) * LARGEST + GAP;
  const fitting = across === undefined ? most : Math.max(1, Math.floor(across / widest));
  const words = values.some(
    (value) => typeof value !== 'number' && !isNumeric(plain(value, language)),
  );
  const lines = words && values.length > fitting && values.length <= 2 * fitting ? 2 : 1;
  const named = values.length <= lines * fitting ? values.length : Math.min(most, fitting);
  const least = Math.max(1, Math.ceil(values.length / Math.max(1, named)));
  const { stride, first } = roundest(texts, least);
  return {
    log: false,
    domain: [0, Math.max(1, values.length)],
    ticks: texts
      .map((text, k) => ({ value: k + 0.5, text, ...(k % lines === 1 && { lower: true }) }))
      .filter((_, k) => k >= first && (k - first) % stride === 0),
  };
}

/** Names that an axis keeps, if it has room for so many, when rounder ones are chosen. */
const ENOUGH = 4;

/**
 * Which names to show when only every `least`-th has room: the sequence with the fewest digits, so that powers of ten
 * are named where a grid has them, and 0.00562 is not.
 */
function roundest(texts: readonly string[], least: number): { stride: number; first: number } {
  let best = { stride: least, first: 0, digits: Infinity };
  const enough = Math.min(ENOUGH, Math.ceil(texts.length / least));
  if (least === 1 || enough === 1) return best;
  for (let stride = least; stride * (enough - 1) < texts.length; stride++) {
    for (let first = 0; first < stride; first++) {
      const shown = texts.filter((_, k) => k >= first && (k - first) % stride === 0);
      if (shown.length < enough) continue;
      const digits = shown.reduce((sum, text) => sum + significant(text), 0) / shown.length;
      if (digits < best.digits) best = { stride, first, digits };
    }
  }
  return best;
}

/** The significant digits of a number as it is written: 1 in 0.01 and 1,000, 3 in 0.00562. */
function significant(text: string): number {
  const [mantissa = ''] = text.split('e');
  return mantissa.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
}
