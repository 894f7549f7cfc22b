import { inLanguage } from '../../text.ts';
import type { Outcome } from '../outcome.ts';
import type { Check } from '../protocol.ts';
import { SEED, UNSEEN } from '../seed.ts';
import { stringsIn } from '../strings.ts';
import type { End, RunningCell } from './run.ts';

/** The exercise a cell belongs to: its id, or nothing. */
export function exerciseOf(cell: HTMLElement): string | undefined {
  return cell.closest<HTMLElement>('[data-exercise]')?.dataset['exercise'];
}

/** Whether a run has passed all that its cell checks. */
export function passes(outcome: Outcome, end: End): boolean {
  return (
    end === 'done' && outcome.checks.length > 0 && outcome.checks.every(({ passed }) => passed)
  );
}

/**
 * Runs an answer that has passed again, each time in a new worker and with a seed it has not seen.
 *
 * @param start starts a run with these inputs besides the reader's
 * @returns what to add to its checks; nothing when the reader has stopped it
 */
export async function proven(
  start: (inputs: Record<string, unknown>) => RunningCell,
): Promise<Check | undefined> {
  const say = (passed: boolean, reason: { zh: string; en: string } = { zh: '', en: '' }): Check => {
    const [zh, en] = [stringsIn('zh').unseen(passed), stringsIn('en').unseen(passed)];
    return { passed, text: { zh: zh + reason.zh, en: en + reason.en } };
  };
  for (const seed of UNSEEN) {
    const running = start({ [SEED]: seed });
    const end = await running.ended;
    if (end === 'stopped') return undefined;
    if (passes(running.outcome, end)) continue;
    const { checks, error } = running.outcome;
    const failed = error?.message ?? checks.find(({ passed }) => !passed)?.text ?? '';
    return say(false, {
      zh: failed && `：${inLanguage(failed, 'zh')}`,
      en: failed && `: ${inLanguage(failed, 'en')}`,
    });
  }
  return say(true);
}
