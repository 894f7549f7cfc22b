import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { decode, encode } from '../../figures/encode.ts';
import type { Language } from '../../text.ts';
import { compile } from '../compile.ts';
import type { Outcome } from '../outcome.ts';
import { sourceIn } from '../source.ts';
import { packDigits } from './digits.ts';
import { execute } from './execute.ts';
import { hash } from './hash.ts';

/** A cell as the pages use it: what each language's readers see, what their browser runs, and what it gave here. */
export interface BuiltCell {
  readonly id: string;
  readonly source: Record<Language, string>;
  readonly program: Record<Language, string>;
  readonly outcome: Outcome;
}

const cache = fileURLToPath(
  new URL('../../../node_modules/.cache/descent/cells/', import.meta.url),
);

/**
 * Compiles and runs one cell; the outcome of an unchanged cell with an unchanged library is taken from the cache.
 *
 * @throws Error with the cell's id when it does not compile or does not end.
 */
export async function buildCell(id: string, text: string, library: string): Promise<BuiltCell> {
  const source = { zh: sourceIn('zh', text), en: sourceIn('en', text) };
  const program = { zh: programOf(id, source.zh), en: programOf(id, source.en) };
  // A cell that asks for data depends on them as well.
  const data = /\bdata\(/.test(program.en) ? (await packDigits()).version : '';
  const file = `${cache}${hash(`${library}\0${process.version}\0${program.en}\0${data}`)}.json`;
  let outcome: Outcome;
  try {
    outcome = decode(await readFile(file, 'utf8')) as Outcome;
  } catch {
    outcome = await inTurn(() => execute(library, program.en)).catch((error: Error) => {
      throw new Error(`content/cells/${id}.ts: ${error.message}`);
    });
    await mkdir(cache, { recursive: true });
    // Written beside and renamed, so that a build that is cut off leaves no half file.
    await writeFile(`${file}.${process.pid}`, encode(outcome));
    await rename(`${file}.${process.pid}`, file);
  }
  return { id, source, program, outcome };
}

function programOf(id: string, source: string): string {
  const compiled = compile(source);
  if (compiled.ok) return compiled.program;
  const { message, line, column } = compiled.error;
  const text = typeof message === 'string' ? message : message.en;
  throw new Error(`content/cells/${id}.ts:${line}:${column}: ${text}`);
}

/** What an author must mend before a page may be built: a cell that throws, fails a check or has none. */
export function faultsOf({ id, outcome }: BuiltCell): string[] {
  const where = `content/cells/${id}.ts`;
  const english = (text: string | { en: string }) => (typeof text === 'string' ? text : text.en);
  // An exercise's starting code is there to fail; the tests see to it that it does.
  const exercise = /\/exercise-[^.]*$/.test(id);
  const failed = outcome.checks.filter(({ passed }) => !passed);
  if (exercise) {
    return outcome.error || failed.length ? [] : [`${where}: an exercise's start must fail`];
  }
  const faults = failed.map(({ text }) => `${where}: ✗ ${english(text)}`);
  if (outcome.error) {
    const { message, line } = outcome.error;
    faults.push(`${where}${line ? `:${line}` : ''}: ${english(message)}`);
  } else if (outcome.checks.length === 0) {
    faults.push(`${where}: a cell must state what it proves with at least one check`);
  }
  return faults;
}

let free = availableParallelism();
const waiting: (() => void)[] = [];

/** As many cells at once as there are cores. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free--;
  else await new Promise<void>((resume) => waiting.push(resume));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free++;
  }
}
