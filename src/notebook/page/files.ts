import { decode } from '../../figures/encode.ts';
import type { Outcome } from '../outcome.ts';

/** What the site serves of one cell besides the page; each is fetched once, when it is first needed. */
export class Files {
  readonly #cell: HTMLElement;
  #program: Promise<string> | undefined;
  #outcome: Promise<Outcome> | undefined;

  constructor(cell: HTMLElement) {
    this.#cell = cell;
  }

  /** Address of the library or of data of this name. */
  address(name: string): string {
    return this.#cell.dataset[name] ?? '';
  }

  /** The unedited cell, compiled when the site was built. */
  program(): Promise<string> {
    return (this.#program ??= this.#fetch('program').catch((error: unknown) => {
      this.#program = undefined; // the next run tries again
      throw error;
    }));
  }

  /** The outcome built into the page. */
  outcome(): Promise<Outcome> {
    return (this.#outcome ??= this.#fetch('outcome').then(
      (text) => decode(text) as Outcome,
      (error: unknown) => {
        this.#outcome = undefined;
        throw error;
      },
    ));
  }

  async #fetch(what: 'program' | 'outcome'): Promise<string> {
    const response = await fetch(this.address(what));
    if (!response.ok) throw new Error(String(response.status));
    return response.text();
  }
}
