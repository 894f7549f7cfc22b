import { inFrame, type Frame } from '../layout/plane.ts';

/** What is said of a point: whose it is, and its values by name. */
export interface Reading {
  readonly name?: string;
  readonly color?: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

/** Points that belong together, in the order in which the arrow keys walk them: a series, a path, a row of cells. */
export interface Group {
  /** In viewBox units. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** Which item of the spec each point is: those that cannot be drawn have no point. */
  readonly index: readonly number[];
}

/** The points of a drawing that have values to tell. */
export interface Probe {
  readonly groups: readonly Group[];
  /** How much the distance along each axis counts: bars are chosen by their height alone. */
  readonly weight: readonly [x: number, y: number];
  /** Where pointing is answered. */
  readonly area: Frame;
  /** How far from a point it is still meant, in viewBox units. */
  readonly reach: number;
  read(group: number, index: number): Reading;
}

/** One point of a probe. */
export interface Spot {
  readonly group: number;
  readonly point: number;
}

/** Outside the frame by so much is still in it: axes' ends are hard to hit. */
const EDGE = 10;

/** The point nearest to a place, or null where nothing is meant. */
export function nearest(probe: Probe, x: number, y: number): Spot | null {
  const { left, right, top, bottom } = probe.area;
  const wide = { left: left - EDGE, right: right + EDGE, top: top - EDGE, bottom: bottom + EDGE };
  if (!inFrame(wide, x, y)) return null;
  const [across, up] = probe.weight;
  let least = probe.reach ** 2;
  let found: Spot | null = null;
  for (const [group, { x: xs, y: ys }] of probe.groups.entries()) {
    for (let point = 0; point < xs.length; point++) {
      const distance = across * (xs[point]! - x) ** 2 + up * (ys[point]! - y) ** 2;
      if (distance <= least) {
        least = distance;
        found = { group, point };
      }
    }
  }
  return found;
}

/** Where the arrow keys lead from a point: along its group, or to the nearest point of another; null for other keys. */
export function step(probe: Probe, { group, point }: Spot, key: string): Spot | null {
  const count = probe.groups[group]?.x.length ?? 0;
  const along = (to: number) => ({ group, point: Math.max(0, Math.min(count - 1, to)) });
  const alone = probe.groups.every(({ x }) => x.length < 2);
  switch (key) {
    case 'ArrowLeft':
      return alone ? beside(probe, { group, point }, -1) : along(point - 1);
    case 'ArrowRight':
      return alone ? beside(probe, { group, point }, 1) : along(point + 1);
    case 'PageUp':
      return along(point - Math.ceil(count / 10));
    case 'PageDown':
      return along(point + Math.ceil(count / 10));
    case 'Home':
      return along(0);
    case 'End':
      return along(count - 1);
    case 'ArrowUp':
      return beside(probe, { group, point }, -1);
    case 'ArrowDown':
      return beside(probe, { group, point }, 1);
    default:
      return null;
  }
}

/** The point of the next group that stands nearest; around the end to the first. */
function beside(probe: Probe, { group, point }: Spot, by: number): Spot {
  const { groups } = probe;
  const { x, y } = groups[group]!;
  for (let k = 1; k <= groups.length; k++) {
    const next = (group + by * k + groups.length * k) % groups.length;
    const other = groups[next]!;
    if (other.x.length === 0) continue;
    let [best, least] = [0, Infinity];
    for (let i = 0; i < other.x.length; i++) {
      // Above or below comes first, then near.
      const distance = (other.x[i]! - x[point]!) ** 2 + 0.01 * (other.y[i]! - y[point]!) ** 2;
      if (distance < least) [best, least] = [i, distance];
    }
    return { group: next, point: best };
  }
  return { group, point };
}
