import type * as Plot from '@observablehq/plot';
import { linesPlane, rulesOf } from '../layout/lines.ts';
import { inFrame } from '../layout/plane.ts';
import { looksOf, type Look } from '../palette.ts';
import { drawable, type Scale } from '../scale.ts';
import type { Band, LinesSpec, LossCurveSpec, Rule, Series } from '../spec.ts';
import { endMark, lineMark, pointMarks } from './marks.ts';
import { label, round, svg, type Place } from './parts.ts';
import { drawPlot, type Draw } from './plot.ts';

/** More points than these are a line, not points. */
const MOST_POINTS = 240;

/** `lines` and `lossCurve`. */
export function drawLines(spec: LinesSpec | LossCurveSpec, place: Place): SVGElement {
  const { series } = spec;
  const looks = looksOf(series);
  const plane = linesPlane(spec, place.width);
  const { x, y } = plane;
  const bands: readonly Band[] = spec.kind === 'lines' ? (spec.bands ?? []) : [];
  const scales = { x, y };
  const marks: (Plot.Markish | { draw: Draw })[] = bands.map((band) => bandMark(place, band));
  for (const [k, { x: at, raw }] of series.entries()) {
    if (!raw) continue;
    const style = { strokeWidth: 1, strokeOpacity: 0.3 };
    marks.push(lineMark('fig-raw', at, raw, scales, { ...looks[k]!, dash: '' }, style));
  }
  marks.push(...rulesOf(spec).map((rule) => ruleMark(place, rule, spec.kind === 'lossCurve')));
  for (const [k, item] of series.entries()) {
    const look = looks[k]!;
    marks.push(lineMark('fig-line', item.x, item.y, scales, look));
    const diverged = 'divergedAt' in item && item.divergedAt !== undefined;
    if (item.points && item.x.length <= MOST_POINTS) {
      marks.push({ draw: (at) => allPoints(place, item, at, scales, look) });
    } else if (series.length > 1 || diverged || item.x.length === 1) {
      marks.push(endMark(place, item.x, item.y, scales, look, diverged));
    }
  }
  return drawPlot(place, { spec, plane, marks });
}

function allPoints(
  place: Place,
  item: Series,
  at: Parameters<Draw>[0],
  scales: { x: Scale; y: Scale },
  look: Look,
): SVGElement {
  const points = item.x
    .map(
      (value, i) =>
        [at.x(drawable(value, scales.x.log)), at.y(drawable(item.y[i]!, scales.y.log))] as const,
    )
    .filter(([x, y]) => inFrame(at.frame, x, y));
  return pointMarks(place, points, look);
}

function bandMark(place: Place, { x: across, y: up, label: text }: Band): { draw: Draw } {
  return {
    draw({ x, y, frame }) {
      const [x0, x1] = across ? across.map(x) : [frame.left, frame.right];
      const [y1, y0] = up ? up.map(y) : [frame.bottom, frame.top];
      const left = Math.max(frame.left, x0!);
      const top = Math.max(frame.top, y0!);
      const width = Math.min(frame.right, x1!) - left;
      const height = Math.min(frame.bottom, y1!) - top;
      if (!(width > 0 && height > 0)) return null;
      const group = svg(
        place,
        'g',
        { class: 'fig-band' },
        svg(place, 'rect', {
          x: round(left),
          y: round(top),
          width: round(width),
          height: round(height),
        }),
      );
      if (text) {
        const attributes = { dy: '1.1em', 'text-anchor': 'start', class: 'fig-text' };
        group.append(label(place, text, { x: left + 5, y: top, ...attributes }));
      }
      return group;
    },
  };
}

function ruleMark(
  place: Place,
  { x: across, y: up, label: text }: Rule,
  early: boolean,
): { draw: Draw } {
  return {
    draw({ x, y, frame }) {
      const { left, right, top, bottom } = frame;
      const vertical = across !== undefined;
      const at = vertical ? x(across) : y(up ?? NaN);
      if (!(vertical ? at >= left && at <= right : at >= top && at <= bottom)) return null;
      const d = vertical ? `M${round(at)},${top}V${bottom}` : `M${left},${round(at)}H${right}`;
      const group = svg(place, 'g', { class: 'fig-mark' }, svg(place, 'path', { d }));
      if (text) {
        const late = at > (left + right) / 2;
        const where = vertical
          ? { x: at + (late ? -5 : 5), y: top, dy: '1em', 'text-anchor': late ? 'end' : 'start' }
          : early
            ? // Losses come down to a goal from the left: there is room above it.
              { x: left + 5, y: at, dy: '-.4em', 'text-anchor': 'start' }
            : { x: right, y: at, dy: '-.4em', 'text-anchor': 'end' };
        group.append(label(place, text, { ...where, class: 'fig-text' }));
      }
      return group;
    },
  };
}
