import { describe, expect, test } from 'vitest';
import { describe as say, formatNumber, shorten } from '../../../src/notebook/describe.ts';

describe('describe', () => {
  test('says what kind of value it is, for values that have no text', () => {
    expect(say(Symbol('s'))).toBe('Symbol(s)');
    expect(say(12n)).toBe('12n');
    expect(say(function step() {})).toBe('ƒ step()');
    expect(say([undefined, null, -0])).toBe('[undefined, null, -0]');
    expect(say(new Float64Array([1, 0.5]))).toBe('Float64Array(2) [1, 0.5]');
    expect(say(new Map([['a', 1]]))).toBe('Map(1) [["a", 1]]');
  });

  test('ends on cyclic objects', () => {
    const a: Record<string, unknown> = { n: 1 };
    a['self'] = a;
    expect(say(a)).toBe('{ n: 1, self: [circular] }');
  });

  test('survives objects that throw when read', () => {
    const hostile = {
      get x(): never {
        throw new Error('no');
      },
    };
    expect(say(hostile)).toBe('[cannot be shown: no]');
    const throws = () => {
      throw new Proxy(new Error('no'), { get: throws });
    };
    expect(say(new Proxy({}, { getPrototypeOf: throws }))).toMatch('it throws when read');
    expect(say(new Proxy(() => 1, { get: throws }))).toMatch('it throws when read');
    expect(say(Object.assign(new Error('m'), { name: Symbol('n') }))).toMatch('cannot be shown');
    expect(say(Object.defineProperty(() => 1, 'name', { value: Symbol('n') }))).toMatch(
      'Symbol(n)',
    );
  });

  test('says how much of a long text is missing', () => {
    expect(shorten('x'.repeat(2500))).toBe(`${'x'.repeat(2000)}… (+500)`);
    expect(say(new Float64Array(1000))).toContain('… +900');
  });
});

describe('formatNumber', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [1e-9, '1e-9'],
    [123456, '123456'],
    [1.5e10, '1.5e+10'],
    [9.16e-10, '9.16e-10'],
    [1e20, '1e+20'],
    [2.5e-100, '2.5e-100'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [3.14159265, '3.14159'],
  ])('%d is %s', (value, text) => expect(formatNumber(value)).toBe(text));
});
