import type { Agreement } from '../plugins/parity.ts';

/** PyTorch's SGD is three of the book's optimizers. */
const RECORDED_AS: Readonly<Record<string, string>> = { momentum: 'sgd', nag: 'sgd' };

/** One optimizer's row of the parity table as a page says it. @throws Error when nothing was recorded or replayed. */
export function parityOf(name: string, agreements: readonly Agreement[]) {
  const wanted = RECORDED_AS[name] ?? name;
  const row = agreements.find(({ optimizer }) => optimizer === wanted);
  if (!row || row.error === null) {
    throw new Error(`<Parity of="${name}" />: no recorded trajectory of ${wanted} was replayed`);
  }
  return {
    // “file, class” of a source tree: the reader wants the class and the version.
    sources: row.sources.map((source) => source.replace(/^[\w-]+\/(?=[\w-]+ )/, '')).join('; '),
    replayed: row.replayed,
    cases: row.cases,
    error: row.error.toExponential(1),
  };
}
