import * as Plot from '@observablehq/plot';
import { glyph, type Look, type Marker } from '../palette.ts';
import { inFrame, type Frame } from '../layout/plane.ts';
import { drawable, type Scale } from '../scale.ts';
import type { Draw } from './plot.ts';
import { round, svg, type Place } from './parts.ts';

/** A line through those points that can be drawn, broken where one cannot. */
export function lineMark(
  name: string,
  xs: readonly number[],
  ys: readonly number[],
  scales: { x: Scale; y: Scale },
  { color, dash }: Look,
  style: Plot.LineOptions = {},
): Plot.Markish {
  return Plot.line(
    { length: xs.length },
    {
      x: xs.map((value) => drawable(value, scales.x.log)),
      y: ys.map((value) => drawable(value, scales.y.log)),
      className: name,
      stroke: color,
      strokeWidth: 2,
      ...(dash ? { strokeDasharray: dash } : { strokeLinecap: 'round' as const }),
      ...style,
    },
  );
}

/** One marker at a place in viewBox units. */
export function marker(
  place: Place,
  shape: Marker,
  x: number,
  y: number,
  color: string,
  name = 'fig-marker',
): SVGElement {
  return svg(place, 'path', {
    class: name,
    d: glyph(shape),
    fill: color,
    transform: `translate(${round(x)},${round(y)})`,
  });
}

/** Of more points each is a dot: markers would take too many bytes. */
const MARKED = 120;

/** A marker at each point, all in one path. */
export function pointMarks(place: Place, points: readonly Point[], look: Look): SVGElement {
  const { marker: shape, color } = look;
  if (points.length > MARKED) {
    return svg(place, 'path', {
      class: 'fig-points',
      d: points.map(([x, y]) => `M${round(x)},${round(y)}h0`).join(''),
      stroke: color,
      'stroke-width': 4.5,
      'stroke-linecap': shape === 'circle' ? 'round' : 'square',
    });
  }
  const [start = '', dx, dy] = /^M(-?[\d.]+),(-?[\d.]+)/.exec(glyph(shape)) ?? [];
  const outline = glyph(shape).slice(start.length);
  return svg(place, 'path', {
    class: 'fig-points',
    d: points
      .map(([x, y]) => `M${round(x + Number(dx))},${round(y + Number(dy))}${outline}`)
      .join(''),
    fill: color,
  });
}

/** Where a series ends: its marker, or a cross where it left the figure for good. */
export function endMark(
  place: Place,
  xs: readonly number[],
  ys: readonly number[],
  scales: { x: Scale; y: Scale },
  look: Look,
  diverged: boolean,
): { draw: Draw } {
  return {
    draw(at) {
      const points = xs
        .map(
          (value, i) =>
            [at.x(drawable(value, scales.x.log)), at.y(drawable(ys[i]!, scales.y.log))] as const,
        )
        .filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
      const last = points.at(-1);
      if (!last) return null;
      if (inFrame(at.frame, ...last)) {
        return marker(place, diverged ? 'cross' : look.marker, ...last, look.color);
      }
      const k = points.findLastIndex(([x, y]) => inFrame(at.frame, x, y));
      if (!diverged || k < 0) return null;
      const [x, y] = wayOut(at.frame, points[k]!, points[k + 1]!);
      return svg(place, 'path', {
        class: 'fig-marker',
        d: OUTWARD,
        fill: look.color,
        transform: `translate(${round(x)},${round(y)})rotate(${outward(at.frame, x, y)})`,
      });
    },
  };
}

/** An arrowhead that points up, with its tip at the origin: the run leaves the picture here, and diverges later. */
const OUTWARD = 'M0,-1l4.2,7.5h-8.4z';

/** By how many degrees the arrowhead is turned to point out of the frame at this place on its edge. */
function outward({ left, right, bottom }: Frame, x: number, y: number): number {
  if (Math.abs(x - right) < 0.5) return 90;
  if (Math.abs(x - left) < 0.5) return -90;
  return Math.abs(y - bottom) < 0.5 ? 180 : 0;
}

type Point = readonly [x: number, y: number];

/** Where the way from a point inside to one outside crosses the frame. */
function wayOut({ left, right, top, bottom }: Frame, [x0, y0]: Point, [x1, y1]: Point): Point {
  const shares = [
    (left - x0) / (x1 - x0),
    (right - x0) / (x1 - x0),
    (top - y0) / (y1 - y0),
    (bottom - y0) / (y1 - y0),
  ].filter((share) => share > 0 && share < 1);
  const share = Math.min(1, ...shares);
  return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
}
