/**
 * How far our optimizers are from the recorded ones: `node tests/reference/parity.ts [folder]`
 * replays every case of a folder (this one by default) and prints a table. It writes nothing.
 */
import { fileURLToPath } from 'node:url';
import { NotYet } from './adapter.ts';
import { recordedFiles, replay } from './replay.ts';

export interface ParityRow {
  readonly optimizer: string;
  /** Recorded cases, and how many of them were replayed. */
  readonly cases: number;
  readonly replayed: number;
  /** Largest scaled error of any parameter or loss, and the case it is in; null when none was replayed. */
  readonly error: number | null;
  readonly worst: string | null;
  /** What the cases were recorded from. */
  readonly sources: readonly string[];
  /** Why cases are missing, each reason once. */
  readonly missing: readonly string[];
}

/** One row for each file of recorded trajectories in the folder. */
export function parity(folder = fileURLToPath(new URL('.', import.meta.url))): ParityRow[] {
  return recordedFiles(folder).map(({ optimizer, cases }) => {
    const missing = new Set<string>();
    let [replayed, error, worst]: [number, number, string | null] = [0, -1, null];
    for (const recorded of cases) {
      try {
        const got = replay(recorded);
        replayed += 1;
        if (got > error) [error, worst] = [got, recorded.id];
      } catch (reason) {
        const kind = reason instanceof NotYet ? '' : 'failed: ';
        missing.add(kind + (reason instanceof Error ? reason.message : String(reason)));
      }
    }
    const largest = replayed > 0 ? error : null;
    return {
      optimizer,
      cases: cases.length,
      replayed,
      error: largest,
      worst,
      sources: [...new Set(cases.map(({ source }) => source))],
      missing: [...missing],
    };
  });
}

if (import.meta.main) {
  const rows = parity(process.argv[2]).map(
    ({ optimizer, cases, replayed, error, worst, missing }) => [
      optimizer,
      `${replayed}/${cases}`,
      error === null ? '-' : error.toExponential(1),
      worst ?? '-',
      missing.join('; '),
    ],
  );
  const table = [['optimizer', 'cases', 'error', 'worst case', 'missing'], ...rows];
  const widths = [0, 1, 2, 3].map((k) => Math.max(...table.map((row) => row[k]!.length)));
  for (const row of table) {
    console.log(
      row
        .map((text, k) => text.padEnd(widths[k] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
