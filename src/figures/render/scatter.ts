import { inFrame, type At } from '../layout/plane.ts';
import { scatterPlane } from '../layout/scatter.ts';
import { looksOf } from '../palette.ts';
import { drawable } from '../scale.ts';
import type { ScatterSpec } from '../spec.ts';
import { pointMarks } from './marks.ts';
import type { Place } from './parts.ts';
import { drawPlot } from './plot.ts';

export function drawScatter(spec: ScatterSpec, place: Place): SVGElement {
  const { series } = spec;
  const looks = looksOf(series);
  const plane = scatterPlane(spec, place.width);
  const { x, y } = plane;
  const points = (item: (typeof series)[number], { x: across, y: up, frame }: At) =>
    item.x
      .map((value, i) => [across(drawable(value, x.log)), up(drawable(item.y[i]!, y.log))] as const)
      .filter(([px, py]) => inFrame(frame, px, py));
  return drawPlot(place, {
    spec,
    plane,
    marks: series.map((item, k) => ({
      draw: (at: At) => pointMarks(place, points(item, at), looks[k]!),
    })),
  });
}
