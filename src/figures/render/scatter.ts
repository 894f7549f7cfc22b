import { looksOf } from '../palette.ts';
import { drawable, extentOf, makeScale } from '../scale.ts';
import type { ScatterSpec } from '../spec.ts';
import { inFrame, pointMarks } from './marks.ts';
import type { Place } from './parts.ts';
import { drawPlot, type Draw } from './plot.ts';

export function drawScatter(spec: ScatterSpec, place: Place): SVGElement {
  const { series } = spec;
  const looks = looksOf(series);
  const xs = extentOf(
    series.map((item) => item.x),
    spec.x.log === true,
  );
  const ys = extentOf(
    series.map((item) => item.y),
    spec.y.log === true,
  );
  const x = makeScale(spec.x, xs, true);
  const y = makeScale(spec.y, ys, true);
  const points = (item: (typeof series)[number], { x: across, y: up, frame }: At) =>
    item.x
      .map((value, i) => [across(drawable(value, x.log)), up(drawable(item.y[i]!, y.log))] as const)
      .filter(([px, py]) => inFrame(frame, px, py));
  return drawPlot(place, {
    spec,
    height: 400,
    x: { ...x, label: spec.x.label },
    y: { ...y, label: spec.y.label },
    marks: series.map((item, k) => ({
      draw: (at: At) => pointMarks(place, points(item, at), looks[k]!),
    })),
  });
}

type At = Parameters<Draw>[0];
