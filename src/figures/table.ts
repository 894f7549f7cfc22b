import type { Language, Text } from '../text.ts';
import { plain } from './plain.ts';
import type { FigureSpec, HeatmapSpec, Series, TrajectorySpec } from './spec.ts';
import { recordedAt, recordedNames } from './state.ts';
import { word } from './words.ts';

/** A figure's data as a table: what stands behind the Data button and in the CSV file. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The data of any figure, with the names of its columns in the reader's language. */
export function dataTable(spec: FigureSpec, language: Language): DataTable {
  const named = (text: Text | undefined, otherwise: string) =>
    text === undefined ? otherwise : plain(text, language);
  const series = word('series', language);
  const value = word('value', language);
  switch (spec.kind) {
    case 'lossCurve':
    case 'lines':
    case 'scatter':
      return ofSeries(
        spec.series.flatMap((item) => withRaw(item, language)),
        [series, named(spec.x.label, 'x'), named(spec.y.label, 'y')],
      );
    case 'trajectory':
      return ofPaths(spec, language);
    case 'heatmap':
      return ofGrid(spec, language);
    case 'bars': {
      const grouped = spec.bars.some(({ group }) => group !== undefined);
      return {
        columns: [
          ...(grouped ? [series] : []),
          named(spec.x.label, word('name', language)),
          named(spec.y.label, value),
        ],
        rows: spec.bars.map((bar) => [
          ...(grouped ? [named(bar.group, '')] : []),
          plain(bar.label, language),
          bar.value,
        ]),
      };
    }
    case 'histogram':
      return {
        columns: [
          word('from', language),
          word('to', language),
          ...spec.series.map(({ label }) => plain(label, language)),
        ],
        rows: spec.edges
          .slice(1)
          .map((to, k) => [spec.edges[k]!, to, ...spec.series.map(({ counts }) => counts[k]!)]),
      };
    case 'images':
      return {
        columns: [word('image', language), word('row', language), word('column', language), value],
        rows: spec.images.flatMap(({ label, pixels }, k) =>
          pixels.map((pixel, i) => [
            named(label, String(k + 1)),
            Math.floor(i / spec.width) + 1,
            (i % spec.width) + 1,
            pixel,
          ]),
        ),
      };
    case 'table':
      return {
        columns: spec.columns.map(({ label }) => plain(label, language)),
        rows: spec.rows.map((row) =>
          row.map((entry) => (typeof entry === 'number' ? entry : plain(entry, language))),
        ),
      };
  }
}

/** One row for each point of each path; what only some runs recorded stays empty for the others. */
function ofPaths({ runs, x: across, y: up }: TrajectorySpec, language: Language): DataTable {
  const named = (text: Text | undefined, otherwise: string) =>
    text === undefined ? otherwise : plain(text, language);
  const names = recordedNames(runs, language);
  return {
    columns: [
      word('series', language),
      word('step', language),
      named(across.label, 'x'),
      named(up.label, 'y'),
      ...names,
    ],
    rows: runs.flatMap((run) =>
      run.x.map((x, i) => {
        const state = new Map(recordedAt(run, i, language));
        return [
          plain(run.label, language),
          run.step?.[i] ?? i,
          x,
          run.y[i]!,
          ...names.map((name) => state.get(name) ?? ''),
        ];
      }),
    ),
  };
}

interface Column {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

function withRaw({ label, x, y, raw }: Series, language: Language): Column[] {
  const name = plain(label, language);
  if (!raw) return [{ name, x, y }];
  return [
    { name: `${name} (${word('smoothed', language)})`, x, y },
    { name, x, y: raw },
  ];
}

/** One column for each series when they share their x, else one row for each point. */
function ofSeries(
  columns: readonly Column[],
  [series, x, y]: readonly [string, string, string],
): DataTable {
  const first = columns[0]?.x ?? [];
  const shared = columns.every(
    (column) =>
      column.x === first ||
      (column.x.length === first.length && column.x.every((value, i) => value === first[i])),
  );
  if (shared) {
    return {
      columns: [x, ...columns.map(({ name }) => name)],
      rows: first.map((at, i) => [at, ...columns.map((column) => column.y[i]!)]),
    };
  }
  return {
    columns: [series, x, y],
    rows: columns.flatMap((column) => column.x.map((at, i) => [column.name, at, column.y[i]!])),
  };
}

function ofGrid({ x, y, values }: HeatmapSpec, language: Language): DataTable {
  const shown = (value: number | Text) =>
    typeof value === 'number' ? value : plain(value, language);
  const name = (label: Text | undefined, otherwise: string) =>
    label === undefined ? otherwise : plain(label, language);
  return {
    columns: [
      `${name(y.label, 'y')} \\ ${name(x.label, 'x')}`,
      ...x.values.map((value) => String(shown(value))),
    ],
    rows: values.map((row, k) => [shown(y.values[k]!), ...row]),
  };
}

/**
 * The data as CSV (RFC 4180), numbers in full. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it: labels may come from a cell that someone else wrote.
 */
export function csv(spec: FigureSpec, language: Language): string {
  const { columns, rows } = dataTable(spec, language);
  return [columns, ...rows].map((row) => row.map(field).join(',') + '\r\n').join('');
}

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
