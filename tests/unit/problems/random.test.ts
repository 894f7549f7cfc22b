import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Random } from '../../../src/problems/index.ts';

const draw = (random: Random, count = 5) => Array.from({ length: count }, () => random.uniform());
const integers = fc.maxSafeInteger();

test('the same seed and stream give the same numbers, and restart begins them again', () => {
  fc.assert(
    fc.property(integers, integers, (seed, stream) => {
      const random = new Random(seed, stream);
      const first = draw(random);
      random.normal();
      expect(draw(new Random(seed, stream))).toEqual(first);
      expect(draw(random.restart(seed, stream))).toEqual(first);
    }),
  );
});

test('another seed or another stream gives other numbers', () => {
  fc.assert(
    fc.property(integers, integers, integers, (a, b, c) => {
      fc.pre(a !== b);
      expect(draw(new Random(a, c))).not.toEqual(draw(new Random(b, c)));
      expect(draw(new Random(c, a))).not.toEqual(draw(new Random(c, b)));
    }),
  );
});

test('integers that share their lower 32 bits are different seeds', () => {
  const seeds = [1, 2 ** 32 + 1, 2 ** 33 + 1, 1 - 2 ** 32];
  expect(new Set(seeds.map((seed) => String(draw(new Random(seed))))).size).toBe(4);
  expect(new Set(seeds.map((seed) => String(draw(new Random(0, seed))))).size).toBe(4);
});

test('the sequence is pinned: figures of the book depend on it', () => {
  const random = new Random(1);
  expect([random.uniform(), random.normal(), random.integer(1000)]).toMatchInlineSnapshot(`
    [
      0.7887684721623214,
      -0.5842335409968049,
      761,
    ]
  `);
});

test('restart forgets the second half of a pair of normal numbers', () => {
  const random = new Random(5);
  const first = random.normal();
  expect(random.restart(5).normal()).toBe(first);
});

test('uniform numbers fill their interval evenly', () => {
  const random = new Random(7);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(random.uniform(-1, 1) * 5 + 5)]! += 1;
  // A bin holds 10,000 ± 95 (one standard deviation).
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('normal numbers have the mean, variance and kurtosis of the normal distribution', () => {
  const random = new Random(11);
  const sample = Array.from({ length: 100_000 }, () => (random.normal(3, 2) - 3) / 2);
  const moment = (power: number) =>
    sample.reduce((sum, value) => sum + value ** power, 0) / sample.length;
  expect(moment(1)).toBeCloseTo(0, 1);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
});

test('neighbouring streams are not correlated', () => {
  const n = 20_000;
  let sum = 0;
  for (let step = 0; step < n; step++) {
    sum += new Random(1, step).normal() * new Random(1, step + 1).normal();
  }
  expect(Math.abs(sum / n)).toBeLessThan(4 / Math.sqrt(n));
});

test('integers stay below their bound and reach all values', () => {
  const random = new Random(3);
  const seen = new Set(Array.from({ length: 300 }, () => random.integer(6)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a shuffle keeps the items, and each lands anywhere equally often', () => {
  fc.assert(
    fc.property(integers, fc.array(fc.integer()), (seed, items) => {
      const shuffled = new Random(seed).shuffle([...items]);
      expect(shuffled.toSorted()).toEqual(items.toSorted());
    }),
  );
  const counts = [0, 0, 0, 0];
  for (let seed = 0; seed < 8000; seed++) {
    counts[new Random(seed).shuffle(Int32Array.of(0, 1, 2, 3)).indexOf(0)]! += 1;
  }
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(160);
});

test.each([NaN, Infinity, 0.5, 2 ** 53])('a seed or stream of %s is refused by name', (bad) => {
  expect(() => new Random(bad)).toThrow(new RangeError(`seed: must be an integer, got ${bad}`));
  expect(() => new Random(1, bad)).toThrow(/^stream: must be an integer/);
});

test.each([0, -1, 1.5, NaN])('an integer below %s is refused', (bad) => {
  expect(() => new Random(1).integer(bad)).toThrow(RangeError);
});
