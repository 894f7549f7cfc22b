import type { Run } from '../problems/problem.ts';
import { inLanguage, type Text } from '../text.ts';
import { formatNumber } from '../figures/format.ts';
import { shorten } from './describe.ts';
import { send } from './host.ts';

const short = (value: number): string => formatNumber(value, 3);

function report(passed: boolean, zh: string, en: string): void {
  send({ type: 'check', check: { passed, text: { zh: shorten(zh), en: shorten(en) } } });
}

function prefix(label: Text | undefined, run?: Run): { zh: string; en: string } {
  const name = label ?? run?.name;
  if (!name) return { zh: '', en: '' };
  // A Chinese colon is as wide as a character: no other colon, and no space after it.
  const zh = `${inLanguage(name, 'zh').trimEnd()} `.replace(/[:：，] $/, (end) =>
    end.startsWith('，') ? '，' : '：',
  );
  return { zh, en: `${inLanguage(name, 'en')} ` };
}

function aRun(run: Run, caller: string): void {
  if (!run || !Array.isArray(run.losses)) {
    throw new TypeError(
      `check.${caller}: the first argument must be a run, as minimize() returns it`,
    );
  }
}

function bound(value: unknown, name: string): asserts value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    throw new TypeError(`${name} must be a number, got ${String(value)}`);
  }
}

/**
 * The run's loss went below `below` and stayed there to its end.
 * `within`: by that step at the latest.
 *
 * @throws TypeError when `run` is not a run or `below` is not a number.
 */
function converges(run: Run, options: { below: number; within?: number; label?: Text }): void {
  aRun(run, 'converges');
  bound(options?.below, 'check.converges: below');
  const { below, within = Infinity } = options;
  const { zh, en } = prefix(options.label, run);
  const last = run.losses.at(-1) ?? NaN;
  let index = run.losses.length;
  while (index > 0 && (run.losses[index - 1] ?? NaN) < below) index--;
  const step = index * run.every;
  const reached = run.divergedAt === null && index < run.losses.length;
  if (reached && step <= within) {
    report(
      true,
      `${zh}收敛：第 ${step} 步起损失 < ${short(below)}，最后为 ${short(last)}`,
      `${en}converged: loss < ${short(below)} from step ${step}, ${short(last)} at the end`,
    );
  } else if (reached) {
    report(
      false,
      `${zh}收敛太慢：第 ${step} 步才 < ${short(below)}，要求 ${within} 步以内`,
      `${en}converged too late: loss < ${short(below)} only from step ${step}, wanted within ${within}`,
    );
  } else {
    report(
      false,
      `${zh}没有收敛：最后的损失 ${short(last)}，要求 < ${short(below)}`,
      `${en}did not converge: loss ${short(last)} at the end, wanted < ${short(below)}`,
    );
  }
}

/**
 * The run diverged: it was cut off as not finite or huge, or its last loss is above `above`
 * (by default above its first loss). For cells that teach failure.
 */
function diverges(run: Run, options: { above?: number; label?: Text } = {}): void {
  aRun(run, 'diverges');
  const { zh, en } = prefix(options.label, run);
  const first = run.losses[0] ?? NaN;
  const last = run.losses.at(-1) ?? NaN;
  const above = options.above ?? first;
  if (run.divergedAt !== null) {
    report(
      true,
      `${zh}发散：第 ${run.divergedAt} 步越界`,
      `${en}diverged: out of bounds at step ${run.divergedAt}`,
    );
  } else {
    const sign = last > above ? '>' : '≤';
    report(
      last > above,
      `${zh}${last > above ? '发散' : '没有发散'}：最后的损失 ${short(last)} ${sign} ${short(above)}`,
      `${en}${last > above ? 'diverged' : 'did not diverge'}: loss ${short(last)} ${sign} ${short(above)} at the end`,
    );
  }
}

/** `|actual − expected| ≤ tolerance`, or `≤ relative · |expected|`; one of the two must be given. */
function close(
  actual: number,
  expected: number,
  options: { tolerance?: number; relative?: number; label?: Text },
): void {
  bound(expected, 'check.close: expected');
  const { tolerance, relative } = options ?? {};
  if (tolerance === undefined && relative === undefined) {
    throw new TypeError('check.close: give a tolerance (absolute) or relative');
  }
  const allowed = Math.max(tolerance ?? 0, (relative ?? 0) * Math.abs(expected));
  const error = Math.abs(actual - expected);
  const { zh, en } = prefix(options.label);
  const passed = error <= allowed;
  // Below this it is rounding, whose last bits are no result to show.
  const noise = 1e-12 * Math.max(1, Math.abs(expected));
  const shown = error < noise ? `< ${short(noise)}` : short(error);
  const a = formatNumber(actual, 5);
  const e = formatNumber(expected, 5);
  report(
    passed,
    `${zh}${a} ${passed ? '≈' : '≠'} ${e}（误差 ${shown}，允许 ${short(allowed)}）`,
    `${en}${a} ${passed ? '≈' : '≠'} ${e} (error ${shown}, allowed ${short(allowed)})`,
  );
}

/** Whatever else a cell proves: a condition, the sentence that says it, and the numbers behind it. */
function that(condition: boolean, text: Text, numbers: Record<string, number> = {}): void {
  if (typeof condition !== 'boolean') {
    throw new TypeError(`check.that: the condition must be true or false, got ${typeof condition}`);
  }
  // A name that is an equation itself, as t = 1, is not followed by another.
  const shown = (colon: string): string[] =>
    Object.entries(numbers).map(
      ([name, value]) => `${name}${name.includes('=') ? colon : ' = '}${formatNumber(value, 4)}`,
    );
  const some = Object.keys(numbers).length > 0;
  const zh = some ? `（${shown('：').join('，')}）` : '';
  const en = some ? ` (${shown(': ').join(', ')})` : '';
  report(condition, inLanguage(text, 'zh') + zh, inLanguage(text, 'en') + en);
}

/** What a cell proves. Each check is shown below the cell with ✓ or ✗ and its numbers. */
export const check = { converges, diverges, close, that };
