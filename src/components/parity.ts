import { formatNumber } from '../figures/format.ts';
import * as optim from '../optim/index.ts';
import type { Agreement } from '../plugins/parity.ts';
import type { Language } from '../text.ts';

/** PyTorch's SGD is three of the book's optimizers. */
const RECORDED_AS: Readonly<Record<string, string>> = { momentum: 'sgd', nag: 'sgd' };

/** What a page says of one row of the parity table. */
export interface Parity {
  readonly sources: string;
  readonly replayed: number;
  readonly cases: number;
  readonly error: string;
}

/** One optimizer's row of the parity table as a page says it. @throws Error when nothing was recorded or replayed. */
export function parityOf(name: string, agreements: readonly Agreement[]): Parity {
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
    error: formatNumber(row.error, 2),
  };
}

/** The whole parity table: every optimizer that was replayed, under the names of its classes. */
export function parityTable(agreements: readonly Agreement[]): (Parity & { names: string })[] {
  return agreements
    .filter(({ error }) => error !== null)
    .map(({ optimizer }) => ({
      names: classesOf(optimizer),
      ...parityOf(optimizer, agreements),
    }));
}

/** A row as a sentence. */
export function paritySentence(
  { sources, replayed, cases, error }: Parity,
  language: Language,
): string {
  return language === 'zh'
    ? `对照 ${sources}：记录的 ${cases} 条轨迹重放了 ${replayed} 条，最大误差 ${error}。`
    : `Against ${sources}: ${replayed} of ${cases} recorded trajectories replayed, largest error ${error}.`;
}

/** The heads of the table's columns: names, sources, replayed / cases, error. */
export function parityHeads(language: Language): readonly string[] {
  return language === 'zh'
    ? ['优化器', '对照', '重放的轨迹', '最大误差']
    : ['Optimizer', 'Compared with', 'Trajectories replayed', 'Largest error'];
}

/** The classes that replay a file of recorded trajectories: `rmsprop_tf` is RMSPropTF. */
function classesOf(recorded: string): string {
  // NAG is compared with Momentum's Nesterov form by its own tests.
  if (recorded === 'sgd') return 'SGD, Momentum';
  const bare = recorded.replaceAll('_', '');
  return Object.keys(optim).find((name) => name.toLowerCase() === bare) ?? recorded;
}
