import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';
import { keepEdit, keptEdit, keyOf, onOtherTab, type Edit } from './edits.ts';
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
  /** While this is there and says false, nothing is kept. */
  #mayKeep: (() => boolean) | undefined;

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
    if (kept.base === original) this.#text.recall(kept.text);
    else this.#offer(stringsIn(this.#language).changedSince, kept.text, original);
  }

  /** The text has changed: it will be kept once the reader pauses. */
  changed(): void {
    if (this.#mayKeep?.() === false) return;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), KEEP_AFTER);
    // From the first edit on, another tab's edit of this cell is a question, never an overwrite.
    this.#listening ??= onOtherTab(this.#key, ({ text }) => {
      const mine = this.#text.present;
      if (text !== mine) this.#offer(stringsIn(this.#language).otherTab, mine, text);
    });
  }

  /** Keeps nothing, and forgets nothing, until `mayKeep` says so or `release` is called. */
  hold(mayKeep: () => boolean): void {
    this.#keep(); // what the reader wrote before is theirs
    this.#mayKeep = mayKeep;
  }

  release(): void {
    this.#mayKeep = undefined;
  }

  /** Forgets the edit, here and for the next visit; gives what was kept. What is held is not forgotten. */
  forget(): Edit | undefined {
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    this.#listening?.();
    this.#listening = undefined;
    const held = this.#mayKeep?.() === false;
    this.#mayKeep = undefined;
    const kept = keptEdit(this.#key);
    if (held || !kept) return undefined;
    keepEdit(this.#key, undefined);
    return kept;
  }

  /** Brings back an edit that was forgotten. */
  recall(kept: Edit): void {
    keepEdit(this.#key, kept);
    this.restore();
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
    const choice = (name: string, text: string) => ({
      name,
      act: () => {
        this.#text.present = text;
        this.#keep();
      },
    });
    this.#panel.ask(
      offer({
        sentence,
        left: { name: strings.mine, text: mine },
        right: { name: strings.other, text: other },
        choices: [choice(strings.keepMine, mine), choice(strings.takeOther, other)],
        strings,
      }),
    );
  }
}
