import { inLanguage, withNarrowNorms, type Language, type Text } from '../text.ts';

/**
 * Draws what a cell shows, with a given document: linkedom's when the site is built, the page's own later.
 * Both give the same markup, so a page before and after a run differ only where the numbers do.
 */
export interface Place {
  readonly document: Document;
  readonly language: Language;
  /** The cell's id; ids inside figures start with it. */
  readonly cell: string;
}

export function element(
  place: Place,
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = place.document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Bidirectional controls could make shown text read as other text: they become visible. */
export function plain(text: Text, language: Language): string {
  return withNarrowNorms(inLanguage(text, language)).replace(
    /[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g,
    '\uFFFD',
  );
}
