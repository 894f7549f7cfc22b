import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, log1p, tanh } from '../../../src/problems/elementary.ts';

/** Relative distance; the engine's own value may itself be off by a unit in the last place. */
const off = (got: number, want: number): number =>
  Object.is(got, want) ? 0 : Math.abs(got - want) / Math.max(Math.abs(want), Number.MIN_VALUE);

const ULPS = 4 * Number.EPSILON;

describe('elementary functions in plain arithmetic', () => {
  test.each([
    ['exp', exp, Math.exp, -700, 709],
    ['log', log, Math.log, 1e-300, 1e6],
    ['log1p', log1p, Math.log1p, 0, 10],
    ['tanh', tanh, Math.tanh, -30, 30],
  ] as const)('%s agrees with the engine to the last bits', (_, ours, theirs, min, max) => {
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (x) => off(ours(x), theirs(x)) <= ULPS),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.double({ min: Math.max(min, -1), max: 1, noNaN: true }), (x) => {
        return off(ours(x), theirs(x)) <= ULPS;
      }),
      { numRuns: 20_000 },
    );
  });

  test('the ends of the range', () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(710), exp(-746), exp(NaN)]).toEqual([
      1,
      0,
      Infinity,
      Infinity,
      0,
      NaN,
    ]);
    expect(off(exp(-744), Math.exp(-744))).toBeLessThan(0.5);
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([
      0,
      -Infinity,
      NaN,
      Infinity,
      NaN,
    ]);
    expect(off(log(5e-324), Math.log(5e-324))).toBeLessThan(ULPS);
    expect([log1p(0), log1p(1e-20), tanh(0), tanh(Infinity), tanh(-Infinity), tanh(NaN)]).toEqual([
      0,
      1e-20,
      0,
      1,
      -1,
      NaN,
    ]);
  });
});
