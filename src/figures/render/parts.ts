import type { Language, Text } from '../../text.ts';
import { plain } from '../plain.ts';

/** Where and for whom a figure is drawn. */
export interface Place {
  readonly document: Document;
  readonly language: Language;
  /** Ids inside the figure start with it, so that they are the same at every drawing and unique on the page. */
  readonly idPrefix: string;
  /** Width of the drawing in its own units; on the page it takes the width there is. */
  readonly width: number;
}

type Attributes = Readonly<Record<string, string | number>>;
type Child = Node | string | null;

const SVG = 'http://www.w3.org/2000/svg';

export function html(
  { document }: Pick<Place, 'document'>,
  name: string,
  attributes: Attributes,
  ...children: Child[]
): HTMLElement {
  return filled(document.createElement(name), attributes, children);
}

export function svg(
  { document }: Pick<Place, 'document'>,
  name: string,
  attributes: Attributes,
  ...children: Child[]
): SVGElement {
  return filled(document.createElementNS(SVG, name) as SVGElement, attributes, children);
}

function filled<T extends Element>(made: T, attributes: Attributes, children: Child[]): T {
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A label inside a drawing. */
export function label(
  place: Place,
  text: Text,
  attributes: Attributes & { readonly x: number; readonly y: number },
): SVGElement {
  const { x, y, ...rest } = attributes;
  return svg(place, 'text', { x: round(x), y: round(y), ...rest }, plain(text, place.language));
}

/** Coordinates with one decimal are finer than any screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}

/** Width of a drawing in its own units. */
export function widthOf(drawing: Element): number {
  return Number(drawing.getAttribute('viewBox')?.split(/[\s,]+/)[2] ?? 0);
}

/** About how wide a text is, in units of its font size; rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻.,:;il|' ]/.test(character)) width += 0.4;
    else if (/[A-Zmw−=+]/.test(character)) width += 0.8;
    else width += character.codePointAt(0)! > 0x2e7f ? 1 : 0.6;
  }
  return width;
}
