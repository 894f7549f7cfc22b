import { describe, expect, test } from 'vitest';
import * as figures from '../../../src/figures/constructors.ts';
import { LIMITS } from '../../../src/figures/limits.ts';
import { parseSpec } from '../../../src/figures/schema.ts';
import { thin } from '../../../src/figures/thin.ts';
import { bowl, runOf } from './samples.ts';

const { bars, heatmap, histogram, images, lines, lossCurve, scatter, table, trajectory } = figures;

test('cells find the nine kinds and nothing else', () => {
  expect(Object.keys(figures).sort()).toEqual([
    'bars',
    'heatmap',
    'histogram',
    'images',
    'lines',
    'lossCurve',
    'scatter',
    'table',
    'trajectory',
  ]);
});

describe('thinning', () => {
  const wave = Float64Array.from({ length: 1_000_000 }, (_, i) => Math.sin(i / 1000));
  wave[123_457] = 50;
  wave[765_431] = -50;
  wave[500_003] = NaN;

  test('keeps every bucket’s least and greatest value, both ends, and where values stop being finite', () => {
    const kept = thin([wave], 2000)!;
    for (const index of [0, 123_457, 500_003, 765_431, 999_999]) expect(kept).toContain(index);
    for (let bucket = 0; bucket < 1000; bucket++) {
      const part = wave.subarray(bucket * 1000, (bucket + 1) * 1000).filter(Number.isFinite);
      const inside = kept
        .filter((index) => Math.floor(index / 1000) === bucket)
        .map((index) => wave[index]);
      expect(inside).toContain(Math.max(...part));
      expect(inside).toContain(Math.min(...part));
    }
    expect(kept.length).toBeLessThanOrEqual(LIMITS.pointsChecked);
    expect(kept.every((index, k) => k === 0 || index > kept[k - 1]!)).toBe(true);
  });

  test('leaves short series alone', () => {
    expect(thin([wave.subarray(0, 2000)], 2000)).toBe(null);
  });

  test('says how many points there were', () => {
    const [series] = lines({ series: [{ label: 'wave', y: wave }] }).series;
    expect(series!.thinnedFrom).toBe(1_000_000);
    expect(Math.max(...series!.y.filter(Number.isFinite))).toBe(50);
    expect(series!.x[series!.y.indexOf(50)]).toBe(123_457);
  });

  test('shares the points among many series, and cuts the rest of the series', () => {
    const y = wave.subarray(0, 10_000);
    const spec = lines({ series: Array.from({ length: 10_000 }, () => ({ label: 'a', y })) });
    expect(spec.series).toHaveLength(LIMITS.series);
    expect(spec.seriesCutFrom).toBe(10_000);
    const total = spec.series.reduce((sum, { y: kept }) => sum + kept.length, 0);
    expect(total).toBeLessThanOrEqual(LIMITS.pointsOfFigureChecked);
  });
});

describe('lossCurve', () => {
  test('several runs go by their names, or by the labels given for these names', () => {
    const runs = { mean: runOf('SGD', [2, 1]), sum: runOf('SGD', [2, 3]) };
    const sum = { zh: '求和', en: 'sum' };
    expect(lossCurve(runs, { labels: { sum } }).series.map(({ label }) => label)).toEqual([
      'mean',
      sum,
    ]);
    expect(() => lossCurve(runs, { labels: { sums: sum } })).toThrow(
      /labels\.sums must be the name of a run/,
    );
  });

  test('knows when a loss was reached, exactly, although the series is thinned', () => {
    const losses = Array.from({ length: 100_001 }, (_, t) => 1 / (1 + t));
    const [series] = lossCurve(runOf('Adam', losses), { below: 1e-3 }).series;
    expect(series).toMatchObject({
      reachedAt: 999,
      last: 1 / 100_001,
      bestAt: 100_000,
      steps: 100_000,
    });
  });

  test('reads records made every few steps', () => {
    const run = { ...runOf('SGD', [4, 2, 1, 0.5]), steps: 25, every: 10 };
    expect(lossCurve(run).series[0]!.x).toEqual([0, 10, 20, 25]);
  });

  test('smooths without a bias towards zero, and keeps the raw losses', () => {
    const [series] = lossCurve(runOf('SGD', [4, 4, 4, 8]), { smooth: 0.9 }).series;
    expect(series!.y.slice(0, 3)).toEqual([4, 4, 4].map((value) => expect.closeTo(value, 12)));
    // (0.1 · 8 + 0.9 · 0.1 · 4 + …) / (1 − 0.9⁴)
    expect(series!.y[3]).toBeCloseTo((0.8 + 0.36 + 0.324 + 0.2916) / (1 - 0.9 ** 4), 12);
    expect(series!.raw).toEqual([4, 4, 4, 8]);
  });

  test('takes the optimizer’s colour from the run and the name from the cell', () => {
    const { series } = lossCurve({ 'η = 0.1': runOf('SGD', [1, 0]) });
    expect(series[0]).toMatchObject({ label: 'η = 0.1', optimizer: 'SGD' });
  });
});

describe('trajectory', () => {
  test('samples the surface from its lower left corner, both ends included', () => {
    const { surface } = trajectory(bowl, runOf('SGD', [1], { x: [0], y: [0] }));
    const { columns, rows, heights, floor } = surface;
    expect(heights).toHaveLength(columns * rows);
    expect(floor).toBe(0);
    // (2² + 10 · 1²) / 2 in all corners, 10 · 1² / 2 in the middle of the lowest row.
    for (const corner of [0, columns - 1, columns * (rows - 1), columns * rows - 1]) {
      expect(heights[corner]).toBe(7);
    }
    expect(heights[(columns - 1) / 2]).toBe(5);
  });

  test('spaces levels by equal ratios where the surface says so', () => {
    const steep = { ...bowl, surface: { ...bowl.surface!, log: true } };
    const { levels } = trajectory(steep, runOf('SGD', [1], { x: [0], y: [0] })).surface;
    const ratios = levels.slice(1).map((level, k) => level / levels[k]!);
    expect(Math.min(...ratios)).toBeGreaterThan(1.2);
    expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.02);
  });

  test('does not move the problem’s own start', () => {
    const own = bowl.start();
    trajectory({ ...bowl, start: () => bowl.start() }, runOf('SGD', [1], { x: [0], y: [0] }));
    expect([...own[0]!.data]).toEqual([-1.5, 0.5]);
  });
});

test('histogram counts each finite value once, edges with the bin to their right', () => {
  const { edges, series } = histogram({ values: [0, 1, 1, 2, 3, 4, NaN, Infinity], bins: 4 });
  expect(edges).toEqual([0, 1, 2, 3, 4]);
  expect(series[0]).toMatchObject({ counts: [1, 2, 1, 2], total: 6, left: 2, mean: 11 / 6 });
});

test('histogram: rounding does not move a value across its edge', () => {
  // 0.3 / 0.1 is 2.9999999999999996.
  const { edges, series } = histogram({ values: [0, 0.3, 1], bins: 10 });
  expect(edges[3]).toBe(0.3);
  expect(series[0]!.counts).toEqual([1, 0, 0, 1, 0, 0, 0, 0, 0, 1]);
});

test('scatter keeps every n-th of very many points', () => {
  const x = Float64Array.from({ length: 10_000 }, (_, i) => i);
  const [series] = scatter({ series: [{ label: 'a', x, y: x }] }).series;
  expect(series!.x.length).toBeLessThanOrEqual(LIMITS.scatterPoints);
  expect(series!.x.slice(0, 3)).toEqual([0, 7, 14]);
  expect(series!.thinnedFrom).toBe(10_000);
});

describe('wrong options are refused with the place and what was expected', () => {
  const wrong: [() => unknown, RegExp][] = [
    [() => lines({} as never), /lines: series must be an array, got undefined/],
    [
      () => lines({ series: [{ label: 'a', y: '12' as never }] }),
      /series\[0\]\.y must be an array of numbers, got "12"/,
    ],
    [
      () => lines({ series: [{ label: 'a', y: [1, '2'] as never }] }),
      /series\[0\]\.y\[1\] must be a number, got "2"/,
    ],
    [() => lines({ series: [{ label: 'a', x: [1], y: [1, 2] }] }), /x has 1 values and y has 2/],
    [
      () => lines({ series: [{ label: 5 as never, y: [1] }] }),
      /label must be a string or \{ zh, en \}, got 5/,
    ],
    [() => lines({ series: [], x: { domain: [2, 1] } }), /x\.domain must be two finite numbers/],
    [
      () => lines({ series: [], y: { log: true, domain: [0, 1] } }),
      /positive on a logarithmic axis/,
    ],
    [() => lines({ series: [], rules: [{ label: 'a' }] }), /rules\[0\] needs either x or y/],
    [
      () => lines({ series: [{ label: 'a', y: [1], quantity: 'speed' as never }] }),
      /quantity must be one of gradient/,
    ],
    [
      () => lossCurve([1, 2] as never),
      /lossCurve: runs must be a run or an object of runs, got an array/,
    ],
    [
      () => lossCurve({ a: { losses: 3 } } as never),
      /runs\.a must be a run, as minimize\(\) returns/,
    ],
    [() => lossCurve(runOf('SGD', [1]), { smooth: 1 }), /smooth must be in \[0, 1\), got 1/],
    [
      () => trajectory({ ...bowl, surface: undefined } as never, runOf('SGD', [1])),
      /one with a surface/,
    ],
    [() => trajectory(bowl, runOf('SGD', [1])), /the run "SGD" has no path/],
    [
      () => heatmap({ x: { values: [1, 2] }, y: { values: [1] }, values: [[1]] }),
      /values\[0\] has 1 cells, x has 2/,
    ],
    [
      () => heatmap({ x: { values: [1] }, y: { values: [1, 2] }, values: [[1]] }),
      /1 rows of values, y has 2/,
    ],
    [
      () => bars({ bars: [{ label: 'a', value: '3' as never }] }),
      /bars\[0\]\.value must be a number, got "3"/,
    ],
    [() => histogram({}), /histogram: values must be an array of numbers/],
    [() => histogram({ values: [1], bins: 0 }), /bins must be a whole number from 1 to 200, got 0/],
    [
      () => images({ width: 2, height: 2, images: [{ pixels: [1] }] }),
      /has 1 pixels, 2 × 2 needed/,
    ],
    [
      () => table({ columns: [{ label: 'a' }], rows: [[1, 2]] }),
      /rows\[0\] has 2 entries, there are 1 columns/,
    ],
  ];
  test.each(wrong.map(([make, message]) => [message.source, make, message] as const))(
    '%s',
    (_name, make, message) => {
      expect(make).toThrow(message);
    },
  );
});

test('a very long text is cut', () => {
  const { title } = table({ title: 'x'.repeat(1e6), columns: [], rows: [] });
  expect(title).toHaveLength(LIMITS.label);
});

describe('what stands beside the points of a trajectory', () => {
  const steps = Array.from({ length: 11 }, (_, t) => t);
  const path = { x: steps.map((t) => t / 10), y: steps.map((t) => -t / 10) };
  const run = {
    ...runOf(
      'Adam',
      steps.map((t) => 1 / (t + 3)),
      path,
    ),
  };

  test('loss and recorded quantities to six digits, a steady rate as one number', () => {
    const v = steps.map((t) => t / 7);
    const spec = trajectory(bowl, { ...run, lr: steps.map(() => 0.1), state: { v } });
    expect(spec.runs[0]).toMatchObject({
      loss: steps.map((t) => Number((1 / (t + 3)).toPrecision(6))),
      lr: 0.1,
      state: [{ name: 'v', values: v.map((value) => Number(value.toPrecision(6))) }],
    });
  });

  test('a rate that changes is a list', () => {
    const lr = steps.map((t) => 0.5 / (t + 1));
    expect(trajectory(bowl, { ...run, lr }).runs[0]!.lr).toHaveLength(11);
  });

  test('points that are thinned keep what stands beside them', () => {
    const long = Array.from({ length: 5000 }, (_, t) => t);
    const spec = trajectory(
      bowl,
      runOf(
        'SGD',
        long.map((t) => t + 1),
        { x: long.map(Math.sin), y: long.map(Math.cos) },
      ),
    ).runs[0]!;
    expect(spec.loss).toHaveLength(spec.x.length);
    expect(spec.loss).toEqual(spec.step!.map((t) => t + 1));
  });

  test('quantities that were not recorded at every point are left out', () => {
    const spec = trajectory(bowl, { ...run, lr: [0.1], state: { v: [1, 2] } }).runs[0]!;
    expect(spec).not.toHaveProperty('lr');
    expect(spec).not.toHaveProperty('state');
  });

  test('the schema refuses lists of other lengths', () => {
    const spec = trajectory(bowl, { ...run, lr: steps.map(() => 0.1), state: { v: steps } });
    expect(parseSpec(spec).ok).toBe(true);
    for (const wrong of [{ loss: [1] }, { lr: [1, 2] }, { state: [{ name: 'v', values: [1] }] }]) {
      expect(parseSpec({ ...spec, runs: [{ ...spec.runs[0], ...wrong }] }).ok).toBe(false);
    }
  });
});
