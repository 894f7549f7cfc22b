import { decode } from '../figures/encode.ts';
import { hash } from '../notebook/build/hash.ts';
import type { BuiltCell } from '../notebook/build/cells.ts';
import type { Outcome } from '../notebook/outcome.ts';
import type { Language } from '../text.ts';

/** Every cell, compiled and run when its page is built (see `notebook/build/vite.ts`). */
const cells = import.meta.glob<StoredCell>('/content/cells/**/*.ts', {
  query: '?cell',
  import: 'default',
});

/** As it stands in the built module: NaN and Infinity need the encoding. */
interface StoredCell extends Omit<BuiltCell, 'outcome'> {
  readonly outcome: string;
}

/** What the site serves of a cell besides the page. Names carry a hash of the content: two versions never mix. */
export interface CellFiles {
  readonly outcome: { readonly path: string; readonly text: string };
  readonly program: Record<Language, { readonly path: string; readonly text: string }>;
}

export interface SiteCell extends BuiltCell {
  readonly files: CellFiles;
}

/** @throws Error when there is no such cell. */
export async function cellById(id: string): Promise<SiteCell> {
  const load = cells[`/content/cells/${id}.ts`];
  if (!load) throw new Error(`there is no cell content/cells/${id}.ts`);
  const cell = await load();
  const file = (text: string, ending: string) => ({
    path: `cells/${id}.${hash(text)}.${ending}`,
    text,
  });
  return {
    ...cell,
    outcome: decode(cell.outcome) as Outcome,
    files: {
      outcome: file(cell.outcome, 'json'),
      program: { zh: file(cell.program.zh, 'js'), en: file(cell.program.en, 'js') },
    },
  };
}

export function cellIds(): string[] {
  return Object.keys(cells).map((path) => path.slice('/content/cells/'.length, -'.ts'.length));
}

/** An address on this site, with the base path. */
export function address(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;
}
