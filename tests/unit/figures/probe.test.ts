import * as Plot from '@observablehq/plot';
import { describe, expect, test } from 'vitest';
import * as figures from '../../../src/figures/constructors.ts';
import { scalesOf, valuesAt, type Plane } from '../../../src/figures/layout/plane.ts';
import { nearest, step, type Probe } from '../../../src/figures/probe/probe.ts';
import { probeOf } from '../../../src/figures/probe/read.ts';
import type { FigureSpec } from '../../../src/figures/spec.ts';
import { bowl, document, draw, runOf, samples } from './samples.ts';

const { bars, heatmap, histogram, images, lines, lossCurve, table, trajectory } = figures;

const probe = (spec: FigureSpec) => probeOf(spec, 640, 'en')!;

/** What is said at the point nearest to a place. */
function said(given: Probe, x: number, y: number) {
  const spot = nearest(given, x, y);
  if (!spot) return null;
  return given.read(spot.group, given.groups[spot.group]!.index[spot.point]!);
}

/** The points of the paths of a drawing, in viewBox units. */
function drawn(figure: Element, selector: string): [number, number][] {
  return [...figure.querySelectorAll(selector)].flatMap((path) => {
    let [x, y] = [0, 0];
    return [...path.getAttribute('d')!.matchAll(/([Ml]?)(-?[\d.]+)[ ,]?(-?[\d.]+)/g)].map(
      ([, letter, dx, dy]): [number, number] => {
        [x, y] = letter === 'M' ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
        return [x, y];
      },
    );
  });
}

describe('values stand where the renderer draws them', () => {
  test.each([false, true])('scales are those of Plot (log: %s)', (log) => {
    const frame = { left: 41, right: 618, top: 30, bottom: 292 };
    const scale = { log, domain: [0.02, 300] as const, ticks: [] };
    const plane: Plane = { height: 340, x: scale, y: scale, frame };
    const plot = Plot.plot({
      document,
      width: 640,
      height: 340,
      marginLeft: 41,
      marginRight: 22,
      marginTop: 30,
      marginBottom: 48,
      x: { type: log ? 'log' : 'linear', domain: [0.02, 300] },
      y: { type: log ? 'log' : 'linear', domain: [0.02, 300] },
    });
    const at = scalesOf(plane);
    for (const value of [0.02, 0.5, 7, 299, 1e5]) {
      expect(at.x(value)).toBeCloseTo(plot.scale('x')!.apply(value), 8);
      expect(at.y(value)).toBeCloseTo(plot.scale('y')!.apply(value), 8);
      const back = valuesAt(plane, at.x(value), at.y(value));
      expect(back[0] / value).toBeCloseTo(1, 9);
      expect(back[1] / value).toBeCloseTo(1, 9);
    }
  });

  test('a domain as wide as numbers go', () => {
    const frame = { left: 0, right: 100, top: 0, bottom: 100 };
    const scale = { log: false, domain: [-1e308, 1e308] as const, ticks: [] };
    expect(scalesOf({ height: 100, x: scale, y: scale, frame }).x(0)).toBeCloseTo(50);
  });

  test.each([
    [
      'lines',
      lines({ series: [{ label: 'a', x: [0, 3, 10], y: [1, 400, -20] }] }),
      '.fig-line path',
    ],
    ['a loss curve', lossCurve(runOf('SGD', [100, 3, 0.02])), '.fig-line path'],
    [
      'a trajectory',
      trajectory(bowl, runOf('SGD', [3, 2, 1], { x: [-1.5, 0.3, 1], y: [0.5, -0.7, 0.1] })),
      '.fig-path path',
    ],
  ])('%s', (_, spec, selector) => {
    const [group] = probe(spec).groups;
    const path = drawn(draw(spec), selector);
    expect(path).toHaveLength(3);
    for (const [k, [x, y]] of path.entries()) {
      expect(Math.abs(group!.x[k]! - x)).toBeLessThan(0.2);
      expect(Math.abs(group!.y[k]! - y)).toBeLessThan(0.2);
    }
  });

  test('bars end where they are said to', () => {
    const spec = bars({
      bars: [
        { label: 'a', value: 3 },
        { label: 'b', value: -1 },
      ],
    });
    const rects = [...draw(spec).querySelectorAll('.fig-bars rect')];
    const number = (rect: Element, name: string) => Number(rect.getAttribute(name));
    const [a, b] = probe(spec).groups;
    expect(a!.x[0]).toBeCloseTo(number(rects[0]!, 'x') + number(rects[0]!, 'width'), 0);
    expect(b!.x[0]).toBeCloseTo(number(rects[1]!, 'x'), 0);
    expect(b!.y[0]).toBeCloseTo(number(rects[1]!, 'y') + number(rects[1]!, 'height') / 2, 0);
  });
});

describe('what is said', () => {
  test('of a line: the nearest of all series', () => {
    const given = probe(
      lines({
        x: { label: 'time', domain: [0, 10] },
        y: { label: 'height', domain: [0, 10] },
        series: [
          { label: 'low', x: [0, 5, 10], y: [1, 1, 1] },
          { label: 'high', x: [0, 5, 10], y: [9, 9.123456, 9] },
        ],
      }),
    );
    const { x, y } = given.groups[1]!;
    expect(said(given, x[1]! + 30, y[1]! + 20)).toMatchObject({
      name: 'high',
      rows: [
        ['time', '5'],
        ['height', '9.123'],
      ],
    });
    expect(said(given, x[1]!, given.groups[0]!.y[1]! - 9)?.name).toBe('low');
    expect(said(given, x[1]!, 5000), 'nothing far below').toBe(null);
  });

  test('of a loss curve that was smoothed: both values', () => {
    const spec = lossCurve(runOf('SGD', [4, 2, 4, 2, 4]), { smooth: 0.5 });
    const rows = probe(spec)
      .read(0, 2)
      .rows.map(([name]) => name);
    expect(rows).toEqual(['step', 'loss (smoothed)', 'loss']);
  });

  test('points that cannot be drawn are not among them', () => {
    const spec = lossCurve(runOf('SGD', [4, -2, 0, NaN, 1, Infinity]));
    expect(probe(spec).groups[0]!.index).toEqual([0, 4]);
  });

  test('of a path: step, loss, rate, what was recorded, place; and nothing away from it', () => {
    const path = { x: [-1.5, 0, 1], y: [0.5, 0, -0.5] };
    const run = {
      ...runOf('Adam', [9, 4, 1], path),
      lr: [0.1, 0.1, 0.05],
      state: { v: [0, 2, 3] },
    };
    const given = probe(trajectory(bowl, run));
    const { x, y } = given.groups[0]!;
    expect(said(given, x[2]! + 5, y[2]! - 5)).toMatchObject({
      name: 'Adam',
      rows: [
        ['step', '2'],
        ['loss', '1'],
        ['learning rate', '0.05'],
        ['v', '3'],
        ['x', '1'],
        ['y', '−0.5'],
      ],
    });
    expect(said(given, x[2]!, y[0]!)).toBe(null);
  });

  test('of bars: the one at this height, wherever along it', () => {
    const given = probe(
      bars({
        y: { label: 'steps' },
        bars: [
          { label: 'a', value: 3, group: 'g' },
          { label: 'b', value: NaN, group: 'g' },
        ],
      }),
    );
    expect(said(given, 5, given.groups[0]!.y[0]!)).toMatchObject({
      name: 'g · a',
      rows: [['steps', '3']],
    });
    expect(said(given, 600, given.groups[1]!.y[0]! + 4)?.rows).toEqual([['steps', 'NaN']]);
  });

  test('of a histogram: the bin, and of several series the nearest', () => {
    const given = probe(
      histogram({
        bins: 2,
        x: { domain: [0, 2] },
        series: [
          { label: 'few', values: [0.5, 1.5] },
          { label: 'many', values: [0.5, 0.5, 0.6, 1.5] },
        ],
      }),
    );
    const many = given.groups[1]!;
    expect(said(given, many.x[0]!, many.y[0]! + 2)).toMatchObject({
      name: 'many',
      rows: [
        ['x', '0 … 1'],
        ['count', '3'],
      ],
    });
    expect(said(given, many.x[0]!, given.groups[0]!.y[0]!)?.name).toBe('few');
  });

  test.each([
    ['upwards where y grows', [1, 2], 0],
    ['from the top where it does not', ['first', 'second'], 1],
  ])('of a heat map: the cell, rows %s', (_, values, below) => {
    const spec = heatmap({
      x: { label: 'η', values: [0.1, 1, 10] },
      y: { label: 'μ', values },
      values: [
        [1, 2, 3],
        [4, 5, NaN],
      ],
      color: { label: 'loss' },
    });
    const given = probe(spec);
    const rect = { left: given.area.left, bottom: given.area.bottom };
    expect(said(given, rect.left + 3, rect.bottom - 3)?.rows).toEqual([
      ['η', '0.1'],
      ['μ', String(values[below])],
      ['loss', below === 0 ? '1' : '4'],
    ]);
    const last = given.groups[1]!;
    expect(last.y[0], 'down is down').toBeGreaterThan(given.groups[0]!.y[0]!);
  });

  test('pixels stand where the picture is drawn, row by row', () => {
    const spec = images({ width: 2, height: 2, images: [{ pixels: [1, 2, 3, 4] }] });
    const [left, top, size] = draw(spec)
      .querySelector('.fig-edges')!
      .getAttribute('d')!
      .match(/[\d.]+/g)!
      .map(Number) as [number, number, number];
    const { x, y } = probe(spec).groups[0]!;
    const quarter = size / 4;
    for (const [i, [across, down]] of [
      [1, 1],
      [3, 1],
      [1, 3],
      [3, 3],
    ].entries()) {
      expect(x[i]).toBeCloseTo(left + across! * quarter, 0);
      expect(y[i]).toBeCloseTo(top + down! * quarter, 0);
    }
  });

  test('of images: the pixel, and nothing between two pictures', () => {
    const given = probe(
      images({
        width: 2,
        height: 2,
        images: [{ label: 'one', pixels: [1, 2, 3, 4] }, { pixels: [5, 6, 7, 8] }],
      }),
    );
    const { x, y } = given.groups[0]!;
    expect(said(given, x[3]!, y[3]!)).toMatchObject({
      name: 'one',
      rows: [
        ['row', '2'],
        ['column', '2'],
        ['value', '4'],
      ],
    });
    expect(said(given, given.groups[1]!.x[0]!, y[0]!)).toMatchObject({ name: 'image 2' });
  });

  test('of a table nothing: it is words already', () => {
    expect(probeOf(table({ columns: [{ label: 'a' }], rows: [[1]] }), 640, 'zh')).toBe(null);
  });

  test('every kind has something to say in both languages, hostile text as text', () => {
    const specs = samples(() => ({ zh: '<b>中', en: '<b>en' })).filter(
      ({ kind }) => kind !== 'table',
    );
    for (const [language, name] of [
      ['zh', '<b>中'],
      ['en', '<b>en'],
    ] as const) {
      for (const spec of specs) {
        const given = probeOf(spec, 640, language)!;
        const points = given.groups.flatMap(({ index }, group) =>
          index.map((i) => JSON.stringify(given.read(group, i))),
        );
        expect(points.length, spec.kind).toBeGreaterThan(0);
        if (!['trajectory', 'lossCurve'].includes(spec.kind)) expect(points[0]).toContain(name);
      }
    }
  });
});

describe('the arrow keys', () => {
  const given = probe(
    lines({
      series: [
        { label: 'a', x: [0, 1, 2, 3], y: [1, 2, 3, 4] },
        { label: 'b', x: [0, 3], y: [0, 0] },
        { label: 'nothing', x: [], y: [] },
      ],
    }),
  );

  test.each([
    ['ArrowRight', [0, 1], [0, 2]],
    ['ArrowRight', [0, 3], [0, 3]],
    ['ArrowLeft', [0, 0], [0, 0]],
    ['Home', [0, 2], [0, 0]],
    ['End', [0, 0], [0, 3]],
    ['PageDown', [0, 0], [0, 1]],
    ['ArrowDown', [0, 2], [1, 1]],
    ['ArrowUp', [0, 0], [1, 0]],
    ['ArrowDown', [1, 1], [0, 3]],
  ])('%s leads from %j to %j', (key, [group, point], [toGroup, toPoint]) => {
    expect(step(given, { group: group!, point: point! }, key)).toEqual({
      group: toGroup,
      point: toPoint,
    });
  });

  test('other keys belong to the page', () => {
    for (const key of ['Tab', 'Enter', ' ', 'a']) {
      expect(step(given, { group: 0, point: 0 }, key)).toBe(null);
    }
  });

  test('left and right walk bars, of which each is alone', () => {
    const three = probe(bars({ bars: ['a', 'b', 'c'].map((label) => ({ label, value: 1 })) }));
    expect(step(three, { group: 0, point: 0 }, 'ArrowRight')).toEqual({ group: 1, point: 0 });
    expect(step(three, { group: 0, point: 0 }, 'ArrowLeft')).toEqual({ group: 2, point: 0 });
  });
});
