import type { Tensor } from '../../optim/tensor.ts';
import { type Dense, plain } from '../dense.ts';
import { base64 } from './bytes.ts';

type Numbers = Tensor['data'];

/** What assembly/loops.ts exports. */
interface Loops {
  interleave(weights: number, interleaved: number, inputs: number, units: number): void;
  sums(
    interleaved: number,
    biases: number,
    before: number,
    after: number,
    inputs: number,
    units: number,
    count: number,
  ): void;
  combine(
    deltas: number,
    next: number,
    step: number,
    rows: number,
    results: number,
    active: number,
    length: number,
    rowCount: number,
    resultCount: number,
    group: number,
    single: boolean,
  ): void;
}

/** The least its loops can do: their blocks. */
const LEAST = { inputs: 8, units: 4, count: 4 };
/** Below so many multiplications copying costs what the loops save. */
const WORTH = 512;
/** Samples that `sums` takes at a time: their inputs stay near the processor. */
const BATCH = 32;
/** The most memory it takes, in doubles (64 MiB): what needs more is left to the plain loops. */
const MOST = 2 ** 23;
const PAGE = 65_536;
const DOUBLE = 8;

/**
 * The loops of a dense layer as WebAssembly, several times as fast and equal to the last bit. Everything is copied into
 * its memory and out again, as doubles: no array of a network depends on it.
 */
class Kernel implements Dense {
  private readonly memory: WebAssembly.Memory;
  private readonly loops: Loops;
  private doubles: Float64Array;

  constructor(memory: WebAssembly.Memory, loops: Loops) {
    this.memory = memory;
    this.loops = loops;
    this.doubles = new Float64Array(memory.buffer);
  }

  sums(
    weights: Numbers,
    biases: Numbers | undefined,
    before: Numbers,
    after: Numbers,
    inputs: number,
    units: number,
    count: number,
  ): void {
    const batch = Math.min(BATCH, count);
    const w = 0;
    const interleaved = w + inputs * units;
    const b = interleaved + inputs * LEAST.units * Math.ceil(units / LEAST.units);
    const x = b + units;
    const z = x + inputs * batch;
    const fits = weights.length === inputs * units && (!biases || biases.length === units);
    if (!fits || !this.reserve(z + units * batch)) {
      plain.sums(weights, biases, before, after, inputs, units, count);
      return;
    }
    const { doubles, loops } = this;
    doubles.set(weights, w);
    loops.interleave(w * DOUBLE, interleaved * DOUBLE, inputs, units);
    if (biases) doubles.set(biases, b);
    else doubles.fill(0, b, b + units);
    for (let done = 0; done < count; done += batch) {
      // The last batch overlaps the one before, as the kernel's blocks do.
      const from = Math.min(done, count - batch);
      doubles.set(before.subarray(from * inputs, (from + batch) * inputs), x);
      loops.sums(interleaved * DOUBLE, b * DOUBLE, x * DOUBLE, z * DOUBLE, inputs, units, batch);
      after.set(doubles.subarray(z, z + units * batch), from * units);
    }
  }

  outer(
    deltas: Float64Array,
    before: Numbers,
    gradient: Numbers,
    inputs: number,
    units: number,
    count: number,
  ): void {
    if (this.combine(deltas, 1, units, before, gradient, inputs, count, units, 4)) return;
    plain.outer(deltas, before, gradient, inputs, units, count);
  }

  back(
    deltas: Float64Array,
    weights: Numbers,
    slopes: Numbers,
    inputs: number,
    units: number,
    count: number,
  ): void {
    if (this.combine(deltas, units, 1, weights, slopes, inputs, units, count, 1)) return;
    plain.back(deltas, weights, slopes, inputs, units, count);
  }

  /** Both (4) and (5); see assembly/loops.ts for what is passed. False when there is no room, or too little is given. */
  private combine(
    deltas: Float64Array,
    next: number,
    step: number,
    rows: Numbers,
    results: Numbers,
    length: number,
    rowCount: number,
    resultCount: number,
    group: number,
  ): boolean {
    const d = 0;
    const x = d + rowCount * resultCount;
    const r = x + length * rowCount;
    const active = r + length * resultCount;
    const fits = rows.length >= length * rowCount && results.length >= length * resultCount;
    if (!fits || !this.reserve(active + 2 * rowCount)) return false;
    const { doubles, loops } = this;
    doubles.set(deltas.subarray(d, x), d);
    doubles.set(rows.subarray(0, length * rowCount), x);
    loops.combine(
      d * DOUBLE,
      next * DOUBLE,
      step * DOUBLE,
      x * DOUBLE,
      r * DOUBLE,
      active * DOUBLE,
      length,
      rowCount,
      resultCount,
      group,
      results instanceof Float32Array,
    );
    results.set(doubles.subarray(r, active));
    return true;
  }

  /** Sees to it that so many doubles have room; false when they cannot. */
  private reserve(doubles: number): boolean {
    if (doubles <= this.doubles.length) return true;
    if (doubles > MOST) return false;
    try {
      this.memory.grow(Math.ceil(((doubles - this.doubles.length) * DOUBLE) / PAGE));
    } catch {
      return false;
    }
    this.doubles = new Float64Array(this.memory.buffer);
    return true;
  }
}

// Taken at once: what a cell does to the global name later is no concern of the library's.
const { Instance, Memory, Module }: Partial<typeof WebAssembly> = globalThis.WebAssembly ?? {};

function make(): Dense | undefined {
  if (!Instance || !Memory || !Module) return undefined;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  try {
    const memory = new Memory({ initial: 1 });
    const { exports } = new Instance(new Module(bytes), { env: { memory } });
    return new Kernel(memory, exports as unknown as Loops);
  } catch {
    return undefined;
  }
}

let made: Dense | undefined;
let tried = false;

/** The kernel; undefined without WebAssembly or its vectors, and where a policy forbids to compile. */
export function kernel(): Dense | undefined {
  if (!tried) made = make();
  tried = true;
  return made;
}

/** The loops for a layer of that size and so many samples: the kernel's where there is one and it gains something. */
export function denseFor(inputs: number, units: number, count: number): Dense {
  const large = inputs >= LEAST.inputs && units >= LEAST.units && count >= LEAST.count;
  return (large && inputs * units * count >= WORTH && kernel()) || plain;
}
