import { LIMITS } from '../limits.ts';
import type { Entry, TableSpec } from '../spec.ts';
import type { Text } from '../../text.ts';
import { cap, common, list, record, text, wrong, type Captions } from './check.ts';

export interface TableOptions extends Captions {
  readonly columns: readonly {
    readonly label: Text;
    readonly align?: 'left' | 'right';
    /** Significant digits of numbers, 3 when left out. */
    readonly digits?: number;
  }[];
  readonly rows: readonly (readonly Entry[])[];
}

/**
 * A table of words and numbers.
 *
 * @throws TypeError when a row has more or fewer entries than there are columns.
 */
export function table(options: TableOptions): TableSpec {
  const given = record(options, 'table: options');
  const columns = list(given.columns, 'table: columns').map(column);
  if (columns.length > LIMITS.columns) {
    throw new RangeError(`table: at most ${LIMITS.columns} columns, got ${columns.length}`);
  }
  const [rows, rowsCutFrom] = cap(list(given.rows, 'table: rows'), LIMITS.rows);
  return {
    kind: 'table',
    ...common(options, 'table'),
    columns,
    rows: rows.map((item, k) => {
      const row = list(item, `table: rows[${k}]`);
      if (row.length !== columns.length) {
        throw new TypeError(
          `table: rows[${k}] has ${row.length} entries, there are ${columns.length} columns`,
        );
      }
      return row.map((entry, c) =>
        typeof entry === 'number' ? entry : text(entry, `table: rows[${k}][${c}]`),
      );
    }),
    ...(rowsCutFrom !== undefined && { rowsCutFrom }),
  };
}

function column(item: unknown, k: number): TableSpec['columns'][number] {
  const place = `table: columns[${k}]`;
  const { label, align, digits } = record(item, place);
  if (align !== undefined && align !== 'left' && align !== 'right') {
    throw wrong(`${place}.align`, '"left" or "right"', align);
  }
  if (
    digits !== undefined &&
    !(Number.isInteger(digits) && (digits as number) >= 1 && (digits as number) <= 17)
  ) {
    throw wrong(`${place}.digits`, 'a whole number from 1 to 17', digits);
  }
  return {
    label: text(label, `${place}.label`),
    ...(align !== undefined && { align }),
    ...(digits !== undefined && { digits: digits as number }),
  };
}
