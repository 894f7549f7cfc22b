import type { FigureSpec } from '../figures/spec.ts';
import type { Text } from '../text.ts';

/**
 * What a running cell tells its host (the build, a test, or the page), one message at a time.
 * Everything is plain data. The page trusts none of it: see `inbox.ts`.
 */
export type Message =
  | { type: 'console'; level: ConsoleLevel; text: string }
  | { type: 'dropped'; count: number }
  | { type: 'input'; input: Input }
  | { type: 'figure'; key: string; spec: FigureSpec }
  | { type: 'value'; key: string; text: Text }
  | { type: 'check'; check: Check }
  | { type: 'progress'; done: number; total: number }
  | { type: 'data'; name: DataName }
  | { type: 'helper' }
  | { type: 'pong' }
  | { type: 'done' }
  | { type: 'failed'; error: CellError };

/** What a host can hand to a cell, which has no network of its own. */
export const DATA = ['digits'] as const;
export type DataName = (typeof DATA)[number];

/** What the host tells a running cell: the data or the helper it asked for, or a call to show that it lives. */
export type Reply =
  | 'ping'
  | { type: 'data'; name: DataName; bytes: Uint8Array }
  | { type: 'helper'; port: MessagePort };

export type ConsoleLevel = 'log' | 'info' | 'warn' | 'error';

/** The outcome of one `check`, with the sentence that says what was checked and its numbers. */
export interface Check {
  readonly passed: boolean;
  readonly text: Text;
}

/** Why a run failed: in both languages where we know what to say, with the line of the cell where there is one. */
export interface CellError {
  readonly message: Text;
  readonly line?: number;
  readonly column?: number;
}

/** A control that the page draws for a cell. `value` is the value this run used. */
export type Input =
  | {
      kind: 'slider';
      id: string;
      label: Text;
      value: number;
      min: number;
      max: number;
      step: number;
      log: boolean;
      adjusted: boolean;
    }
  | {
      kind: 'number';
      id: string;
      label: Text;
      value: number;
      min: number;
      max: number;
      step: number;
      adjusted: boolean;
    }
  | {
      kind: 'select';
      id: string;
      label: Text;
      value: string;
      options: { value: string; label: Text }[];
      adjusted: boolean;
    }
  | {
      kind: 'point';
      id: string;
      label: Text;
      value: readonly [x: number, y: number];
      x: readonly [min: number, max: number];
      y: readonly [min: number, max: number];
      adjusted: boolean;
    }
  | { kind: 'toggle'; id: string; label: Text; value: boolean; adjusted: boolean };

export type InputValues = Readonly<Record<string, unknown>>;

/** What the host gives a run besides the program. */
export interface Settings {
  /** Values the reader chose, by input id; anything may stand here (a crafted link), so inputs clamp it. */
  readonly inputs: InputValues;
  /** Lines of the script before the cell's first line, to tell where in the cell an error arose. */
  readonly offset: number;
  /** How many workers may compute at once. */
  readonly cores: number;
  /** Whether this worker does jobs for another (`parallel`), which it reaches by its port in place of the host. */
  readonly helper: boolean;
}

/** How many workers a run may have besides its own, however many cores there are. */
export const MOST_HELPERS = 8;

/** How many console lines a run keeps; further ones are counted only. */
export const CONSOLE_LINES = 1000;
/** How many characters of one console line or displayed value are kept. */
export const TEXT_LENGTH = 2000;
