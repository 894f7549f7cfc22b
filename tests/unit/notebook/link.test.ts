import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LARGEST, LONGEST, pack, unpack } from '../../../src/notebook/page/link.ts';

const packed = (bytes: Buffer | string) => deflateRawSync(bytes).toString('base64url');
const opened = (rest: unknown) => unpack(`#cell=sgd/lr&code=${packed(JSON.stringify(rest))}`);

describe('a link to a cell', () => {
  it('gives back what was put in, whatever the text', async () => {
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.option(fc.string({ unit: 'grapheme', maxLength: 2000 }), { nil: undefined }),
        fc.dictionary(fc.string({ maxLength: 20 }), value, { maxKeys: 5 }),
        async (text, inputs) => {
          const back = await unpack(await pack({ cell: 'adam/first-steps', text, inputs }));
          expect(back).toEqual({
            ok: true,
            // JSON has no −0.
            shared: { cell: 'adam/first-steps', text, inputs: JSON.parse(JSON.stringify(inputs)) },
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that carries nothing but its cell is short and readable', async () => {
    expect(await pack({ cell: 'sgd/lr', inputs: {} })).toBe('#cell=sgd/lr');
    expect(await unpack('#cell=sgd/lr')).toEqual({
      ok: true,
      shared: { cell: 'sgd/lr', inputs: {} },
    });
  });

  it('is told from the other fragments of a page', async () => {
    for (const other of [
      '',
      '#',
      '#practice',
      '#cell=',
      '#cell=sgd',
      '#cell=../x',
      '#cell=a/<b>',
    ]) {
      expect(await unpack(other), other).toBeUndefined();
    }
  });

  it.each([
    [
      'cut off',
      '#cell=sgd/lr&code=' + packed('{"text":"a longer text, cut in the middle"}').slice(0, 20),
    ],
    ['not base64', '#cell=sgd/lr&code=%%%'],
    ['of an odd length', '#cell=sgd/lr&code=A'],
    ['not compressed', '#cell=sgd/lr&code=' + Buffer.from('{"text":"x"}').toString('base64url')],
    ['no JSON', '#cell=sgd/lr&code=' + packed('hello')],
    ['no object', '#cell=sgd/lr&code=' + packed('null')],
    ['of another kind', '#cell=sgd/lr&code=' + packed('{"text":7}')],
    ['no UTF-8', '#cell=sgd/lr&code=' + packed(Buffer.from('{"text":"\xff"}', 'latin1'))],
    ['followed by more', '#cell=sgd/lr&code=AA&more=1'],
  ])('that is %s is called damaged', async (_, fragment) => {
    expect(await unpack(fragment)).toEqual({ ok: false, cell: 'sgd/lr', problem: 'damaged' });
  });

  it('that is too long is not looked at', async () => {
    const long = `#cell=sgd/lr&code=${'A'.repeat(10_000_000)}`;
    expect(long.length).toBeGreaterThan(LONGEST);
    expect(await unpack(long)).toEqual({ ok: false, cell: 'sgd/lr', problem: 'tooLarge' });
  });

  it('that unpacks to gigabytes is given up at once', async () => {
    const bomb = packed(Buffer.alloc(20_000_000, 32));
    expect(bomb.length).toBeLessThan(LONGEST);
    const before = performance.now();
    expect(await unpack(`#cell=sgd/lr&code=${bomb}`)).toMatchObject({ problem: 'tooLarge' });
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('may carry as much as it may, and not more', async () => {
    const room = LARGEST - '{"text":""}'.length;
    expect(await opened({ text: 'x'.repeat(room) })).toMatchObject({ ok: true });
    expect(await opened({ text: 'x'.repeat(room + 1) })).toMatchObject({ problem: 'tooLarge' });
  });

  it('loses inputs that are no values, and keeps the rest', async () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, k) => [`n${k}`, k]));
    const inputs = { lr: 1e308, name: 'x', on: true, at: [1, 2] };
    expect(
      await opened({ inputs: { ...inputs, a: {}, b: null, c: [1, 2, 3], d: 'x'.repeat(201) } }),
    ).toEqual({ ok: true, shared: { cell: 'sgd/lr', text: undefined, inputs } });
    const back = await opened({ inputs: many });
    expect(back?.ok && Object.keys(back.shared.inputs)).toHaveLength(50);
    const crafted = `{"inputs":{"__proto__":{"polluted":1},"constructor":2}}`;
    const own = await unpack(`#cell=sgd/lr&code=${packed(crafted)}`);
    expect(own?.ok && own.shared.inputs).toEqual({ constructor: 2 });
    expect('polluted' in {}).toBe(false);
  });
});
