// zh: 改好 `update`，让它成为 AdaGrad：G 从 0 开始，每一步由它更新；ε = 1e-10 加在根号外面。
// en: Repair `update` until it is AdaGrad: G starts at 0 and grows here; ε = 1e-10 goes outside the root.
import { AdaGrad, tensor } from 'optim';
import { dogsAndCats, minimize, ravine, type Problem } from 'problems';
import { check, freshSeed } from 'notebook';

function update(w: Float64Array, g: Float64Array, G: Float64Array, lr: number): void {
  for (let i = 0; i < w.length; i++) {
    G[i] = g[i]! ** 2;
    w[i]! -= (lr / (G[i]! + 1e-10)) * g[i]!;
  }
}
function mine(problem: Problem, lr: number, steps: number): Float64Array {
  const [w] = problem.start();
  const g = tensor(w!.shape);
  const [values, gradient] = [w!.data as Float64Array, g.data as Float64Array];
  const G = new Float64Array(values.length);
  for (let t = 1; t <= steps; t++) {
    problem.gradient([w!], [g], t);
    update(values, gradient, G, lr);
  }
  return values;
}
const cases = [
  { problem: ravine, lr: 0.1, steps: 1 },
  { problem: ravine, lr: 0.01, steps: 50 },
  { problem: dogsAndCats({ batchSize: 4, seed: 2 + freshSeed() }), lr: 0.5, steps: 200 },
];
for (const { problem, lr, steps } of cases) {
  const expected = minimize(problem, (params) => new AdaGrad(params, { lr }), { steps }).params[0]!;
  const error = Math.max(
    ...mine(problem, lr, steps).map((w, i) => Math.abs(w - expected.data[i]!)),
  );
  const { title } = problem;
  const [zh, en] = typeof title === 'string' ? [title, title] : [title.zh, title.en];
  check.that(
    error < 1e-9,
    {
      zh: `${zh}：${steps} 步后与 AdaGrad 一致`,
      en: `${en}: equals AdaGrad at step ${steps}`,
    },
    { error },
  );
}
