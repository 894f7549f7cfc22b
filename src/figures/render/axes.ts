import { marginLeft, secondLine, type At, type NamedScale } from '../layout/plane.ts';
import type { Scale } from '../scale.ts';
import { label, round, svg, type Place } from './parts.ts';

/** Hairlines across the frame at the ticks of the vertical axis. */
export function grid(place: Place, scale: Scale, { y, frame }: At): SVGElement {
  const d = scale.ticks
    .map(({ value }) => `M${round(frame.left)},${round(y(value))}H${round(frame.right)}`)
    .join('');
  return svg(place, 'path', { class: 'fig-grid', d });
}

/** Tick labels, a base line, and the names of the axes: to the right below, and above the vertical one. */
export function axes(
  place: Place,
  xs: NamedScale,
  ys: NamedScale,
  { x, y, frame }: At,
): SVGElement {
  const { left, right, bottom } = frame;
  const ticks = xs.ticks.map(({ value }) => `M${round(x(value))},${round(bottom)}v5`).join('');
  const group = svg(
    place,
    'g',
    { class: 'fig-axis' },
    svg(place, 'path', {
      class: 'fig-rule',
      d: `M${round(left)},${round(bottom)}H${round(right)}${ticks}`,
    }),
  );
  for (const { value, text, lower } of xs.ticks) {
    group.append(label(place, text, { x: x(value), y: bottom + 6, dy: lower ? '2.15em' : '1em' }));
  }
  for (const { value, text } of ys.ticks) {
    group.append(
      label(place, text, { x: left - 8, y: y(value), dy: '.35em', 'text-anchor': 'end' }),
    );
  }
  if (xs.label) {
    group.append(
      label(place, xs.label, {
        x: right,
        y: bottom + 6,
        dy: secondLine(xs) ? '3.4em' : '2.25em',
        'text-anchor': 'end',
        class: 'fig-name',
      }),
    );
  }
  if (ys.label) {
    const attributes = { dy: '1em', 'text-anchor': 'start', class: 'fig-name fig-above' };
    group.append(label(place, ys.label, { x: left - marginLeft(ys), y: 0, ...attributes }));
  }
  return group;
}
