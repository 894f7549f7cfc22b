import { describe, expect, test } from 'vitest';
import { lines } from '../../../src/figures/constructors.ts';
import { decode, encode } from '../../../src/figures/encode.ts';
import { LIMITS } from '../../../src/figures/limits.ts';
import { parseSpec } from '../../../src/figures/schema.ts';
import { samples } from './samples.ts';

const good = lines({ series: [{ label: 'a', y: [1, NaN, Infinity] }] });
const [series] = good.series;
const long = (count: number) => Array.from({ length: count }, () => 0);

describe('a spec of the wrong shape is refused with one sentence in each language', () => {
  const wrong: Record<string, unknown> = {
    nothing: undefined,
    null: null,
    'an array': [],
    'a text': 'lines',
    'an unknown kind': { ...good, kind: 'pie' },
    'no series': { kind: 'lines', x: {}, y: {} },
    'a number for a label': { ...good, series: [{ ...series, label: 5 }] },
    'one language only': { ...good, title: { zh: '图' } },
    'a text for points': { ...good, series: [{ ...series, y: 'abc' }] },
    'a text among the points': { ...good, series: [{ ...series, y: [1, '2', 3] }] },
    'holes among the points': {
      ...good,
      series: [{ ...series, y: Object.assign([], { length: 3 }) }],
    },
    'x and y of different lengths': { ...good, series: [{ ...series, x: [1] }] },
    'too many points': { ...good, series: [{ ...series, x: long(1e6), y: long(1e6) }] },
    'too many series': { ...good, series: Array.from({ length: 10_000 }, () => series) },
    'too many points together': {
      ...good,
      series: Array.from({ length: LIMITS.series }, () => ({
        ...series,
        x: long(4000),
        y: long(4000),
      })),
    },
    'a long title': { ...good, title: 'x'.repeat(1e6) },
    'a domain from high to low': { ...good, x: { domain: [2, 1] } },
    'a domain without end': { ...good, x: { domain: [0, Infinity] } },
    'a logarithmic domain from zero': { ...good, y: { log: true, domain: [0, 1] } },
    'an image with too few pixels': {
      kind: 'images',
      width: 3,
      height: 3,
      columns: 1,
      signed: false,
      max: 1,
      images: [{ pixels: [1] }],
    },
    'an enormous image': {
      kind: 'images',
      width: 1e9,
      height: 1e9,
      columns: 1,
      signed: false,
      max: 1,
      images: [],
    },
    'a heat map that does not fit its axes': {
      kind: 'heatmap',
      x: { values: [1, 2] },
      y: { values: [1] },
      values: [[1]],
      color: {},
    },
    'a table with a row too long': { kind: 'table', columns: [{ label: 'a' }], rows: [[1, 2]] },
    'histogram edges that are not finite': {
      kind: 'histogram',
      x: {},
      edges: [0, NaN],
      series: [],
    },
  };
  for (const [name, spec] of Object.entries(wrong)) {
    test(name, () => {
      const result = parseSpec(spec);
      expect(result).toEqual({
        ok: false,
        message: {
          zh: expect.stringMatching(/^这张图的数据有误：.{2,120}。$/),
          en: expect.stringMatching(/^This figure's data is wrong: .{2,160}\.$/),
        },
      });
    });
  }

  test('the sentence says where', () => {
    const result = parseSpec({ ...good, series: [{ ...series, y: [1, '2', 3] }] });
    expect(result).toMatchObject({
      message: { en: "This figure's data is wrong: “series.0.y” must be a list of numbers." },
    });
  });
});

test.each(samples().map((spec) => [spec.kind, spec] as const))(
  '%s: losing any one of its required fields is noticed',
  (_kind, spec) => {
    const optional = ['key', 'title', 'caption', 'rules', 'bands', 'mark', 'below'];
    for (const field of Object.keys(spec).filter((name) => !optional.includes(name))) {
      const { [field]: _gone, ...rest } = spec as unknown as Record<string, unknown>;
      expect(parseSpec(rest).ok, field).toBe(false);
    }
  },
);

test('fields that the schema does not know are dropped', () => {
  const result = parseSpec({ ...good, onclick: 'x', x: { html: '<b>' } });
  expect(result).toEqual({ ok: true, spec: good });
});

test('JSON keeps numbers that JSON does not know', () => {
  const values = [NaN, Infinity, -Infinity, -0, 0, 5e-324, 'NaN', null];
  const back = decode(encode({ values })) as { values: unknown[] };
  expect(back.values).toHaveLength(values.length);
  for (const [k, value] of values.entries()) expect(back.values[k]).toBe(value);
});
