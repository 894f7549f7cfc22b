import * as Plot from '@observablehq/plot';
import { kindName } from '../words.ts';
import { plain } from '../plain.ts';
import type { FigureSpec } from '../spec.ts';
import { envelope, readPath, writePath } from '../svg-path.ts';
import { scalesOf, type At, type Frame, type Plane } from '../layout/plane.ts';
import { axes, grid } from './axes.ts';
import { round, svg, type Place } from './parts.ts';

/** A part of a plot that Observable Plot has no mark for: it gets the scales and draws with them. */
export type Draw = (at: At) => SVGElement | null;

export interface PlotOptions {
  readonly spec: FigureSpec;
  readonly plane: Plane;
  readonly grid?: boolean;
  /** Observable Plot's marks, and our own drawings, from back to front. */
  readonly marks: readonly (Plot.Markish | { readonly draw: Draw })[];
}

/** Groups with one of these classes end at the frame. */
const CLIPPED = ['fig-line', 'fig-raw', 'fig-path', 'fig-contour', 'fig-clipped'];
/** Paths of these groups together take at most about so many bytes: they are drawn coarser until they do. */
const BUDGETS = [
  ['.fig-line path', 12_000],
  ['.fig-path path', 12_000],
  ['.fig-raw path', 8_000],
] as const;

/** Draws a plot with Observable Plot: axes as in a book, no ids or sizes that change from one drawing to the next. */
export function drawPlot(place: Place, options: PlotOptions): SVGElement {
  const { plane, marks, spec } = options;
  const { x, y, frame, height } = plane;
  const at = scalesOf(plane);
  const ours = (draw: Draw): Plot.RenderFunction =>
    function render() {
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

/** Makes Plot's output ours: one look for all figures, the same text in every browser and at every drawing. */
function finish(drawn: SVGElement, place: Place, spec: FigureSpec, frame: Frame): SVGElement {
  drawn.querySelector('style')?.remove();
  for (const group of drawn.querySelectorAll('g[class^="fig-"]')) {
    // Plot shifts marks by half a pixel on coarse screens only; drawings must not depend on the screen.
    group.removeAttribute('transform');
  }
  // Plot names its groups; the drawing as a whole is one image with one name.
  for (const named of drawn.querySelectorAll('[aria-label], [aria-description]')) {
    named.removeAttribute('aria-label');
    named.removeAttribute('aria-description');
  }
  dress(drawn, place, spec);
  for (const [selector, bytes] of BUDGETS) shorten([...drawn.querySelectorAll(selector)], bytes);
  const clipped = [...drawn.children].filter((child) =>
    CLIPPED.includes(child.getAttribute('class')?.split(' ')[0] ?? ''),
  );
  if (clipped.length > 0) {
    const id = `${place.idPrefix}-clip`;
    // A line along the frame's edge stays whole; contours end at the edge itself.
    const over = clipped.some((group) => group.getAttribute('class') === 'fig-contour') ? 0 : 2;
    const box = svg(place, 'rect', {
      x: round(frame.left - over),
      y: round(frame.top - over),
      width: round(frame.right - frame.left + 2 * over),
      height: round(frame.bottom - frame.top + 2 * over),
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

/** Draws paths coarser until they take at most about so many bytes together, in the shortest way of writing them. */
export function shorten(elements: readonly Element[], bytes: number): void {
  const paths = elements.map((path) => readPath(path.getAttribute('d') ?? ''));
  let texts: string[] = [];
  for (let tolerance = 0.12; tolerance < 4; tolerance *= 1.5) {
    texts = paths.map((lines) => {
      // Columns from half a unit: finer than a pixel of most screens.
      const coarser = lines.map((line) => ({
        ...line,
        points: line.closed ? line.points : envelope(line.points, tolerance * 4),
      }));
      return writePath(coarser, tolerance);
    });
    if (texts.reduce((sum, text) => sum + text.length, 0) <= bytes) break;
  }
  for (const [k, path] of elements.entries()) path.setAttribute('d', texts[k]!);
}
