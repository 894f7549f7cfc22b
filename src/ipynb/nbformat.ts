/** A Jupyter notebook, version 4.5 of its format: https://nbformat.readthedocs.io/en/latest/format_description.html */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: 4;
  readonly nbformat_minor: 5;
}

export type NotebookCell = MarkdownCell | CodeCell;

interface Common {
  /** Unique in the notebook: letters, digits, `-` and `_`, at most 64. */
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Lines, each with its line feed but the last. */
  readonly source: readonly string[];
}

export interface MarkdownCell extends Common {
  readonly cell_type: 'markdown';
}

export interface CodeCell extends Common {
  readonly cell_type: 'code';
  /** Null: no kernel has run it. */
  readonly execution_count: number | null;
  readonly outputs: readonly CellOutput[];
}

export type CellOutput =
  | { readonly output_type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: Lines }
  | {
      readonly output_type: 'display_data';
      readonly data: Readonly<Record<string, Lines>>;
      readonly metadata: object;
    }
  | {
      readonly output_type: 'error';
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

export type Lines = readonly string[];

/** A text as the format has it: lines, each with its line feed but the last. */
export function lines(text: string): Lines {
  return text.split(/(?<=\n)/);
}

/** Gives each cell a name that no other has. */
export class Ids {
  readonly #taken = new Set<string>();

  /** `wanted` itself, or with a number when it is taken. */
  next(wanted: string): string {
    const base = wanted.replace(/[^\w-]/g, '-').slice(0, 60);
    let id = base;
    for (let n = 2; this.#taken.has(id); n++) id = `${base}-${n}`;
    this.#taken.add(id);
    return id;
  }
}
