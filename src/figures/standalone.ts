import { textWidth } from './render/parts.ts';

/** What decides how a shape looks and may come from the style sheet. */
const STYLES = [
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
const SVG = 'http://www.w3.org/2000/svg';
const COLORS = new Set<string>(['fill', 'stroke']);
/** Blank paper around the figure. */
const EDGE = 16;
const FONTS = 'system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

/**
 * A figure's drawing as an SVG file of its own, with its title and legend: every variable and rule of the style
 * sheet written into it, on the colour of the page's paper, since its own colours were chosen for that.
 */
export function standaloneSvg(figure: Element, title: string): string {
  const drawing = figure.querySelector<SVGSVGElement>('.fig-drawing')!;
  const color = colorReader();
  const { width, height } = drawing.viewBox.baseVal;
  const head = headOf(figure, title, width, color);
  const ink = color(getComputedStyle(drawing).color);
  const body = styledCopy(drawing, color);
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
  const fill = color(getComputedStyle(drawing).getPropertyValue('--fig-paper').trim() || 'white');
  const paper = create('rect', { fill });
  place(paper, -EDGE, -EDGE, width + 2 * EDGE, total + 2 * EDGE);
  file.append(name, paper, ...head.parts, body);
  return new XMLSerializer().serializeToString(file);
}

function create(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made as SVGElement;
}

function place(svg: Element, x: number, y: number, width: number, height: number): void {
  for (const [name, value] of Object.entries({ x, y, width, height })) {
    svg.setAttribute(name, String(value));
  }
}

/** Title and legend of the page, set again in SVG: samples and words in rows. */
function headOf(figure: Element, title: string, width: number, color: (value: string) => string) {
  const text = (content: string, x: number, y: number, weight: string) => {
    const made = create('text', { x, y, 'font-weight': weight });
    made.textContent = content;
    return made;
  };
  const parts: SVGElement[] = [text(title, 0, 16, '600')];
  let [x, y] = [0, 40];
  const items = figure.querySelectorAll('.fig-legend > *');
  for (const item of items) {
    const pieces = piecesOf(item);
    const length = pieces.reduce((sum, piece) => sum + lengthOf(piece) + 7, 12);
    if (x > 0 && x + length > width) [x, y] = [0, y + 20];
    for (const piece of pieces) {
      if (typeof piece === 'string') parts.push(text(piece, x, y, 'normal'));
      else if (piece instanceof SVGSVGElement) {
        const copy = styledCopy(piece, color);
        const { width: across, height: down } = piece.viewBox.baseVal;
        place(copy, x, y - 10, across, down);
        parts.push(copy);
      } else {
        const { backgroundColor, borderColor } = getComputedStyle(piece);
        const colors = { fill: color(backgroundColor), stroke: color(borderColor) };
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
    if (node instanceof SVGSVGElement) return [node];
    if (node instanceof HTMLElement && node.matches('.fig-swatch')) return [node];
    if (node instanceof Element) return piecesOf(node);
    return node.textContent ? [node.textContent] : [];
  });
}

function lengthOf(piece: string | Element): number {
  if (typeof piece === 'string') return textWidth(piece) * 12;
  return piece instanceof SVGSVGElement ? piece.viewBox.baseVal.width : 18;
}

/** A copy whose look does not depend on the page. */
function styledCopy(drawing: SVGSVGElement, color: (value: string) => string): SVGElement {
  const copy = drawing.cloneNode(true) as SVGElement;
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
    const computed = getComputedStyle(original);
    for (const name of STYLES) {
      const value = computed.getPropertyValue(name);
      if (k > 0 && value === parentValue(original, name)) made.removeAttribute(name);
      else
        made.setAttribute(
          name,
          COLORS.has(name) && !value.startsWith('url') ? color(value) : value,
        );
    }
  }
  return copy;
}

/** Inherited properties need to be written only where they change; the others have no parent's value. */
function parentValue(element: Element, name: string): string {
  const inherited = name !== 'opacity' && name !== 'filter';
  if (!inherited) return name === 'opacity' ? '1' : 'none';
  return element.parentElement
    ? getComputedStyle(element.parentElement).getPropertyValue(name)
    : '';
}

/** Colours as hexadecimal: not every program that opens an SVG knows `oklab(…)`. */
function colorReader(): (value: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, string>([['none', 'none']]);
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, opacity] = context.getImageData(0, 0, 1, 1).data;
    const parts = [red!, green!, blue!].map((part) => part.toString(16).padStart(2, '0'));
    const hex = opacity === 0 ? 'none' : `#${parts.join('')}`;
    known.set(value, hex);
    return hex;
  };
}
