import type { Outcome } from '../outcome.ts';
import { Chosen } from './chosen.ts';
import { Figures } from './figures.ts';
import { Files } from './files.ts';
import { Keeper } from './keeper.ts';
import { latest } from './latest.ts';
import { Panel } from './panel.ts';
import { Runner } from './runner.ts';
import { CellText } from './text.ts';

/** A cell the reader has touched: hands each of their moves to the part that answers it. */
export class LiveCell {
  readonly #panel: Panel;
  readonly #files: Files;
  readonly #text: CellText;
  readonly #keeper: Keeper;
  readonly #chosen: Chosen;
  readonly #runner: Runner;
  readonly #figures: Figures;
  /** Runs again for a moved input. */
  readonly #rerun = latest(() => this.run());

  constructor(cell: HTMLElement) {
    const language = cell.dataset['language'] === 'zh' ? 'zh' : 'en';
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
    else if (action === 'reset') this.reset();
    else if (action === 'edit') await this.edit();
  }

  /** Runs the present text; a run under way gives way to it. Settles when what it shows stands on the page. */
  run(): Promise<void> {
    return this.#runner.run(this.#chosen.take());
  }

  stop(): Promise<void> {
    return this.#runner.stop();
  }

  /** Back to the page as it was built: text, inputs, output. */
  reset(): void {
    this.#runner.reset();
    this.#text.reset();
    this.#chosen.reset();
    this.#panel.restore();
    this.#keeper.forget();
  }

  /** Puts the editor in the code's place, with the cursor where the reader pointed. */
  edit(event?: Event): Promise<void> {
    return this.#text.edit(event);
  }

  /** A control was moved: the latest value wins, and the run it belongs to is the last to be shown. */
  async chooseInput(control: HTMLElement, event: string): Promise<void> {
    if (await this.#chosen.choose(control, event)) this.#rerun();
    else if (event === 'change' && this.#runner.shown && !this.#runner.busy) {
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
