import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { dealt } from '../../src/problems/batches.ts';
import { ADAM, BATCH, rightShare, type Result, type Task } from './task.ts';

setWasmPaths(
  `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`,
);

/** An epoch in TensorFlow.js, as its documentation trains: operators, `tidy`, its own Adam. */
export async function tfjs(
  backend: 'cpu' | 'wasm',
  { digits, pixels, problem }: Task,
): Promise<Result> {
  await tf.setBackend(backend);
  const [w1, b1, w2, b2] = problem.start().map(({ shape, data }) => {
    const value = tf.tensor(data, [...shape]);
    return tf.variable(shape.length === 2 ? value.transpose() : value);
  }) as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
  const outputs = (x: tf.Tensor): tf.Tensor => x.matMul(w1).add(b1).relu().matMul(w2).add(b2);
  const optimizer = tf.train.adam(ADAM.lr, ADAM.beta1, ADAM.beta2, ADAM.eps);
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
  // Both backends compute at once; reading a value makes sure of it.
  b2.dataSync();
  const ms = performance.now() - begun;
  const { labels, inputs } = digits.test;
  const told = tf.tidy(() =>
    outputs(tf.tensor2d(inputs, [labels.length, pixels]))
      .argMax(1)
      .dataSync(),
  );
  tf.dispose([w1, b1, w2, b2, all, truth]);
  optimizer.dispose();
  return { ms, accuracy: rightShare(told, labels) };
}
