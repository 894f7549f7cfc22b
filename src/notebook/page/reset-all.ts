import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';
import type { CodeCell } from './element.ts';
import { solved, SOLVED } from './solved.ts';
import { pageStrip } from './strip.ts';

/** Everything the book keeps in this browser begins with this. */
const OURS = 'descent:';
const EDITS = 'descent:edit:';

/** Asks, in the page, what is to be reset: this page's cells or all that the book keeps here. */
export function askReset(language: Language): void {
  const strings = stringsIn(language);
  const dialog = document.createElement('dialog');
  dialog.className = 'page-dialog';
  const title = document.createElement('h2');
  title.textContent = strings.resetWhat;
  title.id = 'reset-what';
  dialog.setAttribute('aria-labelledby', title.id);
  const kept = ours();
  const edits = [...kept.keys()].filter((key) => key.startsWith(EDITS)).length;
  dialog.append(
    title,
    choice(strings.resetPage, strings.resetPageMeans(touchedCells().length), () => {
      void resetPage(language);
    }),
    choice(strings.resetBook, strings.resetBookMeans(edits, solved().size), () => {
      void resetBook(language);
    }),
    choice(strings.cancel, '', () => {}),
  );
  dialog.addEventListener('close', () => dialog.remove());
  // A click beside it, on the backdrop, is no choice.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();

  function choice(name: string, means: string, act: () => void): HTMLElement {
    const line = document.createElement('p');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', () => {
      dialog.close();
      act();
    });
    line.append(button, means);
    return line;
  }
}

async function resetPage(language: Language): Promise<void> {
  const strings = stringsIn(language);
  const cells = touchedCells();
  const undo = await resetCells(cells);
  pageStrip(language).say(
    [strings.pageWasReset(cells.length)],
    cells.length > 0 ? [undoing(language, undo)] : [],
  );
}

async function resetBook(language: Language): Promise<void> {
  const before = ours();
  const undoCells = await resetCells(touchedCells());
  for (const key of before.keys()) localStorage.removeItem(key);
  document.dispatchEvent(new Event(SOLVED));
  const undo = () => {
    try {
      for (const [key, value] of before) localStorage.setItem(key, value);
    } catch {
      // Storage that has filled up meanwhile: the cells of this page come back all the same.
    }
    document.dispatchEvent(new Event(SOLVED));
    undoCells();
  };
  pageStrip(language).say([stringsIn(language).bookWasReset], [undoing(language, undo)]);
}

/** A button that undoes once, and says so. */
function undoing(language: Language, undo: () => void) {
  const strings = stringsIn(language);
  return {
    name: strings.undo,
    act: () => {
      undo();
      pageStrip(language).say([strings.broughtBack]);
    },
  };
}

/** Cells that differ from the book, or ask which text to keep. */
function touchedCells(): CodeCell[] {
  return [
    ...document.querySelectorAll<CodeCell>(
      'code-cell:has([data-action="reset"]:not([hidden]), .cell-offer)',
    ),
  ];
}

async function resetCells(cells: readonly CodeCell[]): Promise<() => void> {
  const undos = await Promise.all(cells.map((cell) => cell.reset()));
  return () => undos.forEach((undo) => undo());
}

/** What the book keeps in this browser. Storage that is blocked keeps nothing. */
function ours(): Map<string, string> {
  try {
    return new Map(
      Object.keys(localStorage)
        .filter((key) => key.startsWith(OURS))
        .map((key) => [key, localStorage.getItem(key) ?? '']),
    );
  } catch {
    return new Map();
  }
}
