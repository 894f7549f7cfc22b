import { chosen } from './host.ts';

/** The input under which the page hands a run its seed. It is no control's name, so no reader can move it. */
export const SEED = '\u0000seed';

/** The seeds an exercise is checked with once it has passed with the first, which the reader has seen. */
export const UNSEEN = [2, 3] as const;

/**
 * A seed for what an exercise is checked on: 1 when the reader presses Run, others when the page checks
 * an answer that has passed, so that one made for the numbers in view does not.
 */
export function freshSeed(): number {
  const seed = chosen(SEED);
  return Number.isSafeInteger(seed) && (seed as number) > 0 ? (seed as number) : 1;
}
