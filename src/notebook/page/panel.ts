import type { Language } from '../../text.ts';
import type { Outcome, Output } from '../outcome.ts';
import type { Input } from '../protocol.ts';
import { stringsIn, type Strings } from '../strings.ts';
import type * as View from '../view.ts';
import { replaceKeepingFocus } from './focus.ts';
import { reachable } from './reachable.ts';
import { inputText } from '../controls.ts';
import { plain, type Place } from '../place.ts';
import { Redraws } from './redraws.ts';
import type { End } from './run.ts';
import { TimeLeft } from './time-left.ts';

/** After so long (ms), drawing pauses between two outputs, so that the page can answer. */
const SLICE = 10;
/** How long (ms) an announcement made during a run stays. */
const HELD = 4000;

/** The parts of a cell on the page, and how a run's outcome gets into them: at most one redraw a frame, nothing jumps. */
export class Panel {
  readonly code: HTMLElement;
  readonly inputs: HTMLElement;
  readonly place: Place;
  readonly #cell: HTMLElement;
  readonly #strings: Strings;
  readonly #pre: HTMLElement;
  readonly #output: HTMLElement;
  readonly #checks: HTMLElement;
  readonly #error: HTMLElement;
  readonly #status: HTMLElement;
  /** The built page, for Reset. */
  readonly #built: {
    code: Node[];
    inputs: Node[];
    output: Node[];
    checks: Node[];
    counts: string[];
  };
  #view: Promise<typeof View> | undefined;
  #drawn = new Map<string, { output: Output; node: HTMLElement }>();
  // What cannot be drawn is said at the end of the run.
  #redraws = new Redraws(() => this.#draw(false).catch(() => {}));
  #latest: Outcome | undefined;
  /** Counts drawings, so that one that paused knows whether it is the last. */
  #drawing = 0;
  #started = 0;
  /** Until when what was announced is not overwritten by how a run goes. */
  #held = 0;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #limit = 0;
  #isWaiting = false;
  #left = new TimeLeft();
  #fetched: number | undefined;

  constructor(cell: HTMLElement, language: Language) {
    const find = (selector: string) => cell.querySelector<HTMLElement>(selector) as HTMLElement;
    this.#cell = cell;
    this.#strings = stringsIn(language);
    this.place = { document, language, cell: cell.dataset['cell'] ?? '' };
    this.#pre = find('pre[data-code]');
    this.code = find('[data-source]');
    this.inputs = find('[data-inputs]');
    this.#output = find('[data-output]');
    this.#checks = find('[data-checks]');
    this.#error = find('[data-error]');
    this.#status = find('[data-status]');
    const copy = (element: Element) => [...element.cloneNode(true).childNodes];
    this.#built = {
      code: copy(this.code),
      // As written, not as the reader may have moved them before this part was there: a clone would keep that.
      inputs: [
        ...document.createRange().createContextualFragment(this.inputs.innerHTML).childNodes,
      ],
      output: copy(this.#output),
      checks: copy(this.#checks),
      counts: [cell.dataset['checksPassed'] ?? '0', cell.dataset['checksFailed'] ?? '0'],
    };
  }

  /** The renderer, with Plot, is loaded when the first output is on its way. */
  load(): Promise<typeof View> {
    return (this.#view ??= import('../view.ts').catch((error: unknown) => {
      this.#view = undefined; // the next run tries again
      throw error;
    }));
  }

  /** What a run in this page has drawn under a key. */
  outputOf(key: string): Output | undefined {
    return this.#drawn.get(key)?.output;
  }

  begin(limit: number): void {
    this.#limit = limit;
    this.#started = performance.now();
    this.#held = 0;
    this.#isWaiting = false;
    this.#left = new TimeLeft();
    this.#fetched = undefined;
    this.#latest = undefined;
    // Old output stays until the new one is there; its space stays until the run has ended.
    // Not the rounded height: a fifth of a pixel more would move, and lay out, all of the page below.
    this.#output.style.minHeight = `${this.#output.getBoundingClientRect().height}px`;
    this.touched();
    clearInterval(this.#ticking);
    this.#ticking = setInterval(() => this.#tick(), 200);
  }

  update(outcome: Outcome): void {
    this.#latest = outcome;
    this.#redraws.ask();
  }

  waiting(waiting: boolean): void {
    this.#isWaiting = waiting;
  }

  fetching(bytes: number | undefined): void {
    this.#fetched = bytes;
  }

  /** Draws the end of a run. A failed run leaves the earlier output where the new one has not come. */
  async finish(outcome: Outcome, end: End): Promise<void> {
    this.#redraws.end();
    this.#latest = outcome;
    await this.#draw(end === 'done');
    clearInterval(this.#ticking);
    this.#output.style.minHeight = '';
    this.#showError(outcome);
    if (performance.now() < this.#held) return;
    const took = this.#strings.took(performance.now() - this.#started);
    this.#status.textContent = `${this.#strings[end]} · ${took}`;
  }

  /** Something differs from the built page: there is something to reset. */
  touched(): void {
    // What was reset is not brought back over something newer.
    if (this.#status.querySelector('.cell-undo')) this.#status.textContent = '';
    for (const button of this.#cell.querySelectorAll<HTMLElement>('[data-action="reset"]')) {
      button.hidden = false;
    }
  }

  state(state: string): void {
    for (const button of this.#cell.querySelectorAll<HTMLElement>('[data-action="stop"]')) {
      button.hidden = state !== 'running';
    }
    this.#cell.setAttribute('aria-busy', String(state === 'running'));
  }

  /** Says something in the status, with what the reader may do about it. */
  announce(text: string, ...more: Node[]): void {
    this.#held = performance.now() + HELD;
    this.#status.replaceChildren(text, ...more.flatMap((each) => [' ', each]));
  }

  /** Offers to undo, until the cell is touched again. */
  offerUndo(text: string, undo: () => void): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'cell-undo';
    button.textContent = this.#strings.undo;
    button.addEventListener('click', () => {
      undo();
      this.#cell.querySelector<HTMLElement>('[data-action="run"]')?.focus();
    });
    this.announce(text, button);
    button.focus();
  }

  restore(): void {
    this.#redraws.end();
    clearInterval(this.#ticking);
    this.#latest = undefined;
    this.#drawn.clear();
    this.#output.style.minHeight = '';
    const fresh = (nodes: Node[]) => nodes.map((node) => node.cloneNode(true));
    this.code.replaceChildren(...fresh(this.#built.code));
    this.inputs.replaceChildren(...fresh(this.#built.inputs));
    this.#output.replaceChildren(...fresh(this.#built.output));
    this.#checks.replaceChildren(...fresh(this.#built.checks));
    const [passed = '0', failed = '0'] = this.#built.counts;
    this.#cell.dataset['checksPassed'] = passed;
    this.#cell.dataset['checksFailed'] = failed;
    this.#error.hidden = true;
    this.#error.textContent = '';
    this.#status.textContent = '';
    this.#cell.querySelector('.cell-offer')?.remove();
    this.#pre.hidden = false;
    for (const button of this.#cell.querySelectorAll<HTMLElement>('[data-action="reset"]')) {
      button.hidden = true;
    }
  }

  /** Shows at once what a control is moved to, before the run it starts has ended. */
  echo(control: HTMLElement, input: Input, value: unknown): void {
    const shown = control.closest('.input')?.querySelector('output');
    if (!shown || input.kind !== 'slider') return;
    const text = inputText({ ...input, value: Number(value) }, this.place.language);
    shown.textContent = text;
    control.setAttribute('aria-valuetext', text);
  }

  /** Puts a question above the code, in place of an earlier one. */
  ask(question: HTMLElement): void {
    this.#cell.querySelector('.cell-offer')?.remove();
    this.#pre.parentElement?.before(question);
  }

  /** Hides the static code and gives the editor its place. */
  openEditor(): HTMLElement {
    const host = document.createElement('div');
    host.className = 'cell-editor';
    this.#pre.after(host);
    this.#pre.hidden = true;
    return host;
  }

  /** Where in the text a selection in the static code stands. */
  offsetOf(selection: Selection | null): number | undefined {
    const node = selection?.anchorNode;
    if (!selection || !node || !this.code.contains(node)) return undefined;
    const range = document.createRange();
    range.setStart(this.code, 0);
    range.setEnd(node, selection.anchorOffset);
    return range.toString().length;
  }

  #tick(): void {
    if (performance.now() < this.#held) return;
    const seconds = ((performance.now() - this.#started) / 1000).toFixed(1);
    const { progress } = this.#latest ?? {};
    if (this.#fetched !== undefined) {
      this.#status.textContent = this.#strings.fetching(this.#fetched);
      return;
    }
    const share = progress ? ` · ${Math.round((100 * progress.done) / progress.total)} %` : '';
    const what = this.#isWaiting ? this.#strings.waiting : this.#strings.running;
    const rest = this.#left.at(performance.now(), progress);
    const left = rest === undefined || this.#isWaiting ? '' : ` · ${this.#strings.left(rest)}`;
    const text = `${what}${share} · ${seconds} / ${this.#limit} ${this.#strings.seconds}${left}`;
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  async #draw(whole: boolean): Promise<void> {
    const outcome = this.#latest;
    if (!outcome) return;
    // A run that shows nothing needs no renderer: an error is told even when that cannot be fetched.
    const shows = outcome.outputs.length + outcome.checks.length + outcome.dropped > 0;
    if (!shows && !whole) return;
    const view = await this.load();
    if (outcome !== this.#latest) return;
    const turn = ++this.#drawing;
    const keys = new Set<string>();
    // Looked up once: of a thousand lines each must not look through a thousand.
    const there = new Map(
      Array.from(this.#output.children, (child) => [child.getAttribute('data-key'), child]),
    );
    let before: Element | undefined;
    let paused = performance.now();
    // A copy: more may come during a pause, and belongs to the next drawing.
    const outputs = outcome.outputs.slice();
    for (const output of outputs) {
      if (performance.now() - paused > SLICE) {
        await new Promise((resume) => setTimeout(resume));
        // A later drawing has begun meanwhile, or the cell was reset.
        if (outcome !== this.#latest || turn !== this.#drawing) return;
        paused = performance.now();
      }
      keys.add(output.key);
      const node = this.#node(output, view, there.get(output.key));
      if (before ? before.nextElementSibling !== node : this.#output.firstElementChild !== node) {
        if (before) before.after(node);
        else this.#output.prepend(node);
      }
      before = node;
    }
    if (whole) {
      // What an earlier run showed and this one did not. (A copy: removing shifts a live list.)
      const stale = Array.from(this.#output.children).filter(
        (child) => !keys.has(child.getAttribute('data-key') ?? ''),
      );
      for (const child of stale) {
        child.remove();
        this.#drawn.delete(child.getAttribute('data-key') ?? '');
      }
    }
    if (outcome.dropped && whole)
      this.#output.append(view.renderDropped(outcome.dropped, this.place));
    if (whole || outcome.checks.length) {
      this.#checks.replaceChildren(
        ...outcome.checks.map((check) => view.renderCheck(check, this.place)),
      );
    }
  }

  /** The node of an output: the one on the page if nothing changed, else a new one in the place of `old`. */
  #node(output: Output, view: typeof View, old: Element | undefined): Element {
    const known = this.#drawn.get(output.key);
    if (known?.output === output && known.node.isConnected) return known.node;
    const node = view.renderOutput(output, this.place);
    reachable(node);
    if (old?.isConnected) replaceKeepingFocus(old, node);
    this.#drawn.set(output.key, { output, node });
    return node;
  }

  #showError({ error }: Outcome): void {
    this.#error.hidden = !error;
    if (!error) {
      this.#error.textContent = '';
      return;
    }
    const where = error.line ? this.#strings.line(error.line, error.column) : '';
    this.#error.textContent = where + plain(error.message, this.place.language);
    if (error.line) this.#error.dataset['line'] = String(error.line);
    else delete this.#error.dataset['line'];
  }
}
