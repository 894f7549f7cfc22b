import * as Plot from '@observablehq/plot';
import { inFrame, type At } from '../layout/plane.ts';
import { trajectoryPlane } from '../layout/trajectory.ts';
import { looksOf } from '../palette.ts';
import type { Path, Surface, TrajectorySpec } from '../spec.ts';
import { lineMark, marker } from './marks.ts';
import { round, svg, type Place } from './parts.ts';
import { drawPlot } from './plot.ts';

/** Points drawn for each sample of the surface, along each axis. */
const FINER = 2;
/** Runs of at most so many steps show each step as a dot. */
const DOTTED = 80;

export function drawTrajectory(spec: TrajectorySpec, place: Place): SVGElement {
  const { surface, runs } = spec;
  const looks = looksOf(runs);
  const plane = trajectoryPlane(spec, place.width);
  return drawPlot(place, {
    spec,
    plane,
    grid: false,
    marks: [
      contours(surface, spec),
      { draw: ({ frame }) => frameLine(place, frame) },
      { draw: (at) => minima(place, surface, at) },
      ...runs.map((run, k) =>
        lineMark('fig-path', run.x, run.y, plane, looks[k]!, {
          strokeWidth: 1.8,
          render: ofRun(k),
        }),
      ),
      ...runs.map((run, k) => ({ draw: (at: At) => steps(place, run, looks[k]!.color, k, at) })),
      { draw: (at) => starts(place, runs, at) },
      ...runs.map((run, k) => ({
        draw: (at: At) => end(place, run, looks[k]!, k, at),
      })),
    ],
  });
}

/** Says in the drawing which run a path belongs to, for the player. */
function ofRun(k: number): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next!(index, scales, values, dimensions, context);
    group?.setAttribute('data-run', String(k));
    return group;
  };
}

/** Regions above each level, one over the other: higher ground gets darker by itself. */
function contours(surface: Surface, { x, y }: TrajectorySpec): Plot.Markish {
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

function frameLine(place: Place, { left, right, top, bottom }: At['frame']): SVGElement {
  return svg(place, 'path', {
    class: 'fig-frame',
    d: `M${round(left)},${round(top)}H${round(right)}V${round(bottom)}H${round(left)}z`,
  });
}

function minima(place: Place, surface: Surface, at: At): SVGElement {
  const group = svg(place, 'g', { class: 'fig-minima' });
  for (const [x, y] of surface.minima) {
    const [px, py] = [at.x(x), at.y(y)];
    if (!inFrame(at.frame, px, py)) continue;
    group.append(
      svg(place, 'path', {
        d: `M${round(px - 6)},${round(py)}h12M${round(px)},${round(py - 6)}v12`,
      }),
    );
  }
  return group;
}

function steps(place: Place, run: Path, color: string, k: number, at: At): SVGElement | null {
  if (run.x.length > DOTTED + 1 || run.step) return null;
  const dots = run.x
    .map((x, i) => [at.x(x), at.y(run.y[i]!)] as const)
    .filter(([x, y]) => inFrame(at.frame, x, y))
    .map(([x, y]) => `M${round(x)},${round(y)}h0`);
  return svg(place, 'path', {
    class: 'fig-steps',
    'data-run': k,
    d: dots.join(''),
    stroke: color,
    'stroke-width': 4,
    'stroke-linecap': 'round',
  });
}

function starts(place: Place, runs: readonly Path[], at: At): SVGElement {
  const group = svg(place, 'g', { class: 'fig-starts' });
  const seen = new Set<string>();
  for (const { x, y } of runs) {
    const [px, py] = [round(at.x(x[0] ?? NaN)), round(at.y(y[0] ?? NaN))];
    if (!inFrame(at.frame, px, py) || seen.has(`${px} ${py}`)) continue;
    seen.add(`${px} ${py}`);
    group.append(svg(place, 'circle', { cx: px, cy: py, r: 5 }));
  }
  return group;
}

/** Where the run ended; where it left the picture or diverged there is nothing to mark. */
function end(
  place: Place,
  run: Path,
  look: ReturnType<typeof looksOf>[number],
  k: number,
  at: At,
): SVGElement | null {
  const [x, y] = [at.x(run.x.at(-1) ?? NaN), at.y(run.y.at(-1) ?? NaN)];
  if (!inFrame(at.frame, x, y)) return null;
  const mark = marker(place, look.marker, x, y, look.color, 'fig-end');
  mark.setAttribute('data-run', String(k));
  return mark;
}
