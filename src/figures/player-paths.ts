import { scalesOf } from './layout/plane.ts';
import { trajectoryPlane } from './layout/trajectory.ts';
import type { Path, TrajectorySpec } from './spec.ts';
import { widthOf } from './render/parts.ts';
import { pointAt } from './state.ts';

/** A run's path in a drawing, and what it looks like when it is whole. */
export interface Track {
  readonly run: Path;
  /** In viewBox units. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly path: Element | null;
  readonly full: string;
  readonly end: Element | null;
  readonly endAt: string | null;
  readonly dots: Element | null;
}

export function readTracks(figure: HTMLElement, spec: TrajectorySpec): Track[] {
  const drawing = figure.querySelector('.fig-drawing');
  const at = scalesOf(trajectoryPlane(spec, drawing ? widthOf(drawing) : 0));
  return spec.runs.map((run, k) => {
    const part = (name: string) => drawing?.querySelector(`${name}[data-run="${k}"]`) ?? null;
    const path = part('.fig-path')?.querySelector('path') ?? null;
    const end = part('.fig-end');
    return {
      run,
      x: run.x.map(at.x),
      y: run.y.map(at.y),
      path,
      full: path?.getAttribute('d') ?? '',
      end,
      endAt: end?.getAttribute('transform') ?? null,
      dots: part('.fig-steps'),
    };
  });
}

/** Draws a path up to a step; `whole` as it was built. */
export function showUpTo(track: Track, step: number, whole: boolean): void {
  const { x, y, path, end, dots } = track;
  const count = whole ? x.length : pointAt(track.run, step) + 1;
  let d = '';
  let drawn = false;
  for (let i = 0; i < count; i++) {
    const finite = Number.isFinite(x[i]) && Number.isFinite(y[i]);
    // Far outside the frame a coordinate need not be exact, but it must stay a number SVG can read.
    if (finite) d += `${drawn ? 'L' : 'M'}${near(x[i]!)},${near(y[i]!)}`;
    drawn = finite;
  }
  path?.setAttribute('d', whole ? track.full : d);
  dots?.setAttribute('visibility', whole ? 'visible' : 'hidden');
  const [px, py] = [x[count - 1], y[count - 1]];
  if (whole && track.endAt) end?.setAttribute('transform', track.endAt);
  else if (px !== undefined && py !== undefined && Number.isFinite(px) && Number.isFinite(py)) {
    end?.setAttribute('transform', `translate(${near(px)},${near(py)})`);
  }
}

function near(value: number): number {
  return Math.round(Math.max(-1e5, Math.min(1e5, value)) * 10) / 10;
}
