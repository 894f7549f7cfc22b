import { makeScale } from '../scale.ts';
import type { TrajectorySpec } from '../spec.ts';
import { BOTTOM, marginLeft, planeOf, RIGHT, TOP, type Plane } from './plane.ts';

const MOST_HEIGHT = 430;
const LEAST_HEIGHT = 250;

export function trajectoryPlane(spec: TrajectorySpec, width: number): Plane {
  // Ticks stay round numbers inside the domain; a path over contours has no logarithmic axis.
  const x = makeScale({ domain: spec.x.domain }, null, false);
  const y = makeScale({ domain: spec.y.domain }, null, false);
  return planeOf(width, {
    ...shapeOf(spec, width, marginLeft(y)),
    x: { ...x, label: spec.x.label },
    y: { ...y, label: spec.y.label },
  });
}

/** Equal units on both axes where the domain allows it: paths of steepest descent then cross contours at right angles. */
function shapeOf(
  { x, y }: TrajectorySpec,
  width: number,
  left: number,
): { height: number; side: number } {
  const ratio = (y.domain[1] - y.domain[0]) / (x.domain[1] - x.domain[0]);
  const around = { across: left + RIGHT, down: TOP + BOTTOM };
  const wanted = (width - around.across) * ratio;
  if (ratio > 0.3 && ratio < 1.7 && wanted > MOST_HEIGHT) {
    const narrower = width - around.across - MOST_HEIGHT / ratio;
    return { height: MOST_HEIGHT + around.down, side: Math.round(narrower / 2) };
  }
  const inner = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, wanted));
  return { height: Math.round(inner + around.down), side: 0 };
}
