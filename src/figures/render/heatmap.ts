import { formatNumber } from '../format.ts';
import { heatmapLayout, type HeatmapLayout } from '../layout/heatmap.ts';
import { levelsOf, RAMP_STEPS } from '../ramp.ts';
import type { GridAxis, HeatmapSpec } from '../spec.ts';
import { label, round, svg, textWidth, type Place } from './parts.ts';
import { drawPlot } from './plot.ts';

/** Cells at least this wide may show their number. */
const ROOM = 34;
const MOST_NUMBERS = 144;
/** Their size on a narrow screen, in units of the drawing, as in figures.css. */
const SHRUNK = 20;

export function drawHeatmap(spec: HeatmapSpec, place: Place): SVGElement {
  const layout = heatmapLayout(spec, place.width, place.language);
  return drawPlot(place, {
    spec,
    plane: layout.plane,
    grid: false,
    marks: [
      { draw: () => cells(spec, place, layout) },
      { draw: () => numbers(spec, place, layout) },
      { draw: () => marked(spec, place, layout) },
    ],
  });
}

/** One path for each colour, neighbours of one colour joined: a thousand cells stay a few kilobytes. */
function cells(spec: HeatmapSpec, place: Place, { grid, upward }: HeatmapLayout): SVGElement {
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

function numbers(spec: HeatmapSpec, place: Place, { grid }: HeatmapLayout): SVGElement | null {
  const count = spec.x.values.length * spec.y.values.length;
  const { width, height } = grid;
  if (count > MOST_NUMBERS || width < ROOM || height < 18) return null;
  const texts = spec.values.map((row) => row.map((value) => formatNumber(value, 2)));
  const longest = Math.max(...texts.flat().map(textWidth));
  if (longest * 12 > width - 4) return null;
  // Numbers that may grow where the drawing is shrunk; others are left out there.
  const roomy = longest * SHRUNK <= width - 2 && height >= SHRUNK;
  const group = svg(place, 'g', { class: roomy ? 'fig-numbers fig-roomy' : 'fig-numbers' });
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

function marked(
  spec: HeatmapSpec,
  place: Place,
  { plane: { frame }, grid, upward }: HeatmapLayout,
): SVGElement | null {
  if (!spec.mark) return null;
  const group = svg(place, 'g', { class: 'fig-marked' });
  for (const mark of spec.mark) {
    const column = nearest(spec.x, mark.x);
    const row = nearest(spec.y, mark.y);
    if (column < 0 || row < 0) continue;
    const [left, right] = [grid.left(column), grid.left(column + 1)];
    const top = grid.top(row);
    const bottom = upward ? grid.top(row - 1) : grid.top(row + 1);
    const box = { x: left, y: top, width: round(right - left), height: round(bottom - top) };
    // Ink on a light rim: one of the two is seen on any colour.
    group.append(svg(place, 'rect', { ...box, class: 'fig-rim' }), svg(place, 'rect', box));
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
