import type { Language } from '../../text.ts';
import { withValue } from '../clamp.ts';
import type { Outcome } from '../outcome.ts';
import type { Input } from '../protocol.ts';
import type { Files } from './files.ts';
import { chosenValue, syncInputs } from './inputs.ts';
import type { Panel } from './panel.ts';
import type { End } from './run.ts';

/** The values the reader has chosen in one cell, and the controls that show them. */
export class Chosen {
  /** By input id. */
  values: Record<string, unknown> = {};
  /** Those that the last run was given. */
  #taken: Record<string, unknown> | undefined;
  readonly #files: Files;
  readonly #panel: Panel;
  readonly #language: Language;
  /** The inputs of the last run that came as far as to ask for them. */
  #known: readonly Input[] | undefined;
  /** What was under way when the cell was reset has nothing to say any more. */
  #resets = 0;

  constructor(files: Files, panel: Panel, language: Language) {
    this.#files = files;
    this.#panel = panel;
    this.#language = language;
  }

  /** Takes what a control was moved to; false when the event says nothing new. */
  async choose(control: HTMLElement, event: string): Promise<boolean> {
    const id = control.dataset['input'];
    if (id === undefined) return false;
    // A text field's `change` comes after its `input`, which has been taken.
    if ((control.dataset['kind'] === 'select') !== (event === 'change')) return false;
    const resets = this.#resets;
    const known = this.#known ?? (await this.#files.outcome()).inputs;
    if (resets !== this.#resets) return false;
    const input = known.find((candidate) => candidate.id === id);
    if (!input) return false;
    this.set(id, chosenValue(control, input));
    this.#panel.echo(control, input, this.values[id]);
    return true;
  }

  /** Takes a value that was not chosen by its control. */
  set(id: string, value: unknown): void {
    this.values = { ...this.values, [id]: value };
    this.#panel.touched();
  }

  /** Takes values that were chosen elsewhere, or earlier; the controls show them as the cell will clamp them. */
  async recall(values: Record<string, unknown>): Promise<void> {
    this.#taken = this.values = { ...values };
    const known = this.#known ?? (await this.#files.outcome().catch(() => undefined))?.inputs ?? [];
    // Values of inputs that the book's text does not have show once the text has run.
    this.tidy({ inputs: known.map((input) => withValue(input, this.values[input.id])) });
    if (Object.keys(values).length > 0) this.#panel.touched();
  }

  /** The values for a run that begins. */
  take(): Record<string, unknown> {
    this.#taken = this.values;
    return { ...this.values };
  }

  /** Makes the controls agree with what a run has used. */
  show(outcome: Outcome, state: End): void {
    if (outcome.inputs.length || state === 'done') this.#known = outcome.inputs;
    if (state === 'done') this.tidy(outcome);
  }

  /**
   * Corrects what a control still shows and no run has used: half a number, say. A control that has been moved since
   * stays where the reader put it: its own run is on the way.
   */
  tidy({ inputs }: Pick<Outcome, 'inputs'>): void {
    if (!this.moved) syncInputs(this.#panel, inputs, this.#language);
  }

  /** Whether a run would be given other values than the last was. */
  get moved(): boolean {
    return this.#taken !== this.values;
  }

  reset(): void {
    this.#taken = this.values = {};
    this.#known = undefined;
    this.#resets++;
  }
}
