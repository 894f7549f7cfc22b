import { expect, test } from 'vitest';
import { TimeLeft } from '../../../src/notebook/page/time-left.ts';

/** What is said every 200 ms while the share of work done at a time (ms) is as given. */
function said(shareAt: (ms: number) => number | undefined, until: number): (number | undefined)[] {
  const left = new TimeLeft();
  return Array.from({ length: until / 200 }, (_, tick) => {
    const share = shareAt(200 * tick);
    return left.at(
      5e6 + 200 * tick,
      share === undefined ? undefined : { done: 40 * share, total: 40 },
    );
  });
}

const at = (values: readonly (number | undefined)[], ms: number) => values[ms / 200];
const rises = (values: readonly (number | undefined)[]) =>
  values.filter((value, k) => (value ?? 0) > (values[k - 1] ?? Infinity)).length;

test('says nothing in the first second, nor without progress', () => {
  const values = said((ms) => ms / 10_000, 10_000);
  expect(values.slice(0, 5)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(said(() => undefined, 5000).every((value) => value === undefined)).toBe(true);
});

test('a steady pace gives the true time, which only falls', () => {
  const values = said((ms) => ms / 10_000, 10_000);
  expect(at(values, 1000)).toBe(9);
  expect(at(values, 5000)).toBe(5);
  expect(at(values, 9600)).toBe(1);
  expect(rises(values)).toBe(0);
});

test('the time before the first progress does not count', () => {
  const values = said((ms) => (ms < 4000 ? undefined : (ms - 4000) / 10_000), 14_000);
  expect(at(values, 4800)).toBeUndefined();
  expect(at(values, 9000)).toBe(5);
});

test('an uneven pace and news in lumps do not make it jump', () => {
  const uneven = said((ms) => (ms + 300 * Math.sin(ms / 700)) / 10_000, 9000);
  expect(rises(uneven)).toBe(0);
  expect(Math.abs(at(uneven, 5000)! - 5)).toBeLessThanOrEqual(1);
  const lumps = said((ms) => Math.floor(ms / 1250) / 8, 10_000);
  expect(rises(lumps)).toBe(0);
  expect(Math.abs(at(lumps, 6000)! - 4)).toBeLessThanOrEqual(2);
});

test('says nothing when little is done, or when its time is past', () => {
  expect(
    at(
      said((ms) => ms / 1e6, 20_000),
      19_000,
    ),
  ).toBeUndefined();
  const stuck = said((ms) => Math.min(0.5, ms / 10_000), 20_000);
  expect(at(stuck, 6000)).toBe(4);
  expect(at(stuck, 15_000)).toBeUndefined();
});

test('a second loop is timed by itself', () => {
  const values = said((ms) => (ms < 5000 ? ms / 5000 : (ms - 5000) / 20_000), 24_000);
  expect(at(values, 5600)).toBeUndefined();
  expect(at(values, 9000)).toBe(16);
});

test('long times are told in rounder numbers', () => {
  expect(
    at(
      said((ms) => ms / 100_000, 100_000),
      10_000,
    ),
  ).toBe(90);
  expect(
    at(
      said((ms) => ms / 100_000, 100_000),
      57_000,
    ),
  ).toBe(45);
});
