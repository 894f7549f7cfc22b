// zh: 改写 `step`：由 Adam 的方向 a 求出这一步的位移，使衰减进入范数。
// en: Change `step`: make the move from Adam’s direction a, with the decay inside the norm.
import { LAMB } from 'optim';
import { minimize, Random, rescaledNetwork } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

const norm = (values: readonly number[]) => Math.hypot(...values);
// zh: w：权重；a：Adam 的方向；返回要从 w 里减去的量。
// en: w: weights, a: Adam's direction. Returns what is to be subtracted from w.
function step(w: readonly number[], a: readonly number[], lr: number, decay: number): number[] {
  const u = a.map((x, i) => x + decay * w[i]!);
  const [wNorm, uNorm] = [norm(w), norm(u)];
  const r = wNorm > 0 && uNorm > 0 ? wNorm / uNorm : 1;
  return u.map((x) => lr * r * x);
}

const [steps, beta1, beta2, eps] = [40, 0.9, 0.999, 1e-6];
function compare(c: number, lr: number, decay: number): void {
  const problem = rescaledNetwork({ c });
  const [params, gradients] = [problem.start(), problem.start()];
  const [m, v] = [1, 2].map(() => params.map(({ data }) => data.map(() => 0)));
  const losses = [problem.loss(params)];
  for (let t = 1; t <= steps; t++) {
    problem.gradient(params, gradients, t);
    params.forEach(({ data: w }, l) => {
      const a = [...gradients[l]!.data].map((g, i) => {
        m![l]![i] = beta1 * m![l]![i]! + (1 - beta1) * g;
        v![l]![i] = beta2 * v![l]![i]! + (1 - beta2) * g * g;
        return m![l]![i]! / (1 - beta1 ** t) / (Math.sqrt(v![l]![i]! / (1 - beta2 ** t)) + eps);
      });
      step([...w], a, lr, decay).forEach((move, i) => (w[i]! -= move));
    });
    losses.push(problem.loss(params));
  }
  const yours = { name: 'LAMB', losses, steps, every: 1, divergedAt: null };
  const library = minimize(problem, (w) => new LAMB(w, { lr, weightDecay: decay }), { steps });
  display(
    lossCurve(
      { yours, library },
      {
        title: `c = ${c}, λ = ${decay}`,
        labels: { yours: { zh: '你的', en: 'yours' }, library: { zh: '库里的', en: 'library' } },
      },
    ),
  );
  const gap = Math.max(...library.losses.map((loss, t) => Math.abs(loss - losses[t]!)));
  check.that(gap < 1e-9, {
    zh: `c = ${c}，λ = ${decay}：每一步的损失都相同`,
    en: `c = ${c}, λ = ${decay}: the same loss at every step`,
  });
}
compare(1, 0.01, 0.5);
compare(4, 0.005, 0.1);
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
compare(near(random.uniform(1, 4)), 0.005, near(random.uniform(0.1, 0.5)));
check.close(norm(step([0, 0], [3, 4], 0.1, 0.1)), 0.5, {
  relative: 1e-12,
  label: { zh: '权重为 0：r = 1，步长', en: 'weights of 0: r = 1, the step is' },
});
check.that(
  [step([1, 0], [0, 0], 0.1, 0), step([0, 0], [0, 0], 0.1, 0.1)].flat().every((x) => x === 0),
  { zh: '方向为 0：不动', en: 'a direction of 0: no move' },
);
