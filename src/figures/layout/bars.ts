import type { Language } from '../../text.ts';
import { formatNumber } from '../format.ts';
import { looksOf, type Look } from '../palette.ts';
import { plain } from '../plain.ts';
import { textWidth } from '../render/parts.ts';
import { extentOf, makeScale } from '../scale.ts';
import type { Bar, BarsSpec } from '../spec.ts';
import {
  BARE_BOTTOM,
  BARE_TOP,
  BOTTOM,
  LARGEST,
  planeOf,
  RIGHT,
  TOP,
  type Plane,
} from './plane.ts';

const ROW = 27;
/** Between two tick labels. */
const GAP = 6;
/** Above a group: its name. */
const HEAD = 34;

export interface BarRow {
  readonly bar: Bar;
  readonly look: Look;
  /** On the plane's y axis, which counts units of the drawing from the top. */
  readonly y: number;
}

export interface BarsLayout {
  readonly plane: Plane;
  readonly rows: readonly BarRow[];
  readonly heads: readonly { readonly text: string; readonly y: number }[];
}

/** Bars lie: long names stay readable on any screen. The `y` axis measures their length, its name stands below. */
export function barsLayout(spec: BarsSpec, width: number, language: Language): BarsLayout {
  const { rows, heads, height } = arrange(spec, language);
  const log = spec.y.log === true;
  const extent = extentOf([spec.bars.map(({ value }) => value), log ? [] : [0]], log);
  const scale = makeScale(spec.y, extent, true);
  // Row r of the picture is r on a scale that only puts the names there.
  const names = rows.map(({ bar, y }) => ({ value: y, text: plain(bar.label, language) }));
  const room = Math.max(0, ...spec.bars.map(({ value }) => textWidth(formatNumber(value))));
  const options = {
    height: height + (spec.x.label ? TOP : BARE_TOP) + (spec.y.label ? BOTTOM : BARE_BOTTOM),
    right: Math.round(Math.max(RIGHT, room * LARGEST + 8)),
    x: { ...scale, label: spec.y.label },
    y: { log: false, domain: [height, 0] as const, ticks: names, label: spec.x.label },
  };
  const { left, right } = planeOf(width, options).frame;
  // Long names leave little room for the ticks below.
  const widest = Math.max(0, ...scale.ticks.map(({ text }) => textWidth(text))) * LARGEST + GAP;
  const stride = Math.max(1, Math.ceil((scale.ticks.length * widest) / (right - left)));
  const ticks = scale.ticks.filter((_, k) => k % stride === 0);
  const plane = planeOf(width, { ...options, x: { ...options.x, ticks } });
  return { plane, rows, heads };
}

function arrange({ bars }: BarsSpec, language: Language) {
  // Bars of one name wear one colour, whatever group they stand in.
  const names = [...new Map(bars.map((bar) => [plain(bar.label, language), bar])).values()];
  const byGroup = new Map<string, Bar[]>();
  for (const bar of bars) {
    const group = bar.group === undefined ? '' : plain(bar.group, language);
    byGroup.set(group, [...(byGroup.get(group) ?? []), bar]);
  }
  const plainBars = names.every(({ optimizer, quantity }) => !optimizer && !quantity);
  const looks = looksOf(plainBars && byGroup.size < 2 ? names.slice(0, 1) : names);
  const rows: BarRow[] = [];
  const heads: { text: string; y: number }[] = [];
  let y = 4;
  for (const [group, list] of byGroup) {
    if (group) {
      heads.push({ text: group, y: y + HEAD / 2 + 4 });
      y += HEAD;
    }
    for (const bar of list) {
      const k = names.findIndex(
        (other) => plain(other.label, language) === plain(bar.label, language),
      );
      rows.push({ bar, look: looks[Math.min(k, looks.length - 1)]!, y: y + ROW / 2 });
      y += ROW;
    }
  }
  return { rows, heads, height: Math.max(y + 4, 40) };
}
