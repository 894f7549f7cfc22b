import { expect, test } from 'vitest';
import {
  bars,
  heatmap,
  histogram,
  lines,
  lossCurve,
  trajectory,
} from '../../../src/figures/constructors.ts';
import { formatNumber, powerOfTen } from '../../../src/figures/format.ts';
import { summaryOf } from '../../../src/figures/summary.ts';
import { bowl, runOf } from './samples.ts';

const halving = Array.from({ length: 41 }, (_, t) => 0.5 ** t);

test('a loss curve says who reached the goal when, who did not, and who diverged', () => {
  const spec = lossCurve(
    {
      Adam: runOf('Adam', halving),
      SGD: runOf('SGD', [1, 0.1, 0.43]),
      Momentum: runOf('Momentum', [1, 10, NaN]),
    },
    { below: 1e-6 },
  );
  // 0.5²⁰ = 9.5e-7 is the first at or under 1e-6.
  expect(summaryOf(spec, 'en')).toBe(
    'Adam reaches 1e−6 at step 20; SGD ends at 0.43 after 2 steps, its lowest being 0.1 at step 1; ' +
      'Momentum diverges at step 2.',
  );
  expect(summaryOf(spec, 'zh')).toBe(
    'Adam 在第 20 步降到 1e−6；SGD 经 2 步后为 0.43，其间最低 0.1（第 1 步）；Momentum 在第 2 步发散。',
  );
});

test('lines say where they go and between what', () => {
  const spec = lines({ series: [{ label: { zh: '动量', en: 'm' }, y: [0, 3, NaN, -1, 1] }] });
  expect(summaryOf(spec, 'en')).toBe('m goes from 0 to 1, between −1 and 3.');
  expect(summaryOf(spec, 'zh')).toBe('“动量”从 0 到 1，在 −1 与 3 之间。');
});

test('a name that is a phrase is quoted, and a constant has no range', () => {
  const label = { zh: 'η = 0.45：来回，但在收敛', en: 'η = 0.45: to and fro, and in' };
  const spec = lines({ series: [{ label, y: [0.9, 0.9 + 1e-15, 0.9 - 1e-15, 0.9] }] });
  expect(summaryOf(spec, 'zh')).toBe('“η = 0.45：来回，但在收敛”始终是 0.9。');
  expect(summaryOf(spec, 'en')).toBe('“η = 0.45: to and fro, and in” stays at 0.9.');
});

test('a trajectory says where each run ended and how far from the minimum', () => {
  const spec = trajectory(bowl, runOf('SGD', [1, 0], { x: [1, 0.3], y: [1, -0.4] }));
  expect(summaryOf(spec, 'en')).toBe(
    'SGD is at (0.3, −0.4) after 1 step, 0.5 from the lowest point.',
  );
});

test('a heat map says where its least and greatest values stand and how many are missing', () => {
  const spec = heatmap({
    x: { label: 'η', values: [0.1, 0.2] },
    y: { label: 'γ', values: [0, 0.9] },
    values: [
      [4, 0.001],
      [Infinity, 7],
    ],
  });
  expect(summaryOf(spec, 'en')).toBe(
    '2 × 2 cells; lowest 0.001 at η = 0.2, γ = 0; highest 7 at η = 0.2, γ = 0.9; 1 without a finite value.',
  );
});

test('bars and histograms name their extremes and totals', () => {
  const sizes = bars({
    bars: [
      { label: 'a', value: 3 },
      { label: 'b', value: 9 },
      { label: 'c', value: NaN },
    ],
  });
  expect(summaryOf(sizes, 'en')).toBe('The greatest is 9 (b); the least 3 (a).');
  expect(summaryOf(histogram({ values: [1, 2, 6, NaN] }), 'en')).toBe(
    'values: 3 of them, mean 3, 1 not in the figure.',
  );
});

test('of many series the first are named and the rest counted', () => {
  const series = Array.from({ length: 20 }, (_, k) => ({ label: `s${k}`, y: [k, k + 1] }));
  const text = summaryOf(lines({ series }), 'en');
  expect(text).toMatch(/s7 goes from 7 to 8; and 12 more\.$/);
});

test.each([
  [0, '0'],
  [-0, '0'],
  [1, '1'],
  [-2.5, '−2.5'],
  [0.1 + 0.2, '0.3'],
  [123456, '123,456'],
  [1234.5678, '1,230'],
  [1e-6, '1e−6'],
  [9.994e-4, '9.99e−4'],
  [1.5e10, '1.5e10'],
  [NaN, 'NaN'],
  [-Infinity, '−∞'],
])('%s is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('powers of ten', () => {
  expect([0, 3, -12].map(powerOfTen)).toEqual(['10⁰', '10³', '10⁻¹²']);
});
