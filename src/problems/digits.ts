/** Pictures of handwritten digits: `labels[i]` is the digit that the i-th picture shows. */
export interface Pictures {
  /** Ink from 0 to 1, row by row, one picture after another. */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

/**
 * MNIST at half its resolution. The digits take turns, 0 to 9 and again from 0, so the first n pictures
 * hold as many of each.
 */
export interface Digits {
  readonly width: number;
  readonly height: number;
  readonly train: Pictures;
  /** Written by other hands than those of `train`, and not to be trained on. */
  readonly test: Pictures;
}

export const SIDE = 14;
export const TRAIN = 8000;
export const TEST = 2000;
/** Shades of ink that are told apart; white is 0. */
export const SHADES = 10;

const PIXELS = SIDE * SIDE;
const COUNT = TRAIN + TEST;

/** Bytes of a pack: a label for each picture, then two pixels to a byte. */
export const PACKED = COUNT + (COUNT * PIXELS) / 2;

/**
 * Unpacks what `packDigits` (in the build) has packed.
 *
 * @throws RangeError when the bytes are no such pack
 */
export function unpackDigits(bytes: Uint8Array): Digits {
  if (bytes.length !== PACKED) {
    throw new RangeError(`digits: a pack has ${PACKED} bytes, got ${bytes.length}`);
  }
  const pictures = (from: number, count: number): Pictures => {
    const labels = bytes.slice(from, from + count);
    const inputs = new Float32Array(count * PIXELS);
    const start = COUNT + (from * PIXELS) / 2;
    for (let i = 0; i < inputs.length; i += 2) {
      const pair = bytes[start + i / 2]!;
      inputs[i] = (pair >> 4) / (SHADES - 1);
      inputs[i + 1] = (pair & 15) / (SHADES - 1);
    }
    return { inputs, labels };
  };
  return {
    width: SIDE,
    height: SIDE,
    train: pictures(0, TRAIN),
    test: pictures(TRAIN, TEST),
  };
}
