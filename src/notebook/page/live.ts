import { decode } from '../../figures/encode.ts';
import type { Language } from '../../text.ts';
import { emptyOutcome, type Outcome } from '../outcome.ts';
import type { CellError, Input } from '../protocol.ts';
import { stringsIn } from '../strings.ts';
import { plain } from '../place.ts';
import type { Editor } from './editor.ts';
import { keepEdit, keptEdit, keyOf, onOtherTab } from './edits.ts';
import { chosenValue, syncInputs } from './inputs.ts';
import { offer } from './offer.ts';
import { Panel } from './panel.ts';
import { runInSandbox, type End, type RunningCell } from './run.ts';
import { warmUp } from './sandbox.ts';

type State = 'idle' | 'running' | End;

/** How long after the last key an edit is kept (ms). */
const KEEP_AFTER = 400;

let saidNotKept = false;

/** That edits cannot be kept is said once a page, not at every key. */
function sayOnce(panel: Panel, language: Language): void {
  if (saidNotKept) return;
  saidNotKept = true;
  panel.announce(stringsIn(language).notKept);
}

/** A cell the reader has touched: runs it, edits it, shows what comes. */
export class LiveCell {
  readonly #cell: HTMLElement;
  readonly #language: Language;
  readonly #panel: Panel;
  readonly #original: string;
  /** The built-in outcome of the page; fetched when a figure or an input needs it. */
  #built: Promise<Outcome> | undefined;
  #program: Promise<string> | undefined;
  #inputs: Record<string, unknown> = {};
  #edited: string | undefined;
  #editor: Editor | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  #listening: (() => void) | undefined;
  #current: RunningCell | undefined;
  /** Counts runs: what an older one still has to say is not listened to. */
  #turn = 0;
  #finished: Promise<void> | undefined;
  #shown: Outcome | undefined;
  /** The inputs of the last run that came as far as to ask for them. */
  #known: readonly Input[] | undefined;

  constructor(cell: HTMLElement) {
    this.#cell = cell;
    this.#language = cell.dataset['language'] === 'zh' ? 'zh' : 'en';
    this.#panel = new Panel(cell, this.#language);
    this.#original = this.#panel.code.textContent ?? '';
    this.#restoreEdit();
    addEventListener('pagehide', () => this.#keep());
  }

  /** Brings back what the reader wrote on an earlier visit; asks where the book's text has changed since. */
  #restoreEdit(): void {
    const kept = keptEdit(keyOf(this.#cell));
    if (!kept || kept.text === this.#original) return;
    if (kept.base === this.#original) this.source = kept.text;
    else this.#offer(stringsIn(this.#language).changedSince, kept.text, this.#original);
  }

  #offer(sentence: string, mine: string, other: string): void {
    const strings = stringsIn(this.#language);
    const choose = (text: string) => {
      this.source = text;
      this.#keep();
    };
    this.#panel.ask(offer({ sentence, mine, other, strings, choose }));
  }

  /** Keeps the edit, if there is one that is not kept yet. */
  #keep(): void {
    clearTimeout(this.#keeping);
    if (this.#keeping === undefined) return;
    this.#keeping = undefined;
    const edit =
      this.#edited === undefined ? undefined : { base: this.#original, text: this.#edited };
    if (!keepEdit(keyOf(this.#cell), edit)) sayOnce(this.#panel, this.#language);
  }

  get source(): string {
    return this.#editor?.text ?? this.#edited ?? this.#original;
  }

  set source(text: string) {
    if (this.#editor) {
      this.#editor.text = text; // comes back through #changed
    } else {
      this.#panel.code.textContent = text;
      this.#changed(text);
    }
  }

  /** The outcome of the last run in this page, or what was built in. For tests and embedders. */
  async outcome(): Promise<Outcome> {
    return this.#shown ?? this.#builtOutcome();
  }

  /** Fetches what a first run needs, before it is asked for. */
  warmUp(): void {
    void warmUp(this.#data('library')).catch(() => {});
    void this.#compiled().catch(() => {});
    void this.#panel.load().catch(() => {});
  }

  async act(action: string): Promise<void> {
    if (action === 'run') await this.run();
    else if (action === 'stop') await this.stop();
    else if (action === 'reset') this.reset();
    else if (action === 'edit') await this.edit();
  }

  /** Runs the present text; a run under way gives way to it. Settles when what it shows stands on the page. */
  async run(): Promise<void> {
    const turn = this.#endRun();
    await (this.#finished = this.#run(turn));
  }

  async #run(turn: number): Promise<void> {
    const strings = stringsIn(this.#language);
    if (this.source.trim() === '') {
      await this.#fail({ message: strings.noCode });
      return;
    }
    this.#state('running');
    this.#panel.begin(this.#limit());
    this.warmUp();
    const compiled = await this.#compile().catch(() => undefined);
    // The reader may have pressed Run, Stop or Reset again while the compiler was loading.
    if (turn !== this.#turn) return;
    if (!compiled?.ok) {
      await this.#fail(compiled?.error ?? { message: strings.noLibrary });
      return;
    }
    const running = runInSandbox({
      library: this.#data('library'),
      program: compiled.program,
      inputs: { ...this.#inputs },
      data: (name) => this.#data(name),
      limit: this.#limit(),
      strings,
      onChange: (outcome) => this.#panel.update(outcome),
      onWaiting: (waiting) => this.#panel.waiting(waiting),
      onFetching: (bytes) => this.#panel.fetching(bytes),
    });
    this.#current = running;
    const state = await running.ended;
    if (turn !== this.#turn) return;
    this.#current = undefined;
    await this.#conclude(running.outcome, state);
  }

  async stop(): Promise<void> {
    if (this.#current) {
      this.#current.stop();
      await this.#finished;
    } else if (this.#cell.dataset['state'] === 'running') {
      this.#endRun();
      await this.#conclude(this.#shown ?? emptyOutcome(), 'stopped');
    }
  }

  /** Ends a run under way without showing its end, and gives the number of the next. */
  #endRun(): number {
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
    this.#shown = outcome;
    if (outcome.inputs.length || state === 'done') this.#known = outcome.inputs;
    if (state === 'done') syncInputs(this.#panel, outcome.inputs, this.#language);
    this.#mark(outcome.error);
    const passed = outcome.checks.filter((check) => check.passed).length;
    this.#cell.dataset['checksPassed'] = String(passed);
    this.#cell.dataset['checksFailed'] = String(outcome.checks.length - passed);
    this.#state(state);
  }

  /** Back to the page as it was built: text, inputs, output. */
  reset(): void {
    this.#endRun();
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#edited = undefined;
    this.#inputs = {};
    this.#shown = undefined;
    this.#known = undefined;
    this.#panel.restore();
    clearTimeout(this.#keeping);
    this.#keeping = undefined;
    keepEdit(keyOf(this.#cell), undefined);
    this.#listening?.();
    this.#listening = undefined;
    this.#cell.removeAttribute('data-edited');
    this.#state('idle');
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
    this.#editor = createEditor(this.#panel.openEditor(), this.source, {
      label: `${strings.codeOf} ${this.#cell.dataset['cell'] ?? ''}`,
      description: strings.leave,
      onChange: (text) => this.#changed(text),
      onRun: () => void this.run(),
    });
    this.#editor.focus(offset);
    this.#mark(this.#shown?.error);
  }

  /** A control was moved: the latest value wins, and the run it belongs to is the last to be shown. */
  chooseInput(control: HTMLElement, event: string): void {
    const id = control.dataset['input'];
    if (id === undefined) return;
    // A text field's `change` comes after its `input`; it only tidies the field up.
    if (event === 'change' && control.dataset['kind'] !== 'select') {
      if (this.#shown && !this.#current)
        syncInputs(this.#panel, this.#shown.inputs, this.#language);
      return;
    }
    if (event === 'input' && control.dataset['kind'] === 'select') return;
    void this.#knownInputs().then((known) => {
      const input = known.find((candidate) => candidate.id === id);
      if (!input) return;
      this.#inputs = { ...this.#inputs, [id]: chosenValue(control, input) };
      this.#panel.touched();
      this.#panel.echo(control, input, this.#inputs[id]);
      return this.run();
    });
  }

  chooseLimit(field: HTMLInputElement): void {
    const seconds = Number(field.value);
    if (!(seconds >= 1 && seconds <= 3600)) field.value = String(this.#limit());
    else this.#cell.dataset['limit'] = String(seconds);
  }

  /** First use of a figure's tools: its data and its interactive part are loaded, then the click is carried out. */
  async useFigure(figure: HTMLElement, target: Element): Promise<void> {
    if (figure.dataset['live']) return; // it listens itself by now
    figure.dataset['live'] = 'true';
    const key = figure.dataset['key'];
    const [{ enliven, figureAction }, built] = await Promise.all([
      import('../../figures/interactive.ts'),
      this.#builtOutcome(),
    ]);
    // A figure that no run has redrawn is the built one.
    const output =
      this.#panel.outputOf(key ?? '') ?? built.outputs.find((candidate) => candidate.key === key);
    if (output?.kind !== 'figure') return;
    enliven(figure, output.spec, { language: this.#language });
    figureAction(figure, target);
  }

  #changed(text: string): void {
    this.#edited = text === this.#original ? undefined : text;
    this.#cell.toggleAttribute('data-edited', this.#edited !== undefined);
    this.#panel.touched();
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), KEEP_AFTER);
    // From the first edit on, another tab's edit of this cell is a question, never an overwrite.
    this.#listening ??= onOtherTab(keyOf(this.#cell), (edit) => {
      if (edit.text !== this.source) {
        this.#offer(stringsIn(this.#language).otherTab, this.source, edit.text);
      }
    });
  }

  async #compile(): Promise<{ ok: true; program: string } | { ok: false; error: CellError }> {
    if (this.#edited === undefined && this.source === this.#original) {
      return { ok: true, program: await this.#compiled() };
    }
    const { compile } = await import('../compile.ts');
    return compile(this.source);
  }

  /** The unedited cell, compiled when the site was built. */
  #compiled(): Promise<string> {
    return (this.#program ??= this.#fetch('program').catch((error: unknown) => {
      this.#program = undefined;
      throw error;
    }));
  }

  async #knownInputs(): Promise<readonly Input[]> {
    return this.#known ?? (await this.#builtOutcome()).inputs;
  }

  #builtOutcome(): Promise<Outcome> {
    return (this.#built ??= this.#fetch('outcome').then((text) => decode(text) as Outcome));
  }

  async #fetch(what: 'program' | 'outcome'): Promise<string> {
    const response = await fetch(this.#data(what));
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  }

  #mark(error?: CellError): void {
    this.#editor?.markError(
      error?.line ? { ...error, text: plain(error.message, this.#language) } : undefined,
    );
  }

  #state(state: State): void {
    this.#cell.dataset['state'] = state;
    this.#panel.state(state);
  }

  #limit(): number {
    return Number(this.#cell.dataset['limit']) || 20;
  }

  #data(name: string): string {
    return this.#cell.dataset[name] ?? '';
  }
}
