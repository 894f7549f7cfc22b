import { packDigits } from '../../src/notebook/build/digits.ts';
import { unpackDigits } from '../../src/problems/digits.ts';
import { digitsNetwork } from '../../src/problems/index.ts';
import { here } from './here.ts';
import { jax } from './jax.ts';
import { BATCH, doubled, type Result, type Task } from './task.ts';
import { tfjs } from './tfjs.ts';

/**
 * `npm run bench:train`: an epoch of 8,000 digits, batches of 32, Adam, here and in other libraries, one thread each,
 * from the same start and in the same order. Runs take turns, so that a busy moment of the machine hits all; the first
 * round, in which engines warm up and kernels are compiled, does not count.
 */
const ROUNDS = Number(process.argv[2] ?? 7);

const contenders: Record<string, (task: Task) => Result | Promise<Result>> = {
  Descent: here,
  'jax-js wasm': jax,
  'TensorFlow.js wasm': (task) => tfjs('wasm', task),
  'TensorFlow.js cpu': (task) => tfjs('cpu', task),
};

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

const small = unpackDigits((await packDigits()).bytes);
for (const [digits, hidden] of [
  [small, 32],
  [doubled(small), 64],
] as const) {
  const pixels = digits.width * digits.height;
  const problem = digitsNetwork({ digits, hidden, ...BATCH });
  const task: Task = { digits, pixels, hidden, problem };
  const results = new Map(Object.keys(contenders).map((name) => [name, [] as Result[]]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, epoch] of Object.entries(contenders)) {
      const result = await epoch(task);
      if (round > 0) results.get(name)!.push(result);
    }
  }
  const times = (name: string) => results.get(name)!.map(({ ms }) => ms);
  const ours = times('Descent');
  for (const [name, all] of results) {
    // Each round's ratio, then their median: the two runs of a round saw the same machine.
    const ratio = median(times(name).map((ms, round) => ms / ours[round]!));
    console.log(
      [
        `${pixels}-${hidden}-10`.padEnd(10),
        name.padEnd(18),
        `${median(times(name)).toFixed(0).padStart(6)} ms an epoch`,
        `fastest ${Math.min(...times(name))
          .toFixed(0)
          .padStart(5)} ms`,
        `${ratio.toFixed(1).padStart(5)} ×`,
        `accuracy ${(100 * all[0]!.accuracy).toFixed(2)} %`,
      ].join('  '),
    );
  }
}
