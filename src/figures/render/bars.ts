import { formatNumber } from '../format.ts';
import { barsLayout, type BarRow } from '../layout/bars.ts';
import type { At } from '../layout/plane.ts';
import { drawable } from '../scale.ts';
import type { BarsSpec } from '../spec.ts';
import { label, round, svg, type Place } from './parts.ts';
import { drawPlot } from './plot.ts';

const THICK = 19;
/** The bars of a spec, lying. */
export function drawBars(spec: BarsSpec, place: Place): SVGElement {
  const { plane, rows, heads } = barsLayout(spec, place.width, place.language);
  return drawPlot(place, {
    spec,
    plane,
    grid: false,
    marks: [
      { draw: (at) => lengths(place, rows, plane.x.log, at) },
      { draw: (at) => groupNames(place, heads, at) },
    ],
  });
}

function lengths(place: Place, rows: readonly BarRow[], log: boolean, at: At) {
  const { frame } = at;
  const zero = log ? frame.left : Math.max(frame.left, Math.min(frame.right, at.x(0)));
  const group = svg(place, 'g', { class: 'fig-bars' });
  for (const { bar, look, y } of rows) {
    const end = at.x(drawable(bar.value, log));
    const reach = Number.isFinite(end) ? Math.max(frame.left, Math.min(frame.right, end)) : zero;
    const middle = at.y(y);
    group.append(
      svg(place, 'rect', {
        x: round(Math.min(zero, reach)),
        y: round(middle - THICK / 2),
        width: round(Math.abs(reach - zero)),
        height: THICK,
        fill: look.color,
      }),
      label(place, formatNumber(bar.value), {
        x: Math.max(zero, reach) + 6,
        y: middle,
        dy: '.35em',
        'text-anchor': 'start',
        class: 'fig-value',
      }),
    );
  }
  if (!log) {
    const d = `M${round(zero)},${round(frame.top)}V${round(frame.bottom)}`;
    group.append(svg(place, 'path', { class: 'fig-rule', d }));
  }
  return group;
}

function groupNames(
  place: Place,
  heads: readonly { text: string; y: number }[],
  { y, frame }: At,
): SVGElement {
  const group = svg(place, 'g', { class: 'fig-groups' });
  for (const { text, y: at } of heads) {
    const attributes = { dy: '.35em', 'text-anchor': 'start', class: 'fig-name' };
    group.append(label(place, text, { x: frame.left, y: y(at), ...attributes }));
  }
  return group;
}
