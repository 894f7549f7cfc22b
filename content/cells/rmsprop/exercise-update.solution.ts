// zh: 改好 `update`，让它成为 RMSProp：v 从 0 开始，由它更新；α 是过去所占的份额，ε 加在根号外。
// en: Repair `update` until it is RMSProp: v starts at 0 and is kept here, α is the share of the past, ε goes outside the root.
import { RMSProp, tensor } from 'optim';
import { cliff, minimize, type Problem, Random, ravine } from 'problems';
import { check, freshSeed } from 'notebook';

const eps = 1e-8;
function update(w: Float64Array, g: Float64Array, v: Float64Array, lr: number, alpha: number) {
  for (let i = 0; i < w.length; i++) {
    v[i] = alpha * v[i]! + (1 - alpha) * g[i]! ** 2;
    w[i]! -= (lr * g[i]!) / (Math.sqrt(v[i]!) + eps);
  }
}
function mine(problem: Problem, lr: number, alpha: number, steps: number): Float64Array {
  const [w] = problem.start();
  const g = tensor(w!.shape);
  const [values, gradient] = [w!.data as Float64Array, g.data as Float64Array];
  const v = new Float64Array(values.length);
  for (let t = 1; t <= steps; t++) {
    problem.gradient([w!], [g], t);
    update(values, gradient, v, lr, alpha);
  }
  return values;
}
const alpha = Number(new Random(freshSeed()).uniform(0.7, 0.95).toPrecision(2));
const cases = [
  { problem: ravine, lr: 0.01, alpha: 0.9, steps: 1 },
  { problem: ravine, lr: 0.001, alpha: 0.99, steps: 60 },
  { problem: cliff, lr: 0.05, alpha: 0.8, steps: 40 },
  { problem: ravine, lr: 0.005, alpha, steps: 50 },
];
for (const { problem, lr, alpha, steps } of cases) {
  const run = minimize(problem, (params) => new RMSProp(params, { lr, alpha }), { steps });
  const expected = run.params[0]!.data;
  const error = Math.max(
    ...mine(problem, lr, alpha, steps).map((w, i) => Math.abs(w - expected[i]!)),
  );
  const { title } = problem;
  const [zh, en] = typeof title === 'string' ? [title, title] : [title.zh, title.en];
  check.that(
    error < 1e-9,
    {
      zh: `${zh}，α = ${alpha}：${steps} 步后与 RMSProp 一致`,
      en: `${en}, α = ${alpha}: equals RMSProp at step ${steps}`,
    },
    { error },
  );
}
