import type { Outcome } from '../outcome.ts';
import { keptEdit, keyOf } from './edits.ts';
import type { Shared } from './link.ts';
import type { LiveCell } from './live.ts';
import { reachable } from './reachable.ts';

/**
 * The custom element around a cell. The page is complete without it; this small part only waits for the reader's
 * first move and then loads what the move needs (`live.ts`, later the editor).
 *
 * `data-state` idle | running | done | failed | stopped; `source` its present text; `run()` and `stop()` are promises.
 */
export class CodeCell extends HTMLElement {
  #live: LiveCell | undefined;
  #loading: Promise<LiveCell> | undefined;

  connectedCallback(): void {
    this.addEventListener('pointerenter', this.#prepare, { once: true });
    this.addEventListener('focusin', this.#prepare, { once: true });
    this.addEventListener('click', this.#click);
    this.addEventListener('input', this.#input);
    this.addEventListener('change', this.#input);
    this.addEventListener('keydown', this.#key);
    this.addEventListener('pointerover', this.#point);
    this.addEventListener('focusin', this.#point);
    reachable(this);
    // An edit kept on an earlier visit comes back.
    if (keptEdit(keyOf(this))) void this.#load().catch(() => {});
    // Firefox keeps what a form held across a reload; the built output belongs to the built values.
    for (const control of this.querySelectorAll('[data-input]')) {
      control.setAttribute('autocomplete', 'off');
    }
  }

  /** The cell's present text. Setting it is an edit. */
  get source(): string {
    return (
      this.#live?.source ?? this.#edit ?? this.querySelector('[data-source]')?.textContent ?? ''
    );
  }

  set source(text: string) {
    if (this.#live) this.#live.source = String(text);
    else this.#edit = String(text);
    // An edit needs the live part: it keeps the original for Reset.
    this.#with(() => {});
  }

  #edit: string | undefined;

  /** Runs the cell; settles when the run has ended, however it ends. */
  async run(): Promise<void> {
    await (await this.#load()).run();
  }

  /** Ends a run at once. */
  async stop(): Promise<void> {
    await (await this.#load()).stop();
  }

  /** Back to the book's text, inputs and output. Gives what undoes it. */
  async reset(): Promise<() => void> {
    return (await this.#load()).reset();
  }

  /** Shows what a link carries; it waits for Run. */
  async receive(shared: Shared): Promise<void> {
    await (await this.#load()).receive(shared);
  }

  /** What the last run in this page gave, or what was built into it: inputs, outputs, checks. */
  async outcome(): Promise<Outcome> {
    return (await this.#load()).outcome();
  }

  #load(): Promise<LiveCell> {
    return (this.#loading ??= import('./live.ts').then(
      ({ LiveCell: Live }) => {
        this.#live = new Live(this);
        if (this.#edit !== undefined) this.#live.source = this.#edit;
        return this.#live;
      },
      (error: unknown) => {
        this.#loading = undefined; // the next move tries again
        throw error;
      },
    ));
  }

  /** The one sentence this part needs itself: what the others say comes with them. */
  #unreachable(): void {
    const place = this.querySelector<HTMLElement>('[data-error]');
    if (!place) return;
    place.hidden = false;
    place.textContent =
      this.dataset['language'] === 'zh'
        ? '取不到运行单元所需的文件：检查网络，再试一次。'
        : 'The files a cell needs could not be fetched: check the network and try again.';
  }

  /** Loads the live part and lets it act, or says that it cannot be loaded. */
  #with(act: (live: LiveCell) => unknown): void {
    void this.#load().then(act, () => this.#unreachable());
  }

  #prepare = (): void => {
    // Ahead of any need: a failure is said when the reader really asks for something.
    void this.#load().then(
      (live) => live.warmUp(),
      () => {},
    );
  };

  #click = (event: Event): void => {
    const target = event.target as Element;
    const figure = target.closest<HTMLElement>('figure[data-kind]');
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (figure && target.closest('.fig-tools, [data-start] .fig-stage')) {
      this.#with((live) => live.useFigure(figure, event));
    } else if (action) {
      this.#with((live) => live.act(action));
    }
    if (target.closest('pre[data-code]')) this.#with((live) => live.edit(event));
  };

  /** A drawing that is pointed at, or reached by keyboard, has values to tell. */
  #point = (event: Event): void => {
    const figure = (event.target as Element).closest<HTMLElement>(
      'figure[data-kind]:not([data-live])',
    );
    if (!figure || !(event.target as Element).closest('.fig-stage')) return;
    void this.#load().then(
      (live) => live.useFigure(figure, event),
      () => {},
    );
  };

  #input = (event: Event): void => {
    const target = event.target as HTMLElement;
    if (target.closest('[data-input]')) {
      this.#with((live) => live.chooseInput(target, event.type));
    } else if (target.closest('.fig-tools')) {
      const figure = target.closest<HTMLElement>('figure[data-kind]');
      if (figure) this.#with((live) => live.useFigure(figure, event));
    } else if (target.matches('[data-limit-field]')) {
      this.#with((live) => live.chooseLimit(target as HTMLInputElement));
    }
  };

  #key = (event: KeyboardEvent): void => {
    // While an input method composes, Enter belongs to it. The editor has its own keys.
    if (event.isComposing || event.defaultPrevented || event.key !== 'Enter') return;
    // With Shift it runs all cells: the page listens to that.
    if (event.shiftKey) return;
    const target = event.target as Element;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#with((live) => live.run());
    } else if (target.matches('pre[data-code]')) {
      event.preventDefault();
      this.#with((live) => live.edit(event));
    }
  };
}

if (!customElements.get('code-cell')) customElements.define('code-cell', CodeCell);
