import type { Language } from '../../text.ts';
import { plain } from '../place.ts';
import type { CellError } from '../protocol.ts';
import { stringsIn } from '../strings.ts';
import type { Editor, Past } from './editor.ts';
import type { Panel } from './panel.ts';

export interface TextEvents {
  /** The text differs from what it was a moment ago. */
  changed(): void;
  /** The reader asks, from within the editor, to run it. */
  run(): void;
}

/** A cell's text: as the book has it, as the reader has it now, and the editor once they ask for it. */
export class CellText {
  /** As it stands in the book. */
  readonly original: string;
  readonly #cell: HTMLElement;
  readonly #language: Language;
  readonly #panel: Panel;
  readonly #events: TextEvents;
  #edited: string | undefined;
  #editor: Editor | undefined;
  /** What the last editor has left, and the texts since, oldest first: the next one can undo to them. */
  #past: Past | undefined;
  #since: string[] = [];
  #error: CellError | undefined;

  constructor(cell: HTMLElement, panel: Panel, language: Language, events: TextEvents) {
    this.#cell = cell;
    this.#panel = panel;
    this.#language = language;
    this.#events = events;
    this.original = panel.code.textContent ?? '';
  }

  /** The reader's text where it differs from the book's. */
  get edited(): string | undefined {
    return this.#edited;
  }

  get present(): string {
    return this.#editor?.text ?? this.#edited ?? this.original;
  }

  set present(text: string) {
    if (this.#editor) {
      this.#editor.text = text; // comes back through #changed
    } else {
      this.#since.push(this.present);
      this.#panel.code.textContent = plain(text, this.#language);
      this.#changed(text);
    }
  }

  /** Brings back what the reader wrote on an earlier visit. They begin with it: it is no step to be undone. */
  recall(text: string): void {
    this.present = text;
    this.#since = [];
  }

  /** Puts the editor in the code's place, with the cursor where the reader pointed. */
  async edit(event?: Event): Promise<void> {
    if (this.#editor) {
      this.#editor.focus();
      return;
    }
    const selection = getSelection();
    // A reader who selects code to copy it does not want an editor.
    if (event?.type === 'click' && selection && !selection.isCollapsed) return;
    const offset = this.#panel.offsetOf(selection);
    const { createEditor } = await import('./editor.ts');
    if (this.#editor) return;
    const strings = stringsIn(this.#language);
    this.#editor = createEditor(this.#panel.openEditor(), [...this.#since, this.present], {
      language: this.#language,
      label: `${strings.codeOf} ${this.#cell.dataset['cell'] ?? ''}`,
      past: this.#past,
      onChange: (text) => this.#changed(text),
      onRun: () => this.#events.run(),
    });
    this.#since = [];
    this.#editor.focus(offset);
    this.mark(this.#error);
  }

  /** Marks the line that an error names, or clears the mark. */
  mark(error?: CellError): void {
    this.#error = error;
    this.#editor?.markError(
      error?.line ? { ...error, text: plain(error.message, this.#language) } : undefined,
    );
  }

  /** Back to the book's text, with the editor gone; the panel puts the static code back. Another editor can undo it. */
  reset(): void {
    if (this.#editor) this.#past = this.#editor.close();
    else this.#since.push(this.present);
    this.#editor = undefined;
    this.#edited = undefined;
    this.#error = undefined;
    this.#cell.removeAttribute('data-edited');
  }

  #changed(text: string): void {
    this.#edited = text === this.original ? undefined : text;
    this.#cell.toggleAttribute('data-edited', this.#edited !== undefined);
    this.#panel.touched();
    this.#events.changed();
  }
}
