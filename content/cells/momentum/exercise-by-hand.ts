// zh: 补全 `update`：让手写的动量与库里的 Momentum 一步不差。
// en: Complete `update`: make this momentum agree with the library’s, step by step.
import { Momentum } from 'optim';
import { beale, minimize, type Problem, Random, ravine } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

function update(theta: number[], m: number[], g: number[], lr: number, momentum: number): void {
  for (let i = 0; i < theta.length; i++) {
    // zh: 上一步的 m 还没有用上。
    // en: The m of the step before is not used yet.
    m[i] = (1 - momentum) * g[i]!;
    theta[i]! -= lr * m[i]!;
  }
}

const labels = { yours: { zh: '你的', en: 'yours' }, library: { zh: '库里的', en: 'library' } };

function byHand(problem: Problem, lr: number, momentum: number, steps = 50) {
  const [params, gradient] = [problem.start(), problem.start()];
  const theta = [...(params[0]?.data ?? [])];
  const m = theta.map(() => 0);
  const losses = [problem.loss(params)];
  for (let t = 1; t <= steps; t++) {
    problem.gradient(params, gradient, t);
    update(theta, m, [...(gradient[0]?.data ?? [])], lr, momentum);
    params[0]?.data.set(theta);
    losses.push(problem.loss(params));
  }
  return { name: 'Momentum', losses, steps, every: 1, divergedAt: null };
}
function compare(problem: Problem, lr: number, momentum: number): void {
  const yours = byHand(problem, lr, momentum);
  const library = minimize(problem, (params) => new Momentum(params, { lr, momentum }), {
    steps: 50,
  });
  const { title } = problem;
  const [zh, en] = typeof title === 'string' ? [title, title] : [title.zh, title.en];
  display(
    lossCurve(
      { yours, library },
      { title: { zh: `${zh}，μ = ${momentum}`, en: `${en}, μ = ${momentum}` }, labels },
    ),
  );
  const gap = Math.max(
    ...library.losses.map((loss, t) => Math.abs(loss - (yours.losses[t] ?? NaN))),
  );
  check.that(
    gap < 1e-12,
    {
      zh: `μ = ${momentum}：每一步的损失都与库相同`,
      en: `μ = ${momentum}: every loss as the library has it`,
    },
    { gap },
  );
}
compare(ravine, 0.02, 0.65);
compare(beale, 0.003, 0.9);
compare(ravine, 0.01, Number(new Random(freshSeed()).uniform(0.2, 0.8).toPrecision(2)));
