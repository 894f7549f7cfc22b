import type { Text } from '../text.ts';
import { describe, shorten } from './describe.ts';
import { Refusal } from './guard.ts';
import { inChinese } from './in-chinese.ts';
import type { CellError } from './protocol.ts';
import { Elsewhere } from './team.ts';

/** Turns whatever was thrown into one clear sentence, with the line of the cell where it arose. */
export function explain(error: unknown, offset: number): CellError {
  try {
    return told(error, offset);
  } catch {
    // A proxy, a getter that throws, a name that is no text: the run has ended all the same.
    return {
      message: { zh: '抛出的东西无法读取', en: 'the cell threw something that cannot be read' },
    };
  }
}

function told(error: unknown, offset: number): CellError {
  if (error instanceof Elsewhere) return error.told;
  if (!(error instanceof Error)) {
    const text = describe(error);
    return { message: { zh: `抛出了 ${text}`, en: `the cell threw ${text}` } };
  }
  const message = shorten(`${error.name}: ${error.message}`);
  const line = lineOf(error, offset);
  const text: Text = error instanceof Refusal ? error.text : sentence(error, message);
  return line === undefined ? { message: text } : { message: text, line };
}

/** What was thrown, as it speaks for itself; before it what it means in a cell, or in the reader's language. */
function sentence(error: Error, message: string): Text {
  const hint = hintFor(error);
  if (hint) return { zh: `${hint.zh}（${message}）`, en: `${hint.en} (${message})` };
  const zh = inChinese(error.message);
  return zh === undefined ? message : { zh: `${zh}（${message}）`, en: message };
}

/** The topmost stack frame that lies in the cell: below the library, which the script holds first. */
function lineOf(error: Error, offset: number): number | undefined {
  for (const frame of String(error.stack).split('\n')) {
    const found = /(?:blob:[^\s)]*|\[worker eval\]):(\d+):\d+/.exec(frame);
    const line = found ? Number(found[1]) - offset : 0;
    if (line >= 1) return line;
  }
  return undefined;
}

interface Hint {
  zh: string;
  en: string;
}

/** What readers try that a cell does not have. */
function hintFor(error: Error): Hint | undefined {
  const { name, message } = error;
  if (name === 'EvalError' || /unsafe-eval|Code generation from strings/.test(message)) {
    return {
      zh: '单元里不能用 eval 与 new Function',
      en: 'cells have no eval and no new Function',
    };
  }
  if (
    /dynamically imported module|Failed to fetch|importScripts|violates.*Content Security/i.test(
      message,
    )
  ) {
    return { zh: '单元没有网络', en: 'cells have no network' };
  }
  if (name === 'ReferenceError') {
    const missing = /(\w+) is not defined|variable: (\w+)/.exec(message);
    const what = missing?.[1] ?? missing?.[2] ?? '';
    if (['document', 'window', 'parent', 'top', 'localStorage', 'sessionStorage'].includes(what)) {
      return {
        zh: `单元在沙箱里运行，没有 ${what}；用 display(…) 显示结果`,
        en: `a cell runs in a sandbox and has no ${what}; show results with display(…)`,
      };
    }
    if (['caches', 'cookieStore', 'indexedDB'].includes(what)) {
      return { zh: '单元没有存储', en: 'cells have no storage' };
    }
  }
  if (name === 'RangeError' && /call stack/i.test(message)) {
    return { zh: '递归没有终止', en: 'the recursion does not end' };
  }
  if (
    name === 'RangeError' &&
    /Array buffer allocation|Invalid (typed )?array length/i.test(message)
  ) {
    return { zh: '内存不够', en: 'there is not that much memory' };
  }
  return undefined;
}
