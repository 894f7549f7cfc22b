import { autocompletion } from '@codemirror/autocomplete';
import { linter } from '@codemirror/lint';
import { type Extension, Prec } from '@codemirror/state';
import { tsFacetWorker, tsSyncWorker } from '@valtown/codemirror-ts';
import { type Remote, wrap } from 'comlink';
import type { Language } from '../../text.ts';
import type { Types } from '../types/worker.ts';
import { completions } from './completion.ts';
import { hover } from './hover.ts';

/** One TypeScript for all editors of the page. */
let types: Promise<Remote<Types>> | undefined;

/** @throws Error when the worker cannot be fetched or does not start; the next call tries again. */
function start(language: Language): Promise<Remote<Types>> {
  return (types ??= begin(language).catch((error: unknown) => {
    types = undefined;
    throw error;
  }));
}

async function begin(language: Language): Promise<Remote<Types>> {
  const worker = new Worker(new URL('../types/worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<Types>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = () => reject(new Error('TypeScript could not be started'));
  });
  try {
    await Promise.race([remote.begin(language), failed]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return remote;
}

let files = 0;

/**
 * Completion, hover and marks by TypeScript, which is fetched for it.
 * `end` is for an editor that is gone.
 */
export async function knowTypes(
  language: Language,
): Promise<{ readonly extension: Extension; end(): void }> {
  const worker = await start(language);
  const path = `/cells/${files++}.ts`;
  const extension = [
    tsFacetWorker.of({ path, worker }),
    tsSyncWorker(),
    hover(worker, path),
    Prec.highest(autocompletion({ override: [completions(worker, path)] })),
    linter(
      async () => {
        const problems = await worker.problems(path);
        return problems.map(({ kind, from, to, message }) => ({
          from,
          to,
          message,
          severity: 'error' as const,
          source: kind,
        }));
      },
      { delay: 400 },
    ),
  ];
  return { extension, end: () => void worker.forget(path).catch(() => {}) };
}
