import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  valueAndGrad,
} from '@jax-js/jax';
import { dealt } from '../../src/problems/batches.ts';
import { ADAM, BATCH, rightShare, type Result, type Task } from './task.ts';

await init('wasm');
defaultDevice('wasm');

type Params = { w1: np.Array; b1: np.Array; w2: np.Array; b2: np.Array };
type State = { params: Params; m: Params; v: Params };

// Passing an array gives it away: what is used again is passed as `.ref`.
const outputs = ({ w1, b1, w2, b2 }: Params, x: np.Array): np.Array =>
  np.dot(nn.relu(np.dot(x, w1).add(b1)), w2).add(b2);

const loss = (params: Params, x: np.Array, truth: np.Array): np.Array =>
  nn
    .logSoftmax(outputs(params, x))
    .mul(truth)
    .sum()
    .mul(-1 / BATCH.batchSize);

const names = ['w1', 'b1', 'w2', 'b2'] as const;
const each = (make: (name: keyof Params) => np.Array): Params => ({
  w1: make('w1'),
  b1: make('b1'),
  w2: make('w2'),
  b2: make('b2'),
});

/** One update, compiled as a whole. `c1` and `c2` are Adam's corrections 1 − βᵗ. */
const update = jit(
  ({ params, m, v }: State, x: np.Array, truth: np.Array, c1: np.Array, c2: np.Array): State => {
    const held = each((name) => params[name].ref);
    const [value, g] = valueAndGrad(loss)(held, x, truth);
    value.dispose();
    const { lr, beta1, beta2, eps } = ADAM;
    const next: State = {
      m: each((name) => m[name].mul(beta1).add(g[name].ref.mul(1 - beta1))),
      v: each((name) => v[name].mul(beta2).add(np.square(g[name]).mul(1 - beta2))),
      params,
    };
    next.params = each((name) => {
      const first = next.m[name].ref.div(c1.ref);
      const second = next.v[name].ref.div(c2.ref);
      return params[name].sub(first.mul(lr).div(np.sqrt(second).add(eps)));
    });
    c1.dispose();
    c2.dispose();
    return next;
  },
);

/** An epoch in jax-js (wasm), with a jitted step. */
export async function jax({ digits, pixels, hidden, problem }: Task): Promise<Result> {
  const [w1, b1, w2, b2] = problem.start().map(({ data }) => data as Float32Array<ArrayBuffer>);
  const params: Params = {
    w1: np.array(w1!).reshape([hidden, pixels]).transpose(),
    b1: np.array(b1!),
    w2: np.array(w2!).reshape([10, hidden]).transpose(),
    b2: np.array(b2!),
  };
  const zeros = () => each((name) => np.zerosLike(params[name].ref));
  let state: State = { params, m: zeros(), v: zeros() };
  const { train, test } = digits;
  const batches = dealt(problem.samples, BATCH);
  const begun = performance.now();
  for (let step = 1; step <= problem.perEpoch; step++) {
    const x = new Float32Array(BATCH.batchSize * pixels);
    const truth = new Float32Array(BATCH.batchSize * 10);
    for (const [k, sample] of batches(step).entries()) {
      x.set(train.inputs.subarray(sample * pixels, (sample + 1) * pixels), k * pixels);
      truth[10 * k + train.labels[sample]!] = 1;
    }
    state = update(
      state,
      np.array(x).reshape([BATCH.batchSize, pixels]),
      np.array(truth).reshape([BATCH.batchSize, 10]),
      np.array(1 - ADAM.beta1 ** step),
      np.array(1 - ADAM.beta2 ** step),
    );
    // After each step: what is queued slows the rest down (five times, when a hundred steps are).
    await blockUntilReady(state);
  }
  const ms = performance.now() - begun;
  const x = np.array(Float32Array.from(test.inputs)).reshape([test.labels.length, pixels]);
  const told = await np.argmax(outputs(state.params, x), 1).data();
  for (const name of names) {
    state.m[name].dispose();
    state.v[name].dispose();
  }
  return { ms, accuracy: rightShare(told, test.labels) };
}
