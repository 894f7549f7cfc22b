import type { Scale } from '../scale.ts';
import type { Text } from '../../text.ts';
import { label, round, svg, textWidth, type Place } from './parts.ts';
import type { Draw } from './plot.ts';

export type NamedScale = Scale & { readonly label?: Text | undefined };

/** The largest font size that figures.css gives to a drawing on a narrow screen: margins have room for it. */
const LARGEST = 18;

/** Room around the frame; less of it where an axis has no name. */
export const RIGHT = 22;
export const TOP = 30;
export const BOTTOM = 48;
export const BARE_TOP = 12;
export const BARE_BOTTOM = 28;

/** Room for the tick labels of a vertical axis. */
export function marginLeft({ ticks }: Scale): number {
  return Math.ceil(12 + Math.max(...ticks.map(({ text }) => textWidth(text)), 0) * LARGEST);
}

/** Hairlines across the frame at the ticks of the vertical axis. */
export function grid(place: Place, scale: Scale, { y, frame }: Parameters<Draw>[0]): SVGElement {
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
  { x, y, frame }: Parameters<Draw>[0],
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
  for (const { value, text } of xs.ticks) {
    group.append(label(place, text, { x: x(value), y: bottom + 6, dy: '1em' }));
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
        dy: '2.25em',
        'text-anchor': 'end',
        class: 'fig-name',
      }),
    );
  }
  if (ys.label) {
    const attributes = { dy: '1em', 'text-anchor': 'start', class: 'fig-name' };
    group.append(label(place, ys.label, { x: left - marginLeft(ys), y: 0, ...attributes }));
  }
  return group;
}
