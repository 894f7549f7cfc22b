import { inLanguage } from '../text.ts';
import type { CellError, Message } from './protocol.ts';

/**
 * What a cell's own worker, the lead, and its helpers tell each other. They run the same cell and trust each other as
 * much as it trusts itself; nothing of this passes through the page.
 */
export type Order =
  /** Do this job of the call of `parallel` you have come to. */
  | { type: 'job'; index: number }
  /** The call you have come to has ended so. */
  | { type: 'settled'; settled: Settled };

export type Report =
  | Extract<Message, { type: 'console' | 'data' | 'pong' | 'done' | 'failed' }>
  /** I have come to the next call of `parallel`. */
  | { type: 'ready' }
  | { type: 'result'; index: number; value: unknown }
  /** The job threw this. */
  | { type: 'threw'; error: CellError };

/** How a call of `parallel` ended. */
export type Settled = { results: unknown[] } | { error: CellError };

/** An error of another worker: what is to be told of it was worked out there. */
export class Elsewhere extends Error {
  readonly told: CellError;
  constructor(told: CellError) {
    super(inLanguage(told.message, 'en'));
    this.told = told;
  }
}

export function resultsOf(settled: Settled): unknown[] {
  if ('error' in settled) throw new Elsewhere(settled.error);
  return settled.results;
}

/**
 * Hands a job's result on, by copying it.
 *
 * @throws TypeError when it holds what cannot be copied
 */
export function handable<T>(index: number, handOn: () => T): T {
  try {
    return handOn();
  } catch (error) {
    if (!(error instanceof Error && error.name === 'DataCloneError')) throw error;
    throw new TypeError(
      `parallel: job ${index} returned what cannot be handed on (${error.message}); it may return numbers, strings, arrays, plain objects and typed arrays`,
      { cause: error },
    );
  }
}
