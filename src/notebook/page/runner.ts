import type { Language } from '../../text.ts';
import { emptyOutcome, type Outcome } from '../outcome.ts';
import type { CellError } from '../protocol.ts';
import { stringsIn } from '../strings.ts';
import { exerciseOf, passes, proven } from './exercise.ts';
import type { Files } from './files.ts';
import type { Panel } from './panel.ts';
import { runInSandbox, type End, type RunningCell } from './run.ts';
import { warmUp } from './sandbox.ts';
import { markSolved } from './solved.ts';
import type { CellText } from './text.ts';

/** Runs a cell, one run at a time, and shows on the page how each ends. */
export class Runner {
  /** What the last run in this page has left on it. */
  shown: Outcome | undefined;
  readonly #cell: HTMLElement;
  readonly #files: Files;
  readonly #text: CellText;
  readonly #panel: Panel;
  readonly #language: Language;
  #current: RunningCell | undefined;
  /** Counts runs: what an older one still has to say is not listened to. */
  #turn = 0;
  #finished: Promise<void> | undefined;

  constructor(
    cell: HTMLElement,
    files: Files,
    text: CellText,
    panel: Panel,
    language: Language,
    /** Called when a run's outcome stands on the page. */
    readonly onEnd: (outcome: Outcome, state: End) => void,
  ) {
    this.#cell = cell;
    this.#files = files;
    this.#text = text;
    this.#panel = panel;
    this.#language = language;
  }

  get busy(): boolean {
    return this.#current !== undefined;
  }

  /** Seconds a run may take. */
  get limit(): number {
    return Number(this.#cell.dataset['limit']) || 20;
  }

  chooseLimit(field: HTMLInputElement): void {
    const seconds = Number(field.value);
    if (!(seconds >= 1 && seconds <= 3600)) field.value = String(this.limit);
    else this.#cell.dataset['limit'] = String(seconds);
  }

  /** Fetches what a first run needs, before it is asked for. */
  warmUp(): void {
    void warmUp(this.#files.address('library')).catch(() => {});
    void this.#files.program().catch(() => {});
    void this.#panel.load().catch(() => {});
  }

  /** Runs the present text; a run under way gives way to it. Settles when what it shows stands on the page. */
  async run(inputs: Record<string, unknown>): Promise<void> {
    const turn = this.#next();
    await (this.#finished = this.#run(turn, inputs));
  }

  async stop(): Promise<void> {
    if (this.#current) {
      this.#current.stop();
      await this.#finished;
    } else if (this.#cell.dataset['state'] === 'running') {
      this.#next();
      await this.#conclude(this.shown ?? emptyOutcome(), 'stopped');
    }
  }

  /** Shows again what an earlier run has shown. */
  redraw(outcome: Outcome): Promise<void> {
    this.#next();
    return this.#conclude(outcome, outcome.error ? 'failed' : 'done');
  }

  /** Forgets every run: the cell is as it was built. */
  reset(): void {
    this.#next();
    this.shown = undefined;
    this.#state('idle');
  }

  async #run(turn: number, inputs: Record<string, unknown>): Promise<void> {
    const strings = stringsIn(this.#language);
    if (this.#text.present.trim() === '') {
      await this.#fail({ message: strings.noCode });
      return;
    }
    // First what is measured, then what changes: a page is laid out once.
    this.#panel.begin(this.limit);
    this.#state('running');
    this.warmUp();
    const compiled = await this.#compile().catch(() => undefined);
    // The reader may have pressed Run, Stop or Reset again while the compiler was loading.
    if (turn !== this.#turn) return;
    if (!compiled?.ok) {
      await this.#fail(compiled?.error ?? { message: strings.noLibrary });
      return;
    }
    const running = this.#start(compiled.program, inputs, (shown) => this.#panel.update(shown));
    const state = await running.ended;
    if (turn !== this.#turn) return;
    const exercise = exerciseOf(this.#cell);
    if (exercise === undefined || !passes(running.outcome, state)) {
      this.#current = undefined;
      await this.#conclude(running.outcome, state);
      return;
    }
    const proof = await proven((more) =>
      this.#start(compiled.program, { ...inputs, ...more }, () => {}),
    );
    if (turn !== this.#turn) return;
    this.#current = undefined;
    if (proof) running.outcome.checks.push(proof);
    await this.#conclude(running.outcome, proof ? state : 'stopped');
    if (proof?.passed && !markSolved(exercise)) this.#panel.announce(strings.notKept);
  }

  #start(
    program: string,
    inputs: Record<string, unknown>,
    onChange: (outcome: Outcome) => void,
  ): RunningCell {
    this.#current = runInSandbox({
      library: this.#files.address('library'),
      program,
      inputs,
      data: (name) => this.#files.address(name),
      limit: this.limit,
      strings: stringsIn(this.#language),
      onChange,
      onWaiting: (waiting) => this.#panel.waiting(waiting),
      onFetching: (bytes) => this.#panel.fetching(bytes),
    });
    return this.#current;
  }

  async #compile(): Promise<{ ok: true; program: string } | { ok: false; error: CellError }> {
    const { original, present } = this.#text;
    if (present === original) return { ok: true, program: await this.#files.program() };
    const { compile } = await import('../compile.ts');
    return compile(present);
  }

  /** Ends a run under way without showing its end, and gives the number of the next. */
  #next(): number {
    this.#turn++;
    this.#current?.stop();
    this.#current = undefined;
    return this.#turn;
  }

  #fail(error: CellError): Promise<void> {
    return this.#conclude({ ...emptyOutcome(), error }, 'failed');
  }

  async #conclude(outcome: Outcome, state: End): Promise<void> {
    const turn = this.#turn;
    try {
      await this.#panel.finish(outcome, state);
    } catch {
      // The renderer could not be fetched.
      const message = stringsIn(this.#language).noLibrary;
      outcome = { ...emptyOutcome(), error: { message } };
      state = 'failed';
      await this.#panel.finish(outcome, state);
    }
    if (turn !== this.#turn) return;
    this.shown = outcome;
    this.onEnd(outcome, state);
    this.#text.mark(outcome.error);
    const passed = outcome.checks.filter((check) => check.passed).length;
    this.#cell.dataset['checksPassed'] = String(passed);
    this.#cell.dataset['checksFailed'] = String(outcome.checks.length - passed);
    this.#state(state);
  }

  #state(state: 'idle' | 'running' | End): void {
    this.#cell.dataset['state'] = state;
    this.#panel.state(state);
  }
}
