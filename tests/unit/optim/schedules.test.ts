import { describe, expect, test } from 'vitest';
import {
  constant,
  cosine,
  exponential,
  inverseRoot,
  oneCycle,
  type Schedule,
  step,
  warmup,
} from '../../../src/optim/index.ts';

const at = (schedule: Schedule, ...times: number[]) => times.map(schedule);
const expectClose = (got: number[], wanted: number[]) =>
  got.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 12));

test('constant stays', () => {
  expect(at(constant(0.1), 1, 1000)).toEqual([0.1, 0.1]);
});

test('step falls by the factor after every so many updates', () => {
  expectClose(at(step(1, { every: 3 }), 1, 3, 4, 6, 7), [1, 1, 0.1, 0.1, 0.01]);
  expectClose(at(step(1, { every: 1, factor: 0.5 }), 1, 2, 3), [1, 0.5, 0.25]);
});

test('exponential multiplies at every update', () => {
  expectClose(at(exponential(2, { factor: 0.9 }), 1, 2, 3), [2, 1.8, 1.62]);
});

test('inverseRoot is lr / √t, or later with a scale', () => {
  expectClose(at(inverseRoot(3), 1, 4, 9), [3, 1.5, 1]);
  expectClose(at(inverseRoot(3, { scale: 100 }), 1, 301), [3, 1.5]);
});

test('cosine falls from lr through the middle to min and stays there', () => {
  expectClose(at(cosine(1, { steps: 10 }), 1, 6, 11, 30), [1, 0.5, 0, 0]);
  expectClose(at(cosine(1, { steps: 10, min: 0.2 }), 1, 6, 11), [1, 0.6, 0.2]);
  expect(cosine(1, { steps: 3 })(2)).toBeCloseTo(0.75, 12);
});

test('warmup rises linearly to the start of the other schedule, then follows it', () => {
  const warm = warmup(step(1, { every: 2 }), { steps: 4 });
  expectClose(at(warm, 1, 2, 3, 4, 5, 6), [0.25, 0.5, 0.75, 1, 1, 0.1]);
  expectClose(at(warmup(constant(1), { steps: 4, from: 0.5 }), 1, 2, 4), [0.625, 0.75, 1]);
});

test('oneCycle rises to the peak and falls, as in PyTorch', () => {
  const cycle = oneCycle(1, { steps: 10 });
  const last = 1 / 25 / 1e4;
  expectClose(at(cycle, 1, 2, 3, 10, 50), [0.04, 0.52, 1, last, last]);
  expect(cycle(4)).toBeCloseTo(last + ((1 - last) * (1 + Math.cos(Math.PI / 7))) / 2, 12);
  expect(Math.max(...Array.from({ length: 10 }, (_, k) => cycle(k + 1)))).toBe(1);
});

test.each([1, 2, 3])('oneCycle of %i updates is finite', (steps) => {
  for (const pctStart of [0, 0.3, 1]) {
    const rates = at(oneCycle(1, { steps, pctStart }), 1, 2, 3, 4);
    expect(rates).toSatisfy((all: number[]) => all.every((rate) => rate >= 0 && rate <= 1));
  }
});

describe('schedules refuse', () => {
  test.each<[string, () => unknown, string]>([
    ['a negative lr', () => constant(-1), 'constant: lr must be in [0, ∞), got -1'],
    ['NaN', () => step(NaN, { every: 1 }), 'step: lr must be in [0, ∞), got NaN'],
    ['no steps', () => cosine(1, { steps: 0 }), 'cosine: steps must be an integer ≥ 1, got 0'],
    [
      'half steps',
      () => warmup(constant(1), { steps: 1.5 }),
      'warmup: steps must be an integer ≥ 1',
    ],
    ['min above lr', () => cosine(1, { steps: 5, min: 2 }), 'cosine: min must be in [0, 1], got 2'],
    ['a factor above 1', () => step(1, { every: 1, factor: 2 }), 'step: factor must be in (0, 1]'],
    ['a factor of 0', () => exponential(1, { factor: 0 }), 'exponential: factor must be in (0, ∞)'],
    ['an infinite factor', () => exponential(1, { factor: Infinity }), 'factor must be in (0, ∞)'],
    ['a scale of 0', () => inverseRoot(1, { scale: 0 }), 'inverseRoot: scale must be in [1, ∞)'],
    [
      'pctStart 2',
      () => oneCycle(1, { steps: 9, pctStart: 2 }),
      'pctStart must be in [0, 1], got 2',
    ],
    ['the last update of all', () => constant(1)(Infinity), 'constant: t must be in [1, ∞)'],
    ['update 0', () => constant(1)(0), 'constant: t must be in [1, ∞), got 0'],
  ])('%s', (_, make, message) => {
    expect(make).toThrow(RangeError);
    expect(make).toThrow(message);
  });

  test('what is no number or no schedule', () => {
    expect(() => constant('1' as never)).toThrow(TypeError);
    expect(() => warmup(0.1 as never, { steps: 3 })).toThrow(TypeError);
  });
});
