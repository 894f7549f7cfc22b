/**
 * Which exercises a reader has solved. It stays in this browser; a file can carry it, with the answers, to another.
 */
const KEY = 'descent:solved';
const EDITS = 'descent:edit:';
const ID = /^[a-z0-9-]{1,64}$/;

/** Told to the document when an exercise has been solved or a file read in. */
export const SOLVED = 'descent:solved';

/** The ids of the solved exercises. Storage that is blocked, or holds something else, holds none. */
export function solved(): Set<string> {
  try {
    return new Set(idsIn(JSON.parse(localStorage.getItem(KEY) ?? '[]')));
  } catch {
    return new Set();
  }
}

/** Files an exercise as solved. False when storage is full or blocked. */
export function markSolved(...ids: string[]): boolean {
  const all = [...new Set([...solved(), ...ids])].sort();
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    return false;
  }
  document.dispatchEvent(new Event(SOLVED));
  return true;
}

/** The largest file of progress that is read (characters). */
export const LARGEST = 5_000_000;

/** What a reader takes along: the solved exercises, and the texts written for exercises. */
export function exported(): string {
  const answers: Record<string, unknown> = {};
  for (const key of answerKeys()) answers[key.slice(EDITS.length)] = read(key);
  return `${JSON.stringify({ descent: 1, solved: [...solved()], answers }, null, 2)}\n`;
}

export interface Imported {
  /** Exercises that were not solved here before. */
  readonly added: number;
  /** Answers taken over, and those left in the file because there is one here already. */
  readonly answers: number;
  readonly left: number;
}

/**
 * Adds a file's progress to what is here; nothing that is here is overwritten.
 *
 * @throws TypeError when the text is no such file
 * @throws DOMException when storage is full or blocked
 */
export function imported(text: string): Imported {
  if (text.length > LARGEST) throw new TypeError('too large');
  const file = parsed(text);
  const before = solved();
  const fresh = idsIn(file.solved).filter((id) => !before.has(id));
  let answers = 0;
  let left = 0;
  for (const [name, edit] of Object.entries(file.answers)) {
    if (!isAnswer(name) || !isEdit(edit)) continue;
    const key = EDITS + name;
    if (read(key) === undefined) {
      localStorage.setItem(key, JSON.stringify({ base: edit.base, text: edit.text }));
      answers++;
    } else if (JSON.stringify(read(key)) !== JSON.stringify(edit)) left++;
  }
  localStorage.setItem(KEY, JSON.stringify([...before, ...fresh].sort()));
  document.dispatchEvent(new Event(SOLVED));
  return { added: fresh.length, answers, left };
}

function parsed(text: string): { solved: unknown; answers: object } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new TypeError('not JSON');
  }
  if (typeof file !== 'object' || file === null || !('descent' in file) || !('solved' in file)) {
    throw new TypeError('not a file of progress');
  }
  const answers = 'answers' in file && file.answers ? file.answers : {};
  if (typeof answers !== 'object') throw new TypeError('not a file of progress');
  return { solved: file.solved, answers };
}

function idsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((id): id is string => typeof id === 'string' && ID.test(id));
}

/** `zh:adam/exercise-…`: of an exercise's cell, in a language. */
function isAnswer(name: string): boolean {
  return /^(?:zh|en):[\w-]+\/exercise-[\w-]+$/.test(name);
}

function isEdit(edit: unknown): edit is { base: string; text: string } {
  if (typeof edit !== 'object' || edit === null) return false;
  const { base, text } = edit as { base?: unknown; text?: unknown };
  return typeof base === 'string' && typeof text === 'string';
}

function answerKeys(): string[] {
  try {
    return Object.keys(localStorage).filter(
      (key) => key.startsWith(EDITS) && isAnswer(key.slice(EDITS.length)),
    );
  } catch {
    return [];
  }
}

function read(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
