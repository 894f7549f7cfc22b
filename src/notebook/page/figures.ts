import type { Choose } from '../../figures/probe/pointing.ts';
import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';
import type { Files } from './files.ts';
import type { Panel } from './panel.ts';

/** The figures of one cell: each comes to life when it is first used. */
export class Figures {
  readonly #files: Files;
  readonly #panel: Panel;
  readonly #language: Language;
  readonly #choose: Choose;
  readonly #woken = new WeakMap<HTMLElement, Promise<void>>();

  constructor(files: Files, panel: Panel, language: Language, choose: Choose) {
    this.#files = files;
    this.#panel = panel;
    this.#language = language;
    this.#choose = choose;
  }

  /** First use of a figure: its data and its interactive part are loaded, then the event is carried out. */
  async use(figure: HTMLElement, event: Event): Promise<void> {
    if (figure.dataset['live']) return; // it listens itself by now
    try {
      const waking = this.#woken.get(figure) ?? this.#wake(figure);
      this.#woken.set(figure, waking);
      await waking;
    } catch {
      this.#woken.delete(figure); // the next use tries again
      // Who only passes over a figure asked for nothing.
      if (event.type === 'click' || event.type === 'input') {
        this.#panel.announce(stringsIn(this.#language).noLibrary);
      }
      return;
    }
    const { carryOut } = await import('../../figures/interactive.ts');
    carryOut(figure, event);
  }

  async #wake(figure: HTMLElement): Promise<void> {
    const [{ enliven }, built] = await Promise.all([
      import('../../figures/interactive.ts'),
      this.#files.outcome(),
    ]);
    const key = figure.dataset['key'] ?? '';
    // A figure that no run has redrawn is the built one.
    const output =
      this.#panel.outputOf(key) ?? built.outputs.find((candidate) => candidate.key === key);
    if (output?.kind !== 'figure') return;
    enliven(figure, output.spec, { language: this.#language, choose: this.#choose });
    figure.dataset['live'] = 'true';
  }
}
