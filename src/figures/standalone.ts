import { textWidth } from './render/parts.ts';

/** What decides how a shape looks and may come from the style sheet. */
export const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'filter',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
/** Those that are not inherited, with what they are without a rule. */
export const INITIAL: Readonly<Record<string, string>> = { opacity: '1', filter: 'none' };
const SVG = 'http://www.w3.org/2000/svg';
/** Blank paper around the figure. */
const EDGE = 16;
const FONTS = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

/** How a figure looks where it stands: on the page, or by its style sheet alone where there is no page. */
export interface Styles {
  /** What a property comes to for an element, inheritance included; colours as a file may have them. */
  of(element: Element, property: string): string;
  /** The colour of what the figure stands on. */
  readonly paper: string;
}

/**
 * A figure's drawing as an SVG file of its own, with its title and legend: every variable and rule of the style
 * sheet written into it, on the colour of the page's paper, since its own colours were chosen for that.
 */
export function standaloneSvg(figure: Element, title: string, styles: Styles): string {
  const drawing = figure.querySelector('.fig-drawing')!;
  const create = maker(figure.ownerDocument);
  const [width, height] = sizeOf(drawing);
  const head = headOf(figure, title, width, styles);
  const ink = styles.of(drawing, 'color');
  const body = styledCopy(drawing, styles);
  place(body, 0, head.height, width, height);
  const total = head.height + height;
  const file = create('svg', {
    xmlns: SVG,
    viewBox: `${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${total + 2 * EDGE}`,
    width: width + 2 * EDGE,
    height: total + 2 * EDGE,
    fill: ink,
    color: ink,
    'font-family': FONTS,
    'font-size': 13,
  });
  const name = create('title', {});
  name.textContent = title;
  const paper = create('rect', { fill: styles.paper });
  place(paper, -EDGE, -EDGE, width + 2 * EDGE, total + 2 * EDGE);
  file.append(name, paper, ...head.parts, body);
  return xml(file);
}

/** Makes elements of SVG in a document. */
function maker(document: Document) {
  return (name: string, attributes: Readonly<Record<string, string | number>>): Element => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
}

/** An element as XML. Documents without a page write HTML, which has other rules for `<` in attributes. */
function xml(element: Element): string {
  const attributes = [...element.attributes].map(
    ({ name, value }) => ` ${name}="${escape(value).replaceAll('"', '&quot;')}"`,
  );
  const content = [...element.childNodes].map((node) =>
    isElement(node) ? xml(node) : escape(node.textContent ?? ''),
  );
  const tag = element.localName;
  return `<${tag}${attributes.join('')}>${content.join('')}</${tag}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Width and height of a drawing in its own units. */
function sizeOf(drawing: Element): [width: number, height: number] {
  const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  return [width, height];
}

function place(svg: Element, x: number, y: number, width: number, height: number): void {
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    svg.setAttribute(name, String(value));
  }
}

/** Title and legend of the page, set again in SVG: samples and words in rows. */
function headOf(figure: Element, title: string, width: number, styles: Styles) {
  const create = maker(figure.ownerDocument);
  const text = (content: string, x: number, y: number, weight: string) => {
    const made = create('text', { x, y, 'font-weight': weight });
    made.textContent = content;
    return made;
  };
  const parts: Element[] = [text(title, 0, 16, '600')];
  let [x, y] = [0, 40];
  const items = figure.querySelectorAll('.fig-legend > *');
  for (const item of items) {
    const pieces = piecesOf(item);
    const length = pieces.reduce((sum, piece) => sum + lengthOf(piece) + 7, 12);
    if (x > 0 && x + length > width) [x, y] = [0, y + 20];
    for (const piece of pieces) {
      if (typeof piece === 'string') parts.push(text(piece, x, y, 'normal'));
      else if (piece.localName === 'svg') {
        const copy = styledCopy(piece, styles);
        place(copy, x, y - 10, ...sizeOf(piece));
        parts.push(copy);
      } else {
        const colors = {
          fill: styles.of(piece, 'background-color') || 'none',
          stroke: styles.of(piece, 'border-top-color') || 'none',
        };
        parts.push(create('rect', { x, y: y - 10, width: 18, height: 11, ...colors }));
      }
      x += lengthOf(piece) + 7;
    }
    x += 12;
  }
  return { parts, height: items.length > 0 ? y + 12 : 28 };
}

/** What one entry of the legend shows, in order: words, drawn samples, swatches. */
function piecesOf(item: Element): (string | Element)[] {
  return [...item.childNodes].flatMap((node): (string | Element)[] => {
    if (!isElement(node)) return node.textContent ? [node.textContent] : [];
    return node.matches('svg, .fig-swatch') ? [node] : piecesOf(node);
  });
}

function lengthOf(piece: string | Element): number {
  if (typeof piece === 'string') return textWidth(piece) * 12;
  return piece.localName === 'svg' ? sizeOf(piece)[0] : 18;
}

/** A copy whose look does not depend on the page. */
function styledCopy(drawing: Element, styles: Styles): Element {
  const copy = drawing.cloneNode(true) as Element;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [k, original] of originals.entries()) {
    const made = copies[k]!;
    for (const name of [
      'class',
      'data-run',
      'data-frame',
      'tabindex',
      'role',
      'aria-label',
      'aria-hidden',
    ]) {
      made.removeAttribute(name);
    }
    if (['clipPath', 'pattern'].includes(original.localName)) continue;
    for (const name of STYLES) {
      const value = styles.of(original, name);
      const inherited = k > 0 ? parentValue(original, name, styles) : '';
      if (value === inherited) made.removeAttribute(name);
      else made.setAttribute(name, value);
    }
  }
  return copy;
}

/** Inherited properties need to be written only where they change; the others have no parent's value. */
function parentValue(element: Element, name: string, styles: Styles): string {
  const initial = INITIAL[name];
  if (initial !== undefined) return initial;
  return element.parentElement ? styles.of(element.parentElement, name) : '';
}
