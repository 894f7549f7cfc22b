/** A reader's edit of a cell, with the text it was made from: that tells when the book's own text has changed since. */
export interface Edit {
  readonly base: string;
  readonly text: string;
}

const PREFIX = 'descent:edit:';

/** Cells are edited in one language's text, so each language keeps its own. */
export function keyOf(cell: HTMLElement): string {
  return `${PREFIX}${cell.dataset['language'] ?? ''}:${cell.dataset['cell'] ?? ''}`;
}

/** The kept edit of a cell. Storage that is blocked, or holds something else, holds none. */
export function keptEdit(key: string): Edit | undefined {
  try {
    return parse(localStorage.getItem(key));
  } catch {
    return undefined;
  }
}

/** Keeps an edit, or forgets it when there is none. False when storage is full or blocked. */
export function keepEdit(key: string, edit: Edit | undefined): boolean {
  try {
    if (edit) localStorage.setItem(key, JSON.stringify(edit));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tells when another tab keeps an edit of the same cell, or another page has while the reader was away from this one
 * and came back to it by the browser's history. Returns what ends the listening.
 */
export function onOtherTab(key: string, hear: (edit: Edit) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key !== key) return;
    const edit = parse(event.newValue);
    if (edit) hear(edit);
  };
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    const edit = persisted ? keptEdit(key) : undefined;
    if (edit) hear(edit);
  };
  addEventListener('storage', listen);
  addEventListener('pageshow', comeBack);
  return () => {
    removeEventListener('storage', listen);
    removeEventListener('pageshow', comeBack);
  };
}

function parse(stored: string | null): Edit | undefined {
  if (stored === null) return undefined;
  try {
    const edit = JSON.parse(stored) as Partial<Edit> | null;
    if (typeof edit?.base !== 'string' || typeof edit.text !== 'string') return undefined;
    return { base: edit.base, text: edit.text };
  } catch {
    return undefined;
  }
}
