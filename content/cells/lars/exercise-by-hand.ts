// zh: 补全 `ratio`：返回一层的信任比，让手写的 LARS 与库里的一步不差。
// en: Complete `ratio`, a layer’s trust ratio, so that this LARS agrees with the library’s at every step.
import { LARS } from 'optim';
import { minimize, Random, rescaledNetwork } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

const norm = (values: ArrayLike<number>) => Math.hypot(...Array.from(values));
function ratio(w: ArrayLike<number>, g: ArrayLike<number>, kappa: number, decay: number): number {
  // zh: 上下颠倒，也没有考虑范数为 0。
  // en: Upside down, and it forgets norms of 0.
  return (kappa * norm(g)) / (norm(w) + decay * norm(g));
}

const near = (value: number) => Number(value.toPrecision(2));
const [steps, momentum] = [40, 0.9];
function compare(c: number, lr: number, kappa: number, decay: number): void {
  const problem = rescaledNetwork({ c });
  const [params, gradients] = [problem.start(), problem.start()];
  const m = params.map(({ data }) => data.map(() => 0));
  const losses = [problem.loss(params)];
  for (let t = 1; t <= steps; t++) {
    problem.gradient(params, gradients, t);
    params.forEach(({ data: w }, l) => {
      const g = gradients[l]!.data;
      const r = ratio(w, g, kappa, decay);
      for (let i = 0; i < w.length; i++) {
        m[l]![i] = momentum * m[l]![i]! + r * (g[i]! + decay * w[i]!);
        w[i]! -= lr * m[l]![i]!;
      }
    });
    losses.push(problem.loss(params));
  }
  const yours = { name: 'LARS', losses, steps, every: 1, divergedAt: null };
  const options = { lr, momentum, trustCoefficient: kappa, weightDecay: decay, eps: 0 };
  const library = minimize(problem, (w) => new LARS(w, options), { steps });
  const title = `c = ${c}, κ = ${kappa}, λ = ${decay}`;
  const labels = {
    yours: { zh: '你的', en: 'yours' },
    library: { zh: '库里的', en: 'the library’s' },
  };
  display(lossCurve({ yours, library }, { title, labels }));
  const gap = Math.max(...library.losses.map((loss, t) => Math.abs(loss - losses[t]!)));
  check.that(gap < 1e-10, {
    zh: `c = ${c}，λ = ${decay}：每一步的损失都相同`,
    en: `c = ${c}, λ = ${decay}: the same loss at every step`,
  });
}
compare(1, 1, 1e-3, 0);
compare(10, 0.5, 2e-3, 0.01);
const random = new Random(freshSeed());
compare(near(random.uniform(1, 6)), near(random.uniform(0.3, 1)), 1e-3, 0.005);
const zeros = [ratio([0, 0], [3, 4], 1e-3, 0), ratio([3, 4], [0, 0], 1e-3, 0.1)];
check.that(
  zeros.every((r) => r === 1),
  {
    zh: '权重或梯度为 0 时，r = 1',
    en: 'r = 1 where weights or gradient are 0',
  },
);
