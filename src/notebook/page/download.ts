import type { Strings } from '../strings.ts';

/** Saves a cell's text as a TypeScript file whose first lines say where it is from and how to run it. */
export function downloadCell(cell: HTMLElement, text: string, strings: Strings): void {
  const id = cell.dataset['cell'] ?? '';
  const here = `${location.origin}${location.pathname}#cell=${id}`;
  const name = `${id.replace('/', '-')}.ts`;
  // The import map of the page's language lies beside the library.
  const library = new URL(cell.dataset['library'] ?? '', location.href);
  const map = new URL(`${cell.dataset['language']}.json`, library).href;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([`${strings.fileHead(id, here, name, map)}\n\n${text}\n`], {
      type: 'text/typescript',
    }),
  );
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
