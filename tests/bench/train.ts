import * as tf from '@tensorflow/tfjs';
import { packDigits } from '../../src/notebook/build/digits.ts';
import { Adam } from '../../src/optim/index.ts';
import { dealt } from '../../src/problems/batches.ts';
import { unpackDigits, type Digits, type Pictures } from '../../src/problems/digits.ts';
import { digitsNetwork, train } from '../../src/problems/index.ts';

/**
 * `npx node tests/bench/train.ts`: an epoch of 8,000 digits, batches of 32, Adam, here and in TensorFlow.js (cpu), from the same
 * start and in the same order. Runs take turns, so that a busy moment of the machine hits both.
 */
const ROUNDS = 3;
const BATCH = { batchSize: 32, seed: 0 };
const LR = 2e-3;

interface Result {
  readonly ms: number;
  readonly accuracy: number;
}

const small = unpackDigits((await packDigits()).bytes);
await tf.setBackend('cpu');

/** Each pixel four times: the size of the original pictures, and nothing more to see in them. */
function doubled({ width, height, train: learnt, test }: Digits): Digits {
  const larger = ({ inputs, labels }: Pictures): Pictures => {
    const from = (i: number) => {
      const [picture, pixel] = [Math.floor(i / (4 * width * height)), i % (4 * width * height)];
      const [y, x] = [Math.floor(pixel / (2 * width)), pixel % (2 * width)];
      return picture * width * height + (y >> 1) * width + (x >> 1);
    };
    return { labels, inputs: new Float32Array(4 * inputs.length).map((_, i) => inputs[from(i)]!) };
  };
  return { width: 2 * width, height: 2 * height, train: larger(learnt), test: larger(test) };
}

function here(digits: Digits, hidden: number): Result {
  const problem = digitsNetwork({ digits, hidden, ...BATCH });
  const params = problem.start();
  const optimizer = new Adam(params, { lr: LR });
  const begun = performance.now();
  for (const _ of train(problem, params, optimizer, { steps: problem.perEpoch, every: 1000 }));
  return { ms: performance.now() - begun, accuracy: problem.accuracy(params) };
}

function there(digits: Digits, hidden: number): Result {
  const problem = digitsNetwork({ digits, hidden, ...BATCH });
  const pixels = digits.width * digits.height;
  const [w1, b1, w2, b2] = problem.start().map(({ shape, data }) => {
    const value = tf.tensor(data, [...shape]);
    return tf.variable(shape.length === 2 ? value.transpose() : value);
  }) as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
  const outputs = (x: tf.Tensor): tf.Tensor => x.matMul(w1).add(b1).relu().matMul(w2).add(b2);
  const optimizer = tf.train.adam(LR, 0.9, 0.999, 1e-8);
  const all = tf.tensor2d(digits.train.inputs, [problem.samples, pixels]);
  const truth = tf.oneHot(tf.tensor1d(digits.train.labels, 'int32'), 10);
  const batches = dealt(problem.samples, BATCH);
  const begun = performance.now();
  for (let step = 1; step <= problem.perEpoch; step++) {
    tf.tidy(() => {
      const batch = tf.tensor1d(batches(step).slice(), 'int32');
      const [x, y] = [all.gather(batch), truth.gather(batch)];
      optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, outputs(x)).asScalar());
    });
  }
  // The cpu backend computes at once; reading a value makes sure of it.
  b2.dataSync();
  const ms = performance.now() - begun;
  const { labels, inputs } = digits.test;
  const told = tf.tidy(() =>
    outputs(tf.tensor2d(inputs, [labels.length, pixels]))
      .argMax(1)
      .dataSync(),
  );
  tf.dispose([w1, b1, w2, b2, all, truth]);
  const right = labels.filter((label, k) => label === told[k]).length;
  return { ms, accuracy: right / labels.length };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

for (const [digits, hidden] of [
  [small, 32],
  [doubled(small), 64],
] as const) {
  const mine: Result[] = [];
  const others: Result[] = [];
  // The first round warms the engines up.
  for (let round = 0; round <= ROUNDS; round++) {
    mine.push(here(digits, hidden));
    others.push(there(digits, hidden));
  }
  const [ours, theirs] = [mine, others].map((results) => ({
    ms: median(results.slice(1).map(({ ms }) => ms)),
    accuracy: results[0]!.accuracy,
  })) as [Result, Result];
  const size = `${digits.width * digits.height}-${hidden}-10`;
  const line = ({ ms, accuracy }: Result) =>
    `${ms.toFixed(0).padStart(6)} ms an epoch, accuracy ${(100 * accuracy).toFixed(2)} %`;
  console.log(`${size}  Descent            ${line(ours)}`);
  console.log(`${size}  TensorFlow.js cpu  ${line(theirs)}, ${(theirs.ms / ours.ms).toFixed(1)} ×`);
}
