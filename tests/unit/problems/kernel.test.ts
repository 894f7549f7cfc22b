import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Precision, Tensor } from '../../../src/optim/tensor.ts';
import { tensor } from '../../../src/optim/tensor.ts';
import { plain, type Dense } from '../../../src/problems/dense.ts';
import type * as library from '../../../src/problems/index.ts';
import { compiled, moduleOf } from '../../../src/problems/kernel/compile.ts';
import { denseFor, kernel } from '../../../src/problems/kernel/kernel.ts';

type Numbers = Tensor['data'];

const arrays = { float32: Float32Array, float64: Float64Array };

/** The bits of each number, but one pattern for all NaN: which of them a sum gives is nobody's choice. */
function bits(numbers: Numbers): (bigint | number)[] {
  const { buffer, length } = Float64Array.from(numbers);
  const all = new BigUint64Array(buffer, 0, length);
  return Array.from(all, (each, i) => (Number.isNaN(numbers[i]) ? NaN : each));
}

/** Ordinary numbers, and what arithmetic trips over: both zeros, infinities, NaN, subnormal and huge numbers. */
const number = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  { weight: 2, arbitrary: fc.constantFrom(0, -0) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      Infinity,
      -Infinity,
      NaN,
      1e-40,
      -1e-40,
      2 ** -149,
      5e-324,
      -5e-324,
      3e38,
      -3e38,
      1e308,
    ),
  },
);
/** As after relu: about half are 0. */
const delta = fc.oneof(fc.constantFrom(0, 0, -0), number);
const precision = fc.constantFrom<Precision>('float32', 'float64');

/** A layer with room for more samples than it has, of any sizes from the least the kernel takes. */
const layer = fc
  .record({
    inputs: fc.integer({ min: 8, max: 40 }),
    units: fc.integer({ min: 4, max: 20 }),
    count: fc.integer({ min: 4, max: 70 }),
    spare: fc.nat(3),
    bias: fc.boolean(),
    of: fc.record({ parameters: precision, network: precision }),
    seed: fc.infiniteStream(number),
    silent: fc.infiniteStream(delta),
  })
  .map(({ inputs, units, count, spare, bias, of, seed, silent }) => {
    const take = (stream: Iterator<number>, length: number, kind: Precision): Numbers =>
      arrays[kind].from(Array.from({ length }, () => stream.next().value as number));
    const room = count + spare;
    return {
      sizes: [inputs, units, count] as const,
      of,
      weights: take(seed, units * inputs, of.parameters),
      biases: bias ? take(seed, units, of.parameters) : undefined,
      before: take(seed, room * inputs, of.network),
      deltas: take(silent, room * units, 'float64') as Float64Array,
      // What stood there before must not matter, and what stands beyond must stay.
      after: () => new arrays[of.network](room * units).fill(7),
      gradient: () => new arrays[of.parameters](units * inputs).fill(7),
      slopes: () => new arrays[of.network](room * inputs).fill(7),
    };
  });

test('there is a kernel here', () => {
  expect(kernel()).toBeDefined();
  expect(denseFor(196, 32, 32)).toBe(kernel());
  expect(denseFor(4, 32, 64)).toBe(plain);
  expect(denseFor(8, 4, 4)).toBe(plain);
});

test('the kernel and the plain loops give the same bits', () => {
  const fast = kernel()!;
  fc.assert(
    fc.property(layer, ({ sizes, weights, biases, before, deltas, after, gradient, slopes }) => {
      const run = (dense: Dense) => {
        const [z, g, s] = [after(), gradient(), slopes()];
        dense.sums(weights, biases, before, z, ...sizes);
        dense.outer(deltas, before, g, ...sizes);
        dense.back(deltas, weights, s, ...sizes);
        return { z: bits(z), g: bits(g), s: bits(s) };
      };
      expect(run(fast)).toEqual(run(plain));
    }),
    { numRuns: 300 },
  );
});

test('arrays of another length than the layer’s are left to the plain loops', () => {
  const fast = kernel()!;
  const given = Float64Array.from({ length: 256 }, (_, i) => Math.sin(i + 1));
  const sizes = [16, 16, 8] as const;
  const run = (dense: Dense) => {
    const results = [0, 1, 2, 3].map(() => new Float64Array(256));
    dense.sums(given.subarray(1), undefined, given, results[0]!, ...sizes);
    dense.sums(given, given.subarray(0, 3), given, results[1]!, ...sizes);
    dense.outer(given, given, results[2]!.subarray(1), ...sizes);
    dense.back(given, given.subarray(1), results[3]!, ...sizes);
    return results.map(bits);
  };
  expect(run(fast)).toEqual(run(plain));
});

describe('training', () => {
  /** A few steps of two networks in turn, in one worker, the larger one of single precision. */
  function courses({ Network, training }: typeof library): (bigint | number)[][] {
    const make = (
      hidden: number,
      activation: library.Activation,
      precision: Precision,
      samples: number,
    ) => {
      const inputs = 100;
      const network = new Network({
        inputs,
        layers: [
          { units: hidden, activation },
          { units: 12, activation },
          { units: 5, activation: 'linear' },
        ],
        precision,
      });
      const problem = training({
        name: 'course',
        title: 'course',
        network,
        inputs: Array.from({ length: samples * inputs }, (_, i) => Math.sin(i * i)),
        targets: Array.from({ length: samples }, (_, i) => i % 5),
        loss: 'cross-entropy',
        initial: network.initial(1),
        batchSize: 16,
      });
      const params = problem.start();
      const gradients = params.map(({ shape }) => tensor(shape, undefined, precision));
      return {
        step(t: number) {
          problem.gradient(params, gradients, t);
          for (const [k, { data }] of params.entries()) {
            for (let i = 0; i < data.length; i++) data[i]! -= 0.1 * gradients[k]!.data[i]!;
          }
        },
        state: () => [...params.map(({ data }) => bits(data)), [problem.loss(params)]],
      };
    };
    const both = [make(64, 'relu', 'float32', 200), make(10, 'tanh', 'float64', 40)];
    for (let t = 1; t <= 20; t++) for (const course of both) course.step(t);
    return both.flatMap((course) => course.state());
  }

  const { WebAssembly } = globalThis;
  /** The library as it is where a worker's WebAssembly is this one. */
  async function libraryWith(other: Partial<typeof WebAssembly> | undefined) {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', other);
    const { kernel } = await import('../../../src/problems/kernel/kernel.ts');
    return { kernel, problems: await import('../../../src/problems/index.ts') };
  }
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  class Refused {
    constructor() {
      throw new WebAssembly.CompileError('refused');
    }
  }
  class Full extends WebAssembly.Memory {
    override grow(): never {
      throw new RangeError('full');
    }
  }
  const { Instance, Memory, Module } = WebAssembly;
  for (const [name, other, there] of [
    ['there is no WebAssembly', undefined, false],
    [
      'compiling is refused',
      { Instance, Memory, Module: Refused as unknown as typeof Module },
      false,
    ],
    ['memory is refused', { Instance, Module, Memory: Refused as unknown as typeof Memory }, false],
    ['memory does not grow', { Instance, Module, Memory: Full }, true],
  ] as const) {
    test(`where ${name} the numbers are the same`, async () => {
      const usual = await libraryWith(WebAssembly);
      const expected = courses(usual.problems);
      expect(usual.kernel()).toBeDefined();
      const less = await libraryWith(other);
      expect(courses(less.problems)).toEqual(expected);
      expect(less.kernel() !== undefined).toBe(there);
    });
  }
});

test('the committed bytes are the compiled source', async () => {
  const committed = new URL('../../../src/problems/kernel/bytes.ts', import.meta.url);
  expect(moduleOf(await compiled())).toBe(readFileSync(committed, 'utf8'));
});
