import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';
import type { CodeCell } from './element.ts';
import { unpack } from './link.ts';
import { pageStrip } from './strip.ts';

/** Opens what the address carries: shows it in its cell, or says why it cannot. */
export async function openLink(language: Language): Promise<void> {
  const opened = await unpack(location.hash);
  if (!opened) return;
  const strings = stringsIn(language);
  const id = opened.ok ? opened.shared.cell : opened.cell;
  const cell = document.querySelector<CodeCell>(`code-cell[data-cell="${CSS.escape(id)}"]`);
  if (!cell) {
    const chapter = chapterOf(id);
    pageStrip(language).say(chapter ? [strings.elsewhere(id), chapter] : [strings.unknownCell(id)]);
    return;
  }
  const folded = cell.querySelector('details.cell-code');
  if (opened.ok) await cell.receive(opened.shared);
  else pageStrip(language).say([strings[opened.problem]]);
  if (folded && cell.hasAttribute('data-linked')) folded.setAttribute('open', '');
  cell.scrollIntoView({ block: 'start' });
}

/** A link, with what this one carries, to the chapter that a cell is named after, if the book has it and it is another. */
function chapterOf(id: string): HTMLAnchorElement | undefined {
  const slug = id.split('/')[0] ?? '';
  const listed = document.querySelector<HTMLAnchorElement>(
    `#contents a[href$="/${CSS.escape(slug)}/"]`,
  );
  if (!listed || listed.pathname === location.pathname) return undefined;
  const link = document.createElement('a');
  link.href = listed.pathname + location.hash;
  link.textContent = listed.textContent?.trim() ?? slug;
  return link;
}
