import { histogramPlane } from '../layout/histogram.ts';
import type { At } from '../layout/plane.ts';
import { looksOf } from '../palette.ts';
import type { HistogramSpec } from '../spec.ts';
import { round, svg, type Place } from './parts.ts';
import { drawPlot } from './plot.ts';

/** One series is filled; of several each is an outline over a light fill. */
export function drawHistogram(spec: HistogramSpec, place: Place): SVGElement {
  const { edges, series } = spec;
  const looks = looksOf(series);
  const steps = (counts: readonly number[], { x: at, y: up, frame }: At) => {
    let d = `M${round(at(edges[0]!))},${round(frame.bottom)}`;
    for (const [k, count] of counts.entries()) {
      const top = Number.isFinite(count) ? up(count) : frame.bottom;
      d += `V${round(top)}H${round(at(edges[k + 1]!))}`;
    }
    return `${d}V${round(frame.bottom)}`;
  };
  return drawPlot(place, {
    spec,
    plane: histogramPlane(spec, place.width),
    marks: series.map(({ counts }, k) => ({
      draw: (at: At) =>
        svg(place, 'path', {
          class: 'fig-clipped',
          d: steps(counts, at),
          fill: looks[k]!.color,
          'fill-opacity': series.length > 1 ? 0.14 : 0.55,
          stroke: looks[k]!.color,
          'stroke-width': series.length > 1 ? 1.8 : 0.8,
          ...(series.length > 1 && looks[k]!.dash && { 'stroke-dasharray': looks[k]!.dash }),
        }),
    })),
  });
}
