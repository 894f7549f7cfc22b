import { formatNumber } from '../format.ts';
import { looksOf, type Look } from '../palette.ts';
import { plain } from '../plain.ts';
import { drawable, extentOf, makeScale } from '../scale.ts';
import type { Bar, BarsSpec } from '../spec.ts';
import { label, round, svg, textWidth, type Place } from './parts.ts';
import { BARE_BOTTOM, BARE_TOP, BOTTOM, TOP } from './axes.ts';
import { drawPlot, type Draw } from './plot.ts';

const THICK = 19;
const ROW = 27;
/** Above a group: its name. */
const HEAD = 34;

interface Row {
  readonly bar: Bar;
  readonly look: Look;
  readonly y: number;
}

/** Bars lie: long names stay readable on any screen. The `y` axis measures their length, its name stands below. */
export function drawBars(spec: BarsSpec, place: Place): SVGElement {
  const { rows, heads, height } = arrange(spec, place);
  const log = spec.y.log === true;
  const extent = extentOf([spec.bars.map(({ value }) => value), log ? [] : [0]], log);
  const scale = makeScale(spec.y, extent, true);
  // Row r of the picture is r on a scale that only puts the names there.
  const names = rows.map(({ bar, y }) => ({ value: y, text: plain(bar.label, place.language) }));
  const room = Math.max(0, ...spec.bars.map(({ value }) => textWidth(formatNumber(value)))) * 17;
  return drawPlot(place, {
    spec,
    height: height + (spec.x.label ? TOP : BARE_TOP) + (spec.y.label ? BOTTOM : BARE_BOTTOM),
    right: Math.round(Math.max(22, room + 8)),
    x: { ...scale, label: spec.y.label },
    y: { log: false, domain: [height, 0], ticks: names, label: spec.x.label },
    grid: false,
    marks: [
      { draw: (at) => lengths(place, rows, scale.log, at) },
      { draw: (at) => groupNames(place, heads, at) },
    ],
  });
}

function arrange({ bars }: BarsSpec, place: Place) {
  // Bars of one name wear one colour, whatever group they stand in.
  const names = [...new Map(bars.map((bar) => [plain(bar.label, place.language), bar])).values()];
  const byGroup = new Map<string, Bar[]>();
  for (const bar of bars) {
    const group = bar.group === undefined ? '' : plain(bar.group, place.language);
    byGroup.set(group, [...(byGroup.get(group) ?? []), bar]);
  }
  const plainBars = names.every(({ optimizer, quantity }) => !optimizer && !quantity);
  const looks = looksOf(plainBars && byGroup.size < 2 ? names.slice(0, 1) : names);
  const rows: Row[] = [];
  const heads: { text: string; y: number }[] = [];
  let y = 4;
  for (const [group, list] of byGroup) {
    if (group) {
      heads.push({ text: group, y: y + HEAD / 2 + 4 });
      y += HEAD;
    }
    for (const bar of list) {
      const k = names.findIndex(
        (other) => plain(other.label, place.language) === plain(bar.label, place.language),
      );
      rows.push({ bar, look: looks[Math.min(k, looks.length - 1)]!, y: y + ROW / 2 });
      y += ROW;
    }
  }
  return { rows, heads, height: Math.max(y + 4, 40) };
}

function lengths(place: Place, rows: readonly Row[], log: boolean, at: Parameters<Draw>[0]) {
  const { frame } = at;
  const zero = log ? frame.left : Math.max(frame.left, Math.min(frame.right, at.x(0)));
  const group = svg(place, 'g', { class: 'fig-bars' });
  for (const { bar, look, y } of rows) {
    const end = at.x(drawable(bar.value, log));
    const reach = Number.isFinite(end) ? Math.max(frame.left, Math.min(frame.right, end)) : zero;
    const middle = at.y(y);
    group.append(
      svg(place, 'rect', {
        x: round(Math.min(zero, reach)),
        y: round(middle - THICK / 2),
        width: round(Math.abs(reach - zero)),
        height: THICK,
        fill: look.color,
      }),
      label(place, formatNumber(bar.value), {
        x: Math.max(zero, reach) + 6,
        y: middle,
        dy: '.35em',
        'text-anchor': 'start',
        class: 'fig-value',
      }),
    );
  }
  if (!log) {
    const d = `M${round(zero)},${round(frame.top)}V${round(frame.bottom)}`;
    group.append(svg(place, 'path', { class: 'fig-rule', d }));
  }
  return group;
}

function groupNames(
  place: Place,
  heads: readonly { text: string; y: number }[],
  { y, frame }: Parameters<Draw>[0],
): SVGElement {
  const group = svg(place, 'g', { class: 'fig-groups' });
  for (const { text, y: at } of heads) {
    const attributes = { dy: '.35em', 'text-anchor': 'start', class: 'fig-name' };
    group.append(label(place, text, { x: frame.left, y: y(at), ...attributes }));
  }
  return group;
}
