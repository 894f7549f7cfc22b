import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';

/** A button of the strip. */
export interface Action {
  readonly name: string;
  act(): void;
}

/** The one line at the foot of the window in which the page says what it does with all its cells. */
export class Strip {
  readonly #element = document.createElement('aside');
  readonly #said = document.createElement('p');
  readonly #count = document.createElement('span');
  readonly #bar = document.createElement('progress');
  readonly #buttons = document.createElement('span');
  readonly #close: Action;

  constructor(language: Language) {
    const strings = stringsIn(language);
    this.#element.className = 'page-strip';
    this.#element.lang = language === 'zh' ? 'zh-CN' : 'en';
    this.#element.setAttribute('aria-label', strings.allCells);
    this.#said.setAttribute('role', 'status');
    this.#bar.setAttribute('aria-label', strings.progress);
    this.#buttons.className = 'page-strip-buttons';
    this.#close = { name: strings.close, act: () => this.#element.remove() };
    this.#element.append(this.#said, this.#bar, this.#count, this.#buttons);
  }

  /** Says something that lasts until it is closed or something else is said. */
  say(said: (Node | string)[], actions: readonly Action[] = []): void {
    this.#show(said, [...actions, this.#close]);
    this.#bar.hidden = this.#count.hidden = true;
  }

  /** Says what is under way, with one action, which ends it. */
  begin(said: string, end: Action): void {
    this.#show([said], [end]);
    this.#bar.hidden = this.#count.hidden = false;
  }

  /** How far it has come. */
  progress(done: number, total: number): void {
    this.#bar.max = total;
    this.#bar.value = done;
    this.#count.textContent = `${done} / ${total}`;
  }

  #show(said: (Node | string)[], actions: readonly Action[]): void {
    // A reader who pressed the button that vanishes stays in the strip.
    const held = this.#buttons.contains(document.activeElement);
    if (!this.#element.isConnected) document.body.append(this.#element);
    this.#said.replaceChildren(...said);
    this.#buttons.replaceChildren(...actions.map(button));
    if (held) this.#buttons.querySelector('button')?.focus();
  }
}

function button({ name, act }: Action): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', act);
  return made;
}

let strip: Strip | undefined;

/** The page's strip. */
export function pageStrip(language: Language): Strip {
  return (strip ??= new Strip(language));
}
