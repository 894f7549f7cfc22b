import * as Plot from '@observablehq/plot';
import { inFrame, type At } from '../layout/plane.ts';
import { trajectoryPlane } from '../layout/trajectory.ts';
import { looksOf } from '../palette.ts';
import type { Path, Surface, TrajectorySpec } from '../spec.ts';
import { contours } from './contours.ts';
import { lineMark, marker } from './marks.ts';
import { round, svg, type Place } from './parts.ts';
import { drawPlot } from './plot.ts';

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
      contours(spec, plane, place),
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
