// zh: 这个 `update` 是 Adam 加 L2。把它改成 AdamW（PyTorch 的写法，ε = 1e-8）。
// en: This `update` is Adam with L2. Make it AdamW, in PyTorch’s form, ε = 1e-8.
import { AdamW, tensor } from 'optim';
import { minimize, noisy, ravine, rosenbrock, type Problem } from 'problems';
import { check, freshSeed } from 'notebook';

interface State {
  m: Float64Array;
  v: Float64Array;
}
function update(
  w: Float64Array,
  g: Float64Array,
  { m, v }: State,
  t: number,
  lr: number,
  lambda: number,
) {
  for (let i = 0; i < w.length; i++) {
    const gt = g[i]!;
    m[i] = 0.9 * m[i]! + 0.1 * gt;
    v[i] = 0.999 * v[i]! + 0.001 * gt * gt;
    const mHat = m[i]! / (1 - 0.9 ** t);
    const vHat = v[i]! / (1 - 0.999 ** t);
    w[i]! -= lr * lambda * w[i]! + (lr * mHat) / (Math.sqrt(vHat) + 1e-8);
  }
}
function mine(problem: Problem, lr: number, lambda: number, steps: number): Float64Array {
  const [w] = problem.start();
  const g = tensor(w!.shape);
  const [values, gradient] = [w!.data as Float64Array, g.data as Float64Array];
  const state = { m: new Float64Array(values.length), v: new Float64Array(values.length) };
  for (let t = 1; t <= steps; t++) {
    problem.gradient([w!], [g], t);
    update(values, gradient, state, t, lr, lambda);
  }
  return values;
}
const cases = [
  { name: { zh: '峡谷', en: 'ravine' }, problem: ravine, lr: 0.1, lambda: 0.1, steps: 1 },
  {
    name: { zh: '弯谷', en: 'bent valley' },
    problem: rosenbrock,
    lr: 0.02,
    lambda: 0.5,
    steps: 100,
  },
  {
    name: { zh: '带噪声的峡谷', en: 'noisy ravine' },
    problem: noisy(ravine, { sigma: 1, seed: 1 + freshSeed() }),
    lr: 0.01,
    lambda: 2,
    steps: 300,
  },
];
for (const { name, problem, lr, lambda, steps } of cases) {
  const { params } = minimize(problem, (w) => new AdamW(w, { lr, weightDecay: lambda }), { steps });
  const own = mine(problem, lr, lambda, steps);
  const error = Math.max(...own.map((w, i) => Math.abs(w - params[0]!.data[i]!)));
  check.that(
    error < 1e-9,
    {
      zh: `${name.zh}，λ = ${lambda}：${steps} 步后与 AdamW 一致`,
      en: `${name.en}, λ = ${lambda}: equals AdamW at step ${steps}`,
    },
    { error },
  );
}
