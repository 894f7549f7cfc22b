import * as Plot from '@observablehq/plot';
import type { Frame, Plane } from '../layout/plane.ts';
import type { Surface, TrajectorySpec } from '../spec.ts';
import { svg, type Place } from './parts.ts';
import { shorten, type Draw } from './plot.ts';

/** Points drawn for each sample of the surface, along each axis. */
const FINER = 2;
/** The contours of one figure take at most about so many bytes. */
const BYTES = 11_000;
/** So many surfaces are remembered: those of the figures that a reader may be moving inputs of. */
const REMEMBERED = 4;

interface Drawn {
  readonly surface: Surface;
  readonly window: readonly number[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
}

/** While a slider is moved the surface stays the same, and its contours are most of the work. */
const remembered: Drawn[] = [];

/** Regions above each level, one over the other: higher ground gets darker by itself. */
export function contours(
  spec: TrajectorySpec,
  { frame }: Plane,
  place: Place,
): Plot.Markish | { readonly draw: Draw } {
  const { surface } = spec;
  const window = windowOf(spec, frame);
  const known = remembered.find(
    (drawn) => sameList(drawn.window, window) && sameSurface(drawn.surface, surface),
  );
  if (known) return { draw: () => group(place, known) };
  return markOf(spec, (made) => {
    shorten([...made.querySelectorAll('path')], BYTES);
    const drawn = { surface, window, ...partsOf(made) };
    remembered.unshift(drawn);
    remembered.splice(REMEMBERED);
    return group(place, drawn);
  });
}

function windowOf({ x, y }: TrajectorySpec, { left, right, top, bottom }: Frame): number[] {
  return [...x.domain, ...y.domain, left, right, top, bottom];
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
}

function sameSurface(a: Surface, b: Surface): boolean {
  return (
    a.columns === b.columns &&
    a.rows === b.rows &&
    a.floor === b.floor &&
    a.log === b.log &&
    sameList(a.levels, b.levels) &&
    sameList(a.heights, b.heights)
  );
}

function partsOf(made: Element): Pick<Drawn, 'attributes' | 'paths'> {
  const attributes = [...made.attributes]
    .filter(({ name }) => name !== 'aria-label' && name !== 'transform')
    .map(({ name, value }) => [name, value] as const);
  const paths = [...made.querySelectorAll('path')].map((path) => path.getAttribute('d') ?? '');
  return { attributes: Object.fromEntries(attributes), paths };
}

function group(place: Place, { attributes, paths }: Drawn): SVGElement {
  return svg(place, 'g', attributes, ...paths.map((d) => svg(place, 'path', { d })));
}

function markOf(
  { surface, x, y }: TrajectorySpec,
  finish: (made: Element) => SVGElement,
): Plot.Markish {
  const { values, columns, rows, bend } = finer(surface);
  const halfX = (x.domain[1] - x.domain[0]) / (columns - 1) / 2;
  const halfY = (y.domain[1] - y.domain[0]) / (rows - 1) / 2;
  return Plot.contour(values, {
    width: columns,
    height: rows,
    // Samples stand in the middle of their cells.
    x1: x.domain[0] - halfX,
    x2: x.domain[1] + halfX,
    y1: y.domain[0] - halfY,
    y2: y.domain[1] + halfY,
    // The grid is dense already: nothing to interpolate from single points.
    x: null,
    y: null,
    thresholds: surface.levels.map((level) => bend(level - surface.floor)).filter(Number.isFinite),
    className: 'fig-contour',
    fill: 'var(--fig-contour, #4a5a78)',
    fillOpacity: 0.055,
    stroke: 'var(--fig-contour-line, #8d97aa)',
    strokeWidth: 0.7,
    strokeOpacity: 0.8,
    render(index, scales, channels, dimensions, context, next) {
      const made = next!(index, scales, channels, dimensions, context);
      return made && finish(made);
    },
  });
}

/** The surface between its samples by cubic interpolation, of the logarithm where levels are logarithmic. */
function finer({ heights, columns, rows, floor, log, levels }: Surface) {
  const least = Math.max((levels[0] ?? 1) - floor, 1e-300);
  const bend = (height: number) => (log ? Math.log(Math.max(height, 0) + least / 4) : height);
  const bent = heights.map(bend);
  let high = -Infinity;
  for (const value of bent) if (Number.isFinite(value) && value > high) high = value;
  const finite = bent.map((value) =>
    Number.isFinite(value) ? value : high > -Infinity ? high : 0,
  );
  const across = stretch(finite, columns, rows, 1, columns);
  const wide = (columns - 1) * FINER + 1;
  const both = stretch(across, rows, wide, wide, 1);
  return { values: both, columns: wide, rows: (rows - 1) * FINER + 1, bend };
}

/** Catmull–Rom interpolation along one direction of a grid; `step` leads along it, `leap` to the next line. */
function stretch(
  grid: readonly number[],
  length: number,
  lines: number,
  step: number,
  leap: number,
) {
  const long = (length - 1) * FINER + 1;
  const result = Array.from({ length: long * lines }, () => 0);
  const [newStep, newLeap] = step === 1 ? [1, long] : [leap * lines, leap];
  for (let line = 0; line < lines; line++) {
    const at = (i: number) => grid[line * leap + Math.max(0, Math.min(length - 1, i)) * step]!;
    for (let k = 0; k < long; k++) {
      const i = Math.floor(k / FINER);
      const t = k / FINER - i;
      const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)] as const;
      const cubic = (3 * (b - c) + d - a) * t + (2 * a - 5 * b + 4 * c - d);
      result[line * newLeap + k * newStep] = b + (t * (c - a + t * cubic)) / 2;
    }
  }
  return result;
}
