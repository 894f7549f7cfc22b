import type { Outcome } from '../outcome.ts';
import { stringsIn, type Strings } from '../strings.ts';
import { Chosen } from './chosen.ts';
import { Figures } from './figures.ts';
import { Files } from './files.ts';
import { Keeper } from './keeper.ts';
import { latest } from './latest.ts';
import type { Shared } from './link.ts';
import { Panel } from './panel.ts';
import { Runner } from './runner.ts';
import { CellText } from './text.ts';

/** A cell the reader has touched: hands each of their moves to the part that answers it. */
export class LiveCell {
  readonly #cell: HTMLElement;
  readonly #strings: Strings;
  readonly #panel: Panel;
  readonly #files: Files;
  readonly #text: CellText;
  readonly #keeper: Keeper;
  readonly #chosen: Chosen;
  readonly #runner: Runner;
  readonly #figures: Figures;
  /** Runs again for a moved input, unless a reset came first. */
  readonly #rerun = latest(async () => {
    if (this.#chosen.moved) await this.run();
  });

  constructor(cell: HTMLElement) {
    const language = cell.dataset['language'] === 'zh' ? 'zh' : 'en';
    this.#cell = cell;
    this.#strings = stringsIn(language);
    this.#panel = new Panel(cell, language);
    this.#files = new Files(cell);
    this.#text = new CellText(cell, this.#panel, language, {
      changed: () => this.#keeper.changed(),
      run: () => void this.run(),
    });
    this.#keeper = new Keeper(cell, this.#text, this.#panel, language);
    this.#chosen = new Chosen(this.#files, this.#panel, language);
    this.#runner = new Runner(
      cell,
      this.#files,
      this.#text,
      this.#panel,
      language,
      (outcome, end) => this.#chosen.show(outcome, end),
    );
    this.#figures = new Figures(this.#files, this.#panel, language, (input, value) => {
      this.#chosen.set(input, value);
      this.#rerun();
    });
    this.#keeper.restore();
  }

  get source(): string {
    return this.#text.present;
  }

  set source(text: string) {
    this.#text.present = text;
  }

  /** The outcome of the last run in this page, or what was built in. For tests and embedders. */
  async outcome(): Promise<Outcome> {
    return this.#runner.shown ?? this.#files.outcome();
  }

  /** Fetches what a first run needs, before it is asked for. */
  warmUp(): void {
    this.#runner.warmUp();
  }

  async act(action: string): Promise<void> {
    if (action === 'run') await this.run();
    else if (action === 'stop') await this.stop();
    else if (action === 'reset') this.#panel.offerUndo(this.#strings.wasReset, this.reset());
    else if (action === 'edit') await this.edit();
    else if (action === 'share') await this.#share();
    else if (action === 'download') await this.#download();
  }

  /** Runs the present text; a run under way gives way to it. Settles when what it shows stands on the page. */
  run(): Promise<void> {
    delete this.#cell.dataset['linked'];
    return this.#runner.run(this.#chosen.take());
  }

  stop(): Promise<void> {
    return this.#runner.stop();
  }

  /** Back to the page as it was built: text, inputs, output. Gives what undoes it. */
  reset(): () => void {
    const { shown } = this.#runner;
    const { edited } = this.#text;
    const { values } = this.#chosen;
    this.#runner.reset();
    this.#text.reset();
    this.#chosen.reset();
    this.#panel.restore();
    const kept = this.#keeper.forget();
    delete this.#cell.dataset['linked'];
    return () => {
      if (kept) this.#keeper.recall(kept);
      if (edited !== undefined) this.#text.present = edited;
      const recalled = this.#chosen.recall(values);
      void (shown ? recalled.then(() => this.#runner.redraw(shown)) : recalled).then(() =>
        this.#panel.announce(this.#strings.broughtBack),
      );
    };
  }

  /** Shows what a link carries; it waits for Run. */
  async receive(shared: Shared): Promise<void> {
    const { receive } = await import('./received.ts');
    await receive(shared, {
      cell: this.#cell,
      text: this.#text,
      chosen: this.#chosen,
      keeper: this.#keeper,
      panel: this.#panel,
      strings: this.#strings,
      reset: () => void this.reset(),
    });
  }

  async #share(): Promise<void> {
    const { share } = await import('./share.ts');
    const shared = {
      cell: this.#cell.dataset['cell'] ?? '',
      text: this.#text.edited,
      inputs: this.#chosen.values,
    };
    await share(shared, this.#panel, this.#strings);
  }

  async #download(): Promise<void> {
    const { downloadCell } = await import('./download.ts');
    downloadCell(this.#cell, this.source, this.#strings);
  }

  /** Puts the editor in the code's place, with the cursor where the reader pointed. */
  edit(event?: Event): Promise<void> {
    return this.#text.edit(event);
  }

  /** A control was moved: the latest value wins, and the run it belongs to is the last to be shown. */
  async chooseInput(control: HTMLElement, event: string): Promise<void> {
    // What came by a link waits for Run.
    const waits = this.#cell.hasAttribute('data-linked');
    if (await this.#chosen.choose(control, event)) {
      if (!waits) this.#rerun();
    } else if (event === 'change' && this.#runner.shown && !this.#runner.busy) {
      this.#chosen.tidy(this.#runner.shown);
    }
  }

  chooseLimit(field: HTMLInputElement): void {
    this.#runner.chooseLimit(field);
  }

  /** First use of a figure: what it needs is loaded, then the event is carried out. */
  useFigure(figure: HTMLElement, event: Event): Promise<void> {
    return this.#figures.use(figure, event);
  }
}
