import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';
import { keepEdit, keptEdit, keyOf, onOtherTab } from './edits.ts';
import { offer } from './offer.ts';
import type { Panel } from './panel.ts';
import type { CellText } from './text.ts';

/** How long after the last key an edit is kept (ms). */
const KEEP_AFTER = 400;

let saidNotKept = false;

/** That edits cannot be kept is said once a page, not at every key. */
function sayOnce(panel: Panel, language: Language): void {
  if (saidNotKept) return;
  saidNotKept = true;
  panel.announce(stringsIn(language).notKept);
}

/** Keeps the reader's edit of one cell from visit to visit, and asks where there are two texts to choose from. */
export class Keeper {
  readonly #key: string;
  readonly #text: CellText;
  readonly #panel: Panel;
  readonly #language: Language;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #listening: (() => void) | undefined;

  constructor(cell: HTMLElement, text: CellText, panel: Panel, language: Language) {
    this.#key = keyOf(cell);
    this.#text = text;
    this.#panel = panel;
    this.#language = language;
    addEventListener('pagehide', () => this.#keep());
  }

  /** Brings back what the reader wrote on an earlier visit; asks where the book's text has changed since. */
  restore(): void {
    const kept = keptEdit(this.#key);
    const { original } = this.#text;
    if (!kept || kept.text === original) return;
    if (kept.base === original) this.#text.present = kept.text;
    else this.#offer(stringsIn(this.#language).changedSince, kept.text, original);
  }

  /** The text has changed: it will be kept once the reader pauses. */
  changed(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), KEEP_AFTER);
    // From the first edit on, another tab's edit of this cell is a question, never an overwrite.
    this.#listening ??= onOtherTab(this.#key, ({ text }) => {
      const mine = this.#text.present;
      if (text !== mine) this.#offer(stringsIn(this.#language).otherTab, mine, text);
    });
  }

  /** Forgets the edit, here and for the next visit. */
  forget(): void {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    keepEdit(this.#key, undefined);
    this.#listening?.();
    this.#listening = undefined;
  }

  /** Keeps the edit, if there is one that is not kept yet. */
  #keep(): void {
    clearTimeout(this.#keeping);
    if (this.#keeping === undefined) return;
    this.#keeping = undefined;
    const { original: base, edited } = this.#text;
    const edit = edited === undefined ? undefined : { base, text: edited };
    if (!keepEdit(this.#key, edit)) sayOnce(this.#panel, this.#language);
  }

  #offer(sentence: string, mine: string, other: string): void {
    const strings = stringsIn(this.#language);
    const choose = (text: string) => {
      this.#text.present = text;
      this.#keep();
    };
    this.#panel.ask(offer({ sentence, mine, other, strings, choose }));
  }
}
