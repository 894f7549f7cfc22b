import { log } from './elementary.ts';

/**
 * A small, fast, seeded generator: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state.
 * The pair (seed, stream) names a sequence, so the noise of step t is `new Random(seed, t)`: whoever asks
 * for it again gets the same, in any order, with nothing to remember. The same on every machine.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 0;
  private spare = NaN;

  /**
   * @param seed any safe integer
   * @param stream any safe integer; sequences of different streams are independent
   * @throws RangeError when either is not a safe integer
   */
  constructor(seed: number, stream = 0) {
    this.restart(seed, stream);
  }

  /** Begins the sequence (seed, stream), without allocating: for loops that want a fresh stream per step. */
  restart(seed: number, stream = 0): this {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`seed: must be an integer, got ${seed}`);
    if (!Number.isSafeInteger(stream)) {
      throw new RangeError(`stream: must be an integer, got ${stream}`);
    }
    this.a = seed | 0;
    this.b = stream | 0;
    // The upper halves: integers beyond 32 bits, and negative ones, name sequences of their own.
    this.c = Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b9) ^ Math.floor(stream / 2 ** 32);
    this.counter = 1;
    this.spare = NaN;
    for (let round = 0; round < 15; round++) this.bits();
    return this;
  }

  /** 32 random bits. */
  private bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A number from [low, high), with 53 random bits. */
  uniform(low = 0, high = 1): number {
    const fraction = ((this.bits() >>> 5) * 2 ** 26 + (this.bits() >>> 6)) / 2 ** 53;
    return low + (high - low) * fraction;
  }

  /** A normally distributed number (Marsaglia's polar method). */
  normal(mean = 0, deviation = 1): number {
    let value = this.spare;
    this.spare = NaN;
    while (Number.isNaN(value)) {
      const x = this.uniform(-1, 1);
      const y = this.uniform(-1, 1);
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * log(square)) / square);
      value = x * scale;
      this.spare = y * scale;
    }
    return mean + deviation * value;
  }

  /**
   * A whole number from 0 to `below` − 1.
   *
   * @throws RangeError when `below` is not a positive integer
   */
  integer(below: number): number {
    if (!Number.isSafeInteger(below) || below < 1) {
      throw new RangeError(`integer: the bound must be a positive integer, got ${below}`);
    }
    return Math.floor(this.uniform() * below);
  }

  /** Shuffles in place (Fisher–Yates) and returns the same array. */
  shuffle<Items extends unknown[] | Int32Array | Uint32Array | Float64Array>(items: Items): Items {
    // Written for any indexed list: an array, or a typed array of indices.
    const list = items as unknown[];
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      const kept = list[last];
      list[last] = list[other];
      list[other] = kept;
    }
    return items;
  }
}
