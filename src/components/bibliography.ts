import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import bibtex from '../../content/references.bib?raw';
import { escape } from './highlight.ts';
import { bibtexEntries } from './bibtex.ts';

export interface Reference {
  readonly key: string;
  /** Author and year, as it stands in a sentence: `Kingma & Ba, 2015`. */
  readonly label: string;
  /** As plain text. */
  readonly title: string;
  /** The full entry in the APA style, its address a link. */
  readonly html: string;
  readonly bibtex: string;
  /** The language it is written in, for fonts and screen readers. */
  readonly lang: 'en' | 'fr';
}

const entries = bibtexEntries(bibtex);
const library = new Cite(bibtex);

/**
 * The paper with this key of content/references.bib.
 *
 * @throws Error naming the key and `where` it was asked for.
 */
export function reference(key: string, where: string): Reference {
  const source = entries.get(key);
  if (source === undefined) {
    throw new Error(`${where}: content/references.bib has no entry "${key}"`);
  }
  const style = { template: 'apa', lang: 'en-US', entry: [key] };
  const label = library.format('citation', {
    ...style,
    format: 'text',
    citationsPre: [],
    citationsPost: [],
  });
  const html = library.format('bibliography', { ...style, format: 'html' });
  return {
    key,
    label: label.trim().replace(/^\(|\)$/g, ''),
    title: (library.data.find(({ id }) => id === key)?.title ?? '').replace(/<[^>]*>/g, ''),
    html: linkAddress(entryOf(html)),
    bibtex: source,
    lang: /^ *langid *= *\{french\}/m.test(source) ? 'fr' : 'en',
  };
}

/** All keys, in the order of the file. */
export const keys: readonly string[] = [...entries.keys()];

/** The keys a page cites, in the order of first mention: its `<Cite key="…" />` elements. */
export function citedKeys(mdx: string): string[] {
  return [...new Set([...mdx.matchAll(/<Cite\s+key="([^"]+)"/g)].map((match) => match[1] ?? ''))];
}

/** These papers as a list gives them, by author. @throws Error when there is no such key */
export function inOrder(keys: readonly string[], where: string): Reference[] {
  return keys
    .map((key) => reference(key, where))
    .toSorted((a, b) => a.html.localeCompare(b.html, 'en'));
}

/** The pages that cite each paper, in the order given. */
export function citedBy(
  pages: readonly { readonly slug: string; readonly body: string }[],
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { slug, body } of pages) {
    for (const key of citedKeys(body)) found.set(key, [...(found.get(key) ?? []), slug]);
  }
  return found;
}

/** The entry without the wrappers that the style puts around a bibliography. */
function entryOf(html: string): string {
  return /<div[^>]*class="csl-entry"[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1]?.trim() ?? html;
}

function linkAddress(html: string): string {
  return html.replace(/https?:\/\/[^\s<]+/g, (address) => {
    const shown = address.replace(/^https?:\/\/(?:doi\.org\/)?/, (prefix) =>
      prefix.includes('doi.org') ? 'doi:' : '',
    );
    // Breaks after a stroke, not within a word.
    const broken = shown.replace(/\/(?=.)/g, '/<wbr>');
    return `<a href="${escape(address).replace(/"/g, '&quot;')}">${broken}</a>`;
  });
}
