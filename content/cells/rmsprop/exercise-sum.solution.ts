// zh: 给 RMSProp 每一步一个 α 和一个 η，让它恰好就是 AdaGrad。写出 `alphaAt` 和 `rateAt`，`t` 从 1 起。
// en: Give RMSProp an α and an η for each step that make it AdaGrad. Write `alphaAt` and `rateAt`; `t` starts from 1.
import { AdaGrad, tensor } from 'optim';
import { cliff, dogsAndCats, minimize, ravine } from 'problems';
import { check, freshSeed } from 'notebook';

function alphaAt(t: number): number {
  return 1 - 1 / t;
}
function rateAt(t: number, lr: number): number {
  return lr / Math.sqrt(t);
}

const cases = [
  { problem: ravine, lr: 0.02, steps: 50 },
  { problem: cliff, lr: 1, steps: 100 },
  { problem: dogsAndCats({ batchSize: 4, seed: 4 + freshSeed() }), lr: 0.5, steps: 300 },
];
for (const { problem, lr, steps } of cases) {
  const params = problem.start();
  const [w, g] = [params[0]!.data, tensor(params[0]!.shape)];
  const v = w.map(() => 0);
  for (let t = 1; t <= steps; t++) {
    problem.gradient(params, [g], t);
    for (const [i, gi] of g.data.entries()) {
      v[i] = alphaAt(t) * v[i]! + (1 - alphaAt(t)) * gi * gi;
      if (v[i]! > 0) w[i]! -= (rateAt(t, lr) * gi) / Math.sqrt(v[i]!);
    }
  }
  const run = minimize(problem, (p) => new AdaGrad(p, { lr, eps: 1e-30 }), { steps });
  const error = Math.max(...w.map((x, i) => Math.abs(x - run.params[0]!.data[i]!)));
  const { title } = problem;
  const [zh, en] = typeof title === 'string' ? [title, title] : [title.zh, title.en];
  check.that(
    error < 1e-8,
    {
      zh: `${zh}：${steps} 步后就是 AdaGrad`,
      en: `${en}: AdaGrad at step ${steps}`,
    },
    { error },
  );
}
