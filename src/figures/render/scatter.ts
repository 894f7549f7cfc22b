import { glyph, looksOf } from '../palette.ts';
import { drawable, extentOf, makeScale } from '../scale.ts';
import type { ScatterSpec } from '../spec.ts';
import { inFrame } from './marks.ts';
import { round, svg, type Place } from './parts.ts';
import { drawPlot, type Draw } from './plot.ts';

/** Series of more points are drawn as dots: a path of markers would be too long. */
const MARKED = 250;

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
    marks: series.map((item, k) => {
      const { marker, color } = looks[k]!;
      return {
        draw(at: At) {
          const shown = points(item, at);
          if (shown.length > MARKED) {
            return svg(place, 'path', {
              class: 'fig-dots',
              d: shown.map(([px, py]) => `M${round(px)},${round(py)}h0`).join(''),
              stroke: color,
              'stroke-width': 4.5,
              'stroke-linecap': marker === 'circle' ? 'round' : 'square',
            });
          }
          const shape = glyph(marker).replace(/^M(-?[\d.]+),(-?[\d.]+)/, '');
          const [, dx, dy] = /^M(-?[\d.]+),(-?[\d.]+)/.exec(glyph(marker))!;
          return svg(place, 'path', {
            class: 'fig-dots',
            d: shown
              .map(([px, py]) => `M${round(px + Number(dx))},${round(py + Number(dy))}${shape}`)
              .join(''),
            fill: color,
          });
        },
      };
    }),
  });
}

type At = Parameters<Draw>[0];
