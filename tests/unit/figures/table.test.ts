import { expect, test } from 'vitest';
import { heatmap, lines, lossCurve, table, trajectory } from '../../../src/figures/constructors.ts';
import { csv, dataTable } from '../../../src/figures/table.ts';
import { bowl, runOf, samples } from './samples.ts';

test('series with one x stand side by side, others below each other', () => {
  const shared = lossCurve({ a: runOf('SGD', [3, 2]), b: runOf('Adam', [3, 1]) });
  expect(dataTable(shared, 'zh')).toEqual({
    columns: ['步数', 'a', 'b'],
    rows: [
      [0, 3, 3],
      [1, 2, 1],
    ],
  });
  const different = lossCurve({ a: runOf('SGD', [3, 2]), b: runOf('Adam', [3]) });
  expect(dataTable(different, 'en')).toEqual({
    columns: ['series', 'step', 'loss'],
    rows: [
      ['a', 0, 3],
      ['a', 1, 2],
      ['b', 0, 3],
    ],
  });
});

test('paths and grids', () => {
  const run = { ...runOf('SGD', [1, 0], { x: [1, 0], y: [2, 3] }), steps: 5, every: 5 };
  const other = { ...runOf('Adam', [3], { x: [2], y: [2] }), lr: [0.1] };
  expect(dataTable(trajectory(bowl, { a: run, b: other }), 'en')).toEqual({
    columns: ['series', 'step', 'x', 'y', 'loss', 'learning rate'],
    rows: [
      ['a', 0, 1, 2, 1, ''],
      ['a', 5, 0, 3, 0, ''],
      ['b', 0, 2, 2, 3, 0.1],
    ],
  });
  const grid = heatmap({
    x: { label: 'η', values: [1, 2] },
    y: { values: ['a'] },
    values: [[5, 6]],
  });
  expect(dataTable(grid, 'en')).toEqual({ columns: ['y \\ η', '1', '2'], rows: [['a', 5, 6]] });
});

test.each(samples().map((spec) => [spec.kind, spec] as const))(
  '%s: rows fit the columns',
  (_kind, spec) => {
    const { columns, rows } = dataTable(spec, 'en');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(csv(spec, 'en').split('\r\n')).toHaveLength(rows.length + 2);
  },
);

test('CSV keeps numbers in full and quotes what needs quotes', () => {
  const spec = table({
    columns: [{ label: 'a,b' }, { label: 'say "x"' }],
    rows: [
      ['plain', 0.1 + 0.2],
      ['two\nlines', -1e-300],
      [{ zh: '中', en: 'en' }, NaN],
    ],
  });
  expect(csv(spec, 'zh')).toBe(
    '"a,b","say ""x"""\r\nplain,0.30000000000000004\r\ntwo lines,-1e-300\r\n中,NaN\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '=cmd|"/c calc"!A1'])(
  'a spreadsheet does not take the label %s for a formula',
  (label) => {
    const text = csv(lines({ series: [{ label, y: [-1] }] }), 'en');
    expect(text).toMatch(/^x,"?'/);
    expect(text).toMatch(/\r\n0,-1\r\n$/);
  },
);
