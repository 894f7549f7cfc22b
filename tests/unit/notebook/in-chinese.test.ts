import { describe, expect, test } from 'vitest';
import { Adam, SGD, tensor } from '../../../src/optim/index.ts';
import { minimize, ravine } from '../../../src/problems/index.ts';
import { explain } from '../../../src/notebook/explain.ts';
import { inChinese } from '../../../src/notebook/in-chinese.ts';

/** What a reader of the Chinese page is told when this is thrown. */
function told(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    const { message } = explain(error, 0);
    return typeof message === 'string' ? message : message.zh;
  }
  throw new Error('nothing was thrown');
}

describe('errors in Chinese', () => {
  const w = () => [tensor([2])];

  test('of options: who, which, what would be right, and what came', () => {
    expect(told(() => new SGD(w(), { lr: -1 }))).toBe(
      'SGD：lr 应当在 [0, ∞) 之内，得到的是 -1（RangeError: SGD: lr must be in [0, ∞), got -1）',
    );
    expect(told(() => new Adam(w(), { beta1: NaN }))).toMatch(/^Adam：beta1 应当在 \[0, 1\) 之内/);
    expect(told(() => new Adam(w(), { amsgrad: 1 as never }))).toMatch(
      /^Adam：amsgrad 应当是 true 或 false，得到的是 1（/,
    );
    expect(told(() => new SGD(w(), { momentum: 0.9 } as never))).toMatch(
      /^SGD：没有选项 momentum，有的是 lr/,
    );
  });

  test('of problems', () => {
    expect(
      told(() => minimize(ravine, (params) => new SGD(params, { lr: 0.1 }), { steps: -1 })),
    ).toMatch(/^steps 应当是不小于 0 的整数，得到的是 -1（/);
  });

  test('of the language, with its own words behind', () => {
    expect(told(() => (undefined as unknown as number[]).length)).toMatch(
      /^在 undefined 上取不到 length（TypeError: /,
    );
    expect(inChinese('foo is not defined')).toContain('foo');
    expect(inChinese('a.b is not a function')).toBe('a.b 不是函数');
  });

  test('what is not known stays as it is', () => {
    expect(inChinese('something else')).toBeUndefined();
    expect(inChinese('x must be as nobody has foreseen, got 1')).toBeUndefined();
  });
});
