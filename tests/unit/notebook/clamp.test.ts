import { describe, expect, it } from 'vitest';
import { withValue } from '../../../src/notebook/clamp.ts';
import type { Input } from '../../../src/notebook/protocol.ts';

const base = { id: 'n', label: 'n', adjusted: false };
const slider: Input = { ...base, kind: 'slider', value: 5, min: 1, max: 50, step: 1, log: false };
const choice: Input = {
  ...base,
  kind: 'select',
  value: 'a',
  options: ['a', 'b'].map((value) => ({ value, label: value })),
};
const toggle: Input = { ...base, kind: 'toggle', value: true };
const point: Input = { ...base, kind: 'point', value: [0, 0], x: [-1, 1], y: [-2, 2] };

describe('an input that is given a value from outside', () => {
  it.each([
    [slider, 7, 7, false],
    [slider, '7', 7, false],
    [slider, 1e308, 50, true],
    [slider, -Infinity, 1, true],
    [slider, NaN, 5, true],
    [slider, '', 5, true],
    [slider, { valueOf: 3 }, 5, true],
    [slider, undefined, 5, false],
    [choice, 'b', 'b', false],
    [choice, 'c', 'a', true],
    [choice, 0, 'a', true],
    [toggle, false, false, false],
    [toggle, 'false', true, true],
    [point, [0.5, -3], [0.5, -2], true],
    [point, [0.5, 1], [0.5, 1], false],
    [point, 'here', [0, 0], true],
  ])('%o given %o holds %o', (input, raw, value, adjusted) => {
    const { value: held, adjusted: said } = withValue(input, raw);
    expect(held).toEqual(value);
    expect(said).toBe(adjusted);
  });
});
