import type { Run } from '../../problems/problem.ts';
import { isObject, record, text, wrong } from './check.ts';
import type { Text } from '../../text.ts';

/** What a figure needs of a run: what `minimize` returns, or a cell's own record of a loop it wrote itself. */
export type RunLike = Readonly<
  Pick<Run, 'name' | 'losses' | 'path' | 'steps' | 'every' | 'divergedAt'> &
    Partial<Pick<Run, 'lr' | 'state'>>
>;

/** One run under its optimizer's name, or several under names of the cell's choice. */
export type Runs = RunLike | Readonly<Record<string, RunLike>>;

/** What several runs are called in the legend, where that is not the name the cell gave them. */
export interface Labelled {
  readonly labels?: Readonly<Record<string, Text>>;
  /** All runs of the cell, where this figure shows some: each looks in all figures as it does among them. */
  readonly among?: Readonly<Record<string, RunLike>>;
}

export interface NamedRun {
  readonly label: Text;
  readonly run: RunLike;
  /** Which of how many runs of its optimizer. */
  readonly among?: readonly [turn: number, count: number];
}

/** @throws TypeError when this is neither a run nor an object of runs, or a label is of no run or no text. */
export function namedRuns(
  runs: unknown,
  place: string,
  { labels = {}, among }: Labelled = {},
): NamedRun[] {
  if (isRun(runs)) return [{ label: text(runs.name, `${place}: name`), run: runs }];
  if (!isObject(runs)) throw wrong(`${place}: runs`, 'a run or an object of runs', runs);
  for (const [name, label] of Object.entries(record(labels, `${place}: labels`))) {
    if (!Object.hasOwn(runs, name))
      throw wrong(`${place}: labels.${name}`, 'the name of a run', label);
  }
  return Object.entries(runs).map(([name, run]) => {
    if (!isRun(run)) throw wrong(`${place}: runs.${name}`, 'a run, as minimize() returns', run);
    const label = text(labels[name] ?? name, `${place}: name`);
    if (among === undefined) return { label, run };
    const others = Object.values(record(among, `${place}: among`)) as RunLike[];
    const family = others.filter((other) => isRun(other) && other.name === run.name);
    const turn = family.indexOf(run);
    if (turn < 0) throw wrong(`${place}: among`, `an object that has the run ${name}, too`, among);
    return { label, run, among: [turn, family.length] };
  });
}

function isRun(value: unknown): value is RunLike {
  return (
    isObject(value) &&
    Array.isArray(value.losses) &&
    typeof value.name === 'string' &&
    typeof value.steps === 'number'
  );
}

/** The steps at which the entries of a run's record were made: every `every`-th, and the last. */
export function recordedSteps(run: RunLike, length: number): number[] {
  const every = Math.max(1, run.every || 1);
  return Array.from({ length }, (_, i) => Math.min(i * every, run.steps));
}
