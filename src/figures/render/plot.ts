import * as Plot from '@observablehq/plot';
import { kindName } from '../words.ts';
import { plain } from '../plain.ts';
import type { Scale } from '../scale.ts';
import type { FigureSpec } from '../spec.ts';
import { envelope, readPath, writePath } from '../svg-path.ts';
import type { Text } from '../../text.ts';
import { label, round, svg, textWidth, type Place } from './parts.ts';

/** The rectangle of a plot in viewBox units. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A part of a plot that Observable Plot has no mark for: it gets the scales and draws with them. */
export type Draw = (at: {
  x(value: number): number;
  y(value: number): number;
  frame: Frame;
}) => SVGElement | null;

export interface PlotOptions {
  readonly spec: FigureSpec;
  readonly height: number;
  readonly x: Scale & { readonly label?: Text | undefined };
  readonly y: Scale & { readonly label?: Text | undefined };
  /** Room to the right of the frame. */
  readonly right?: number;
  /** Extra room on both sides, for a plot that is narrower than the figure. */
  readonly side?: number;
  readonly grid?: boolean;
  /** Observable Plot's marks, and our own drawings, from back to front. */
  readonly marks: readonly (Plot.Markish | { readonly draw: Draw })[];
}

/** The largest font size that figures.css gives to a drawing on a narrow screen: margins have room for it. */
const LARGEST = 18;

/** Groups with one of these classes end at the frame. */
const CLIPPED = ['fig-line', 'fig-raw', 'fig-path', 'fig-contour', 'fig-clipped'];
/** Paths of these groups together take at most about so many bytes: they are drawn coarser until they do. */
const BUDGETS = [
  ['.fig-line path', 12_000],
  ['.fig-path path', 12_000],
  ['.fig-contour path', 11_000],
  ['.fig-raw path', 8_000],
] as const;

/** Draws a plot with Observable Plot: axes as in a book, no ids or sizes that change from one drawing to the next. */
export function drawPlot(place: Place, options: PlotOptions): SVGElement {
  const { x, y, marks, spec, height } = options;
  const frame = frameOf(place, options);
  const ours = (draw: Draw): Plot.RenderFunction =>
    function render(_index, scales) {
      const at = {
        x: scales.x as (value: number) => number,
        y: scales.y as (value: number) => number,
        frame,
      };
      return draw(at);
    };
  const drawn = Plot.plot({
    document: place.document,
    width: place.width,
    height,
    marginLeft: frame.left,
    marginRight: place.width - frame.right,
    marginTop: frame.top,
    marginBottom: height - frame.bottom,
    x: { type: x.log ? 'log' : 'linear', domain: [...x.domain], axis: null },
    y: { type: y.log ? 'log' : 'linear', domain: [...y.domain], axis: null },
    marks: [
      ...(options.grid === false ? [] : [ours((at) => grid(place, y, at))]),
      ...marks.map((mark) =>
        typeof mark === 'object' && mark !== null && 'draw' in mark ? ours(mark.draw) : mark,
      ),
      ours((at) => axes(place, x, y, at)),
    ],
  }) as SVGElement;
  return finish(drawn, place, spec, frame);
}

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

function frameOf({ width }: Place, { height, x, y, right = RIGHT, side = 0 }: PlotOptions): Frame {
  return {
    left: marginLeft(y) + side,
    right: width - right - side,
    top: y.label ? TOP : BARE_TOP,
    bottom: height - (x.label ? BOTTOM : BARE_BOTTOM),
  };
}

type At = Parameters<Draw>[0];

function grid(place: Place, scale: Scale, { y, frame }: At): SVGElement {
  const d = scale.ticks
    .map(({ value }) => `M${round(frame.left)},${round(y(value))}H${round(frame.right)}`)
    .join('');
  return svg(place, 'path', { class: 'fig-grid', d });
}

function axes(
  place: Place,
  xs: PlotOptions['x'],
  ys: PlotOptions['y'],
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

/** Makes Plot's output ours: one look for all figures, the same text in every browser and at every drawing. */
function finish(drawn: SVGElement, place: Place, spec: FigureSpec, frame: Frame): SVGElement {
  drawn.querySelector('style')?.remove();
  for (const group of drawn.querySelectorAll('g[class^="fig-"]')) {
    // Plot shifts marks by half a pixel on coarse screens only; drawings must not depend on the screen.
    group.removeAttribute('transform');
  }
  dress(drawn, place, spec);
  shorten(drawn);
  const clipped = [...drawn.children].filter((child) =>
    CLIPPED.includes(child.getAttribute('class')?.split(' ')[0] ?? ''),
  );
  if (clipped.length > 0) {
    const id = `${place.idPrefix}-clip`;
    const box = svg(place, 'rect', {
      x: round(frame.left),
      y: round(frame.top),
      width: round(frame.right - frame.left),
      height: round(frame.bottom - frame.top),
    });
    drawn.prepend(svg(place, 'clipPath', { id }, box));
    for (const group of clipped) group.setAttribute('clip-path', `url(#${id})`);
  }
  const { left, right, top, bottom } = frame;
  drawn.setAttribute('data-frame', [left, right, top, bottom].map(round).join(' '));
  return drawn;
}

/** The attributes of every drawing. */
export function dress(drawing: SVGElement, place: Place, spec: FigureSpec): void {
  const old = ['width', 'height', 'font-family', 'text-anchor', 'fill', 'class', 'font-size'];
  for (const name of old) drawing.removeAttribute(name);
  const attributes = {
    class: 'fig-drawing',
    role: 'img',
    'aria-label': spec.title
      ? plain(spec.title, place.language)
      : kindName(spec.kind, place.language),
    fill: 'currentColor',
    'font-size': '13',
    'text-anchor': 'middle',
  };
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, value);
}

function shorten(drawn: SVGElement): void {
  for (const [selector, bytes] of BUDGETS) {
    const paths = [...drawn.querySelectorAll(selector)].map(
      (path) => [path, readPath(path.getAttribute('d') ?? '')] as const,
    );
    let texts: string[] = [];
    for (let tolerance = 0.12; tolerance < 4; tolerance *= 1.5) {
      texts = paths.map(([, lines]) => {
        // Columns from half a unit: finer than a pixel of most screens.
        const coarser = lines.map((line) => ({
          ...line,
          points: line.closed ? line.points : envelope(line.points, tolerance * 4),
        }));
        return writePath(coarser, tolerance);
      });
      if (texts.reduce((sum, text) => sum + text.length, 0) <= bytes) break;
    }
    for (const [k, [path]] of paths.entries()) path.setAttribute('d', texts[k]!);
  }
}
