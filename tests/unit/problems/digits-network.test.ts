import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { packDigits } from '../../../src/notebook/build/digits.ts';
import { Adam, Momentum } from '../../../src/optim/index.ts';
import type { Tensor } from '../../../src/optim/tensor.ts';
import { dealt } from '../../../src/problems/batches.ts';
import { unpackDigits } from '../../../src/problems/digits.ts';
import { digitsNetwork, type DigitsNetwork } from '../../../src/problems/index.ts';

const digits = unpackDigits((await packDigits()).bytes);
const options = { digits, hidden: 32, batchSize: 32, seed: 3, samples: 1600 };

function train(problem: DigitsNetwork, make: typeof adam, epochs: number): Tensor[] {
  const params = problem.start();
  const into = problem.start();
  const optimizer = make(params);
  for (let step = 1; step <= epochs * problem.perEpoch; step++) {
    optimizer.step(() => {
      problem.gradient(params, into, step);
      return into;
    });
  }
  return params;
}
const adam = (params: Tensor[]) => new Adam(params, { lr: 5e-3 });

describe('at equal initialisation and order, TensorFlow.js finds the same', () => {
  beforeAll(async () => {
    await tf.setBackend('cpu');
  });

  test.each(['relu', 'tanh'] as const)('%s: loss to 1e-4, accuracy to 0.1 point', (activation) => {
    const problem = digitsNetwork({ ...options, activation, precision: 'float32' });
    const rate = 0.05;
    const ours = problem.start();
    const into = problem.start();
    const optimizer = new Momentum(ours, { lr: rate, momentum: 0.9 });
    // Their layers hold weights of shape [inputs, outputs].
    const theirs = problem
      .start()
      .map(({ shape, data }) =>
        shape.length === 2 ? tf.tensor(data, [...shape]).transpose() : tf.tensor(data, [...shape]),
      )
      .map((value) => tf.variable(value));
    const [w1, b1, w2, b2] = theirs as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
    const outputs = (x: tf.Tensor): tf.Tensor =>
      tf[activation](x.matMul(w1).add(b1)).matMul(w2).add(b2);
    const theirOptimizer = tf.train.momentum(rate, 0.9);
    const { inputs, labels } = digits.train;
    const all = tf.tensor2d(inputs.subarray(0, 1600 * 196), [1600, 196]);
    const truth = tf.oneHot(tf.tensor1d(labels.subarray(0, 1600), 'int32'), 10);
    const batches = dealt(1600, options);
    const losses: [number, number][] = [];
    for (let step = 1; step <= 2 * problem.perEpoch; step++) {
      optimizer.step(() => {
        problem.gradient(ours, into, step);
        return into;
      });
      tf.tidy(() => {
        const batch = tf.tensor1d(batches(step).slice(), 'int32');
        const [x, y] = [all.gather(batch), truth.gather(batch)];
        theirOptimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, outputs(x)).asScalar());
      });
      if (step % 25) continue;
      const loss = tf.tidy(() => tf.losses.softmaxCrossEntropy(truth, outputs(all)).dataSync()[0]!);
      losses.push([problem.loss(ours), loss]);
    }
    for (const [mine, other] of losses) expect(Math.abs(mine - other)).toBeLessThan(1e-4);
    const [start, end] = [losses[0]![1], losses.at(-1)![1]];
    expect(end).toBeLessThan(0.7 * start);
    const told = outputs(tf.tensor2d(digits.test.inputs, [2000, 196]))
      .argMax(1)
      .dataSync();
    const right = digits.test.labels.filter((label, k) => label === told[k]).length;
    expect(Math.abs(problem.accuracy(ours) - right / 2000)).toBeLessThan(0.001 + 1e-9);
    tf.disposeVariables();
  });
});

test('it learns: 90 % after one pass over all pictures, 93 % after a few', () => {
  const problem = digitsNetwork({ digits, hidden: 32, batchSize: 32 });
  expect(problem.perEpoch).toBe(250);
  expect(problem.accuracy(train(problem, adam, 1))).toBeGreaterThan(0.9);
  expect(problem.accuracy(train(problem, adam, 6))).toBeGreaterThan(0.93);
});

test('the confusion matrix and the answers agree with the accuracy', () => {
  const problem = digitsNetwork(options);
  const params = train(problem, adam, 1);
  const confusion = problem.confusion(params);
  const answers = problem.answers(params);
  expect(confusion.map((row) => row.reduce((sum, count) => sum + count))).toEqual(
    Array.from({ length: 10 }, () => 200),
  );
  const diagonal = confusion.reduce((sum, row, i) => sum + row[i]!, 0);
  expect(diagonal / 2000).toBe(problem.accuracy(params));
  const sevensForOnes = answers.filter((answer, k) => answer === 7 && digits.test.labels[k] === 1);
  expect(confusion[1]![7]).toBe(sevensForOnes.length);
});

test('a diverged network is right about nothing', () => {
  const problem = digitsNetwork(options);
  const params = problem.start();
  for (const { data } of params) data.fill(NaN);
  expect(problem.accuracy(params)).toBe(0);
  expect(problem.confusion(params).flat()).toEqual(Array.from({ length: 100 }, () => 0));
});

test('layers and samples are as asked', () => {
  const shapes = (hidden: number | number[]) =>
    digitsNetwork({ ...options, hidden })
      .start()
      .map(({ shape }) => shape);
  expect(shapes(0)).toEqual([[10, 196], [10]]);
  expect(shapes([20, 15])).toEqual([[20, 196], [20], [15, 20], [15], [10, 15], [10]]);
  expect(digitsNetwork(options).samples).toBe(1600);
  expect(() => digitsNetwork({ ...options, samples: 8001 })).toThrow(/^samples: .* 8000, got 8001/);
});
