import { formatNumber } from '../format.ts';
import { levelsOf, RAMP_STEPS } from '../ramp.ts';
import type { GridAxis, HeatmapSpec } from '../spec.ts';
import { plain } from '../plain.ts';
import { label, round, svg, textWidth, type Place } from './parts.ts';
import { BOTTOM, TOP } from './axes.ts';
import { drawPlot, type Frame } from './plot.ts';
import type { Scale } from '../scale.ts';

/** Cells at least this wide may show their number. */
const ROOM = 34;
const MOST_NUMBERS = 144;

export function drawHeatmap(spec: HeatmapSpec, place: Place): SVGElement {
  const columns = spec.x.values.length;
  const rows = spec.y.values.length;
  const upward = isAscending(spec.y);
  const x = cellScale(spec.x, place, 7);
  const y = cellScale(spec.y, place, 10);
  const turned: Scale = upward ? y : { ...y, domain: [y.domain[1], y.domain[0]] };
  const height = Math.max(130, Math.min(380, rows * Math.min(40, 540 / Math.max(1, columns))));
  return drawPlot(place, {
    spec,
    height: Math.round(height) + TOP + BOTTOM,
    x: { ...x, label: spec.x.label },
    y: { ...turned, label: spec.y.label },
    grid: false,
    marks: [
      { draw: ({ frame }) => cells(spec, place, frame, upward) },
      { draw: ({ frame }) => numbers(spec, place, frame, upward) },
      { draw: ({ frame }) => marked(spec, place, frame, upward) },
    ],
  });
}

/** Numbers that grow stand as on an axis, upwards; anything else is read from the top. */
function isAscending({ values }: GridAxis): boolean {
  return values.every(
    (value, k) => typeof value === 'number' && (k === 0 || value > (values[k - 1] as number)),
  );
}

/** Cells of equal size, cell k from k to k + 1, named in its middle as far as there is room. */
function cellScale({ values }: GridAxis, place: Place, most: number): Scale {
  const texts = values.map((value) =>
    typeof value === 'number' ? formatNumber(value) : plain(value, place.language),
  );
  const stride = Math.max(1, Math.ceil(values.length / most));
  const widest = Math.max(0, ...texts.map(textWidth));
  const sparse = most === 7 && widest * values.length < 26 ? 1 : stride;
  return {
    log: false,
    domain: [0, Math.max(1, values.length)],
    ticks: texts.map((text, k) => ({ value: k + 0.5, text })).filter((_, k) => k % sparse === 0),
  };
}

interface Grid {
  left(column: number): number;
  top(row: number): number;
}

function gridOf(spec: HeatmapSpec, frame: Frame, upward: boolean): Grid {
  const width = (frame.right - frame.left) / Math.max(1, spec.x.values.length);
  const height = (frame.bottom - frame.top) / Math.max(1, spec.y.values.length);
  return {
    left: (column) => round(frame.left + column * width),
    top: (row) => round(upward ? frame.bottom - (row + 1) * height : frame.top + row * height),
  };
}

/** One path for each colour, neighbours of one colour joined: a thousand cells stay a few kilobytes. */
function cells(spec: HeatmapSpec, place: Place, frame: Frame, upward: boolean): SVGElement {
  const grid = gridOf(spec, frame, upward);
  const levels = levelsOf(spec);
  const paths = new Map<number, string>();
  for (const [row, list] of levels.entries()) {
    const top = grid.top(row);
    const down = round((upward ? grid.top(row - 1) : grid.top(row + 1)) - top);
    for (let from = 0, to = 0; from < list.length; from = to) {
      while (to < list.length && list[to] === list[from]) to++;
      const across = round(grid.left(to) - grid.left(from));
      const part = `M${grid.left(from)},${top}h${across}v${down}h${-across}z`;
      paths.set(list[from]!, (paths.get(list[from]!) ?? '') + part);
    }
  }
  const group = svg(place, 'g', { class: 'fig-cells', 'shape-rendering': 'crispEdges' });
  const id = `${place.idPrefix}-void`;
  const ramp = spec.color.diverging ? 'div' : 'ramp';
  for (const [level, d] of [...paths].sort(([a], [b]) => a - b)) {
    if (level < 0) group.append(hatch(place, id));
    const fill = level < 0 ? `url(#${id})` : `var(--${ramp}-${level})`;
    group.append(svg(place, 'path', { d, fill }));
  }
  return group;
}

/** Cells without a finite value are hatched, not coloured. */
function hatch(place: Place, id: string): SVGElement {
  const attributes = { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return svg(
    place,
    'pattern',
    attributes,
    svg(place, 'path', { class: 'fig-hatch', d: 'M0,6l6-6M-1,1l2-2M5,7l2-2' }),
  );
}

function numbers(
  spec: HeatmapSpec,
  place: Place,
  frame: Frame,
  upward: boolean,
): SVGElement | null {
  const columns = spec.x.values.length;
  const count = columns * spec.y.values.length;
  const width = (frame.right - frame.left) / Math.max(1, columns);
  const height = (frame.bottom - frame.top) / Math.max(1, spec.y.values.length);
  if (count > MOST_NUMBERS || width < ROOM || height < 18) return null;
  const texts = spec.values.map((row) => row.map((value) => formatNumber(value, 2)));
  if (texts.flat().some((text) => textWidth(text) * 12 > width - 4)) return null;
  const grid = gridOf(spec, frame, upward);
  const group = svg(place, 'g', { class: 'fig-numbers' });
  for (const [row, list] of levelsOf(spec).entries()) {
    for (const [column, level] of list.entries()) {
      group.append(
        svg(
          place,
          'text',
          {
            x: round(grid.left(column) + width / 2),
            y: round(grid.top(row) + height / 2),
            dy: '.35em',
            ...(isDark(level, spec) && { class: 'fig-on' }),
          },
          texts[row]![column]!,
        ),
      );
    }
  }
  return group;
}

function isDark(level: number, { color }: HeatmapSpec): boolean {
  if (color.diverging) return Math.abs(level - (RAMP_STEPS.div - 1) / 2) > 3;
  return level >= RAMP_STEPS.ramp * 0.55;
}

function marked(spec: HeatmapSpec, place: Place, frame: Frame, upward: boolean): SVGElement | null {
  if (!spec.mark) return null;
  const grid = gridOf(spec, frame, upward);
  const group = svg(place, 'g', { class: 'fig-marked' });
  for (const mark of spec.mark) {
    const column = nearest(spec.x, mark.x);
    const row = nearest(spec.y, mark.y);
    if (column < 0 || row < 0) continue;
    const [left, right] = [grid.left(column), grid.left(column + 1)];
    const top = grid.top(row);
    const bottom = upward ? grid.top(row - 1) : grid.top(row + 1);
    group.append(
      svg(place, 'rect', {
        x: left,
        y: top,
        width: round(right - left),
        height: round(bottom - top),
      }),
    );
    if (!mark.label) continue;
    const late = left > (frame.left + frame.right) / 2;
    group.append(
      label(place, mark.label, {
        x: late ? left - 6 : right + 6,
        y: (top + bottom) / 2,
        dy: '.35em',
        'text-anchor': late ? 'end' : 'start',
        class: 'fig-halo',
      }),
    );
  }
  return group;
}

function nearest({ values, log }: GridAxis, wanted: number): number {
  const at = (value: number) => (log ? Math.log(value) : value);
  let index = -1;
  let least = Infinity;
  for (const [k, value] of values.entries()) {
    const distance = Math.abs(at(typeof value === 'number' ? value : k) - at(wanted));
    if (distance < least) [index, least] = [k, distance];
  }
  return index;
}
