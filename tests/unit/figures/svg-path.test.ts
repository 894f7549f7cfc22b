import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extentOf, makeScale } from '../../../src/figures/scale.ts';
import { envelope, readPath, simplify, writePath } from '../../../src/figures/svg-path.ts';

const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
const polyline = fc
  .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 })
  .map((points) => points.flat());

/** The points of a path with relative coordinates. */
function follow(d: string): number[] {
  const [, x, y, rest = ''] = /^M([-.\d]+),([-.\d]+)(.*)$/.exec(d)!;
  const points = [Number(x), Number(y)];
  const moves = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  if (rest.startsWith('h')) return points;
  for (let i = 0; i < moves.length; i += 2) {
    points.push(points.at(-2)! + moves[i]!, points.at(-1)! + moves[i + 1]!);
  }
  return points;
}

test('a written path leads through the same points to a tenth, without drifting', () => {
  fc.assert(
    fc.property(polyline, (points) => {
      const walked = follow(writePath([{ points, closed: false }]));
      for (const k of [-2, -1]) {
        expect(Math.abs(walked.at(k)! - points.at(k)!)).toBeLessThan(0.0501);
      }
    }),
  );
});

test('simplifying keeps the ends and stays within the tolerance', () => {
  fc.assert(
    fc.property(polyline, fc.double({ min: 0.1, max: 20, noNaN: true }), (points, tolerance) => {
      const kept = simplify(points, tolerance);
      expect(kept.slice(0, 2)).toEqual(points.slice(0, 2));
      expect(kept.slice(-2)).toEqual(points.slice(-2));
      for (let i = 0; i < points.length; i += 2) {
        expect(distanceTo(kept, points[i]!, points[i + 1]!)).toBeLessThanOrEqual(tolerance + 1e-9);
      }
    }),
  );
});

function distanceTo(line: readonly number[], x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x0, y0, x1, y1] = line.slice(i, i + 4) as [number, number, number, number];
    const length = (x1 - x0) ** 2 + (y1 - y0) ** 2;
    const along = length > 0 ? ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length : 0;
    const share = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(x - x0 - share * (x1 - x0), y - y0 - share * (y1 - y0)));
  }
  return least;
}

test('the envelope of a noisy line keeps the least and the greatest value of every column', () => {
  fc.assert(
    fc.property(fc.array(coordinate, { minLength: 1, maxLength: 400 }), (values) => {
      const points = values.flatMap((y, i) => [i / 10, y]);
      const kept = envelope(points, 2);
      expect(kept.length).toBeLessThanOrEqual(2 * 4 * Math.ceil(values.length / 20));
      for (let column = 0; column * 20 < values.length; column++) {
        const part = values.slice(column * 20, (column + 1) * 20);
        const shown: number[] = [];
        for (let i = 0; i < kept.length; i += 2) {
          if (Math.floor(kept[i]! / 2) === column) shown.push(kept[i + 1]!);
        }
        expect(Math.max(...shown)).toBe(Math.max(...part));
        expect(Math.min(...shown)).toBe(Math.min(...part));
      }
    }),
  );
});

test('a line that turns back has no envelope', () => {
  const points = [0, 0, 5, 1, 3, 2, 8, 3];
  expect(envelope(points, 100)).toEqual(points);
});

test('reads what Observable Plot writes', () => {
  expect(readPath('M1,2L3.5,-4L1e-7,5ZM6,7L8,9')).toEqual([
    { points: [1, 2, 3.5, -4, 1e-7, 5], closed: true },
    { points: [6, 7, 8, 9], closed: false },
  ]);
  expect(readPath('')).toEqual([]);
});

const anyNumber = fc.double();

test('an axis is finite and its ticks stand in it, whatever the data', () => {
  fc.assert(
    fc.property(fc.array(anyNumber), fc.boolean(), fc.boolean(), (values, log, round) => {
      const { domain, ticks } = makeScale({ log }, extentOf([values], log), round);
      expect(domain.every(Number.isFinite)).toBe(true);
      expect(domain[0]).toBeLessThan(domain[1]);
      if (log) expect(domain[0]).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(9);
      const edge = log ? domain[0] * 1e-3 : (domain[1] - domain[0]) * 1e-6;
      for (const { value, text } of ticks) {
        expect(value).toBeGreaterThanOrEqual(domain[0] - edge);
        expect(value).toBeLessThanOrEqual(domain[1] + edge);
        expect(text).not.toMatch(/NaN|∞|undefined/);
      }
    }),
  );
});

test.each([
  [{}, [0, 1072], '0 200 400 600 800 1,000 1,200'],
  [{}, [-0.87, 1.01], '−1.0 −0.5 0 0.5 1.0 1.5'],
  [{ log: true }, [3e-9, 2], '10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 10⁰'],
  [{ log: true }, [0.02, 0.7], '0.01 0.03 0.1 0.3 1'],
  [{ log: true }, [0.12, 0.7], '0.1 0.2 0.5 1'],
] as const)('ticks of %j over %j are %s', (axis, extent, texts) => {
  const { ticks } = makeScale(axis, [extent[0], extent[1]], true);
  expect(ticks.map(({ text }) => text).join(' ')).toBe(texts);
});
