// zh: 这是普通动量。只改标出的一行，使它存的点就是 NAG 的前方点 θ − ημm。
// en: This is plain momentum. Change the marked line to store NAG’s point ahead, θ − ημm.
import { NAG } from 'optim';
import { minimize, Random, ravine, rosenbrock } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

function apart(problem: typeof ravine, lr: number, momentum: number) {
  const mine = minimize(
    problem,
    ([tensor]) => {
      const y = tensor!.data;
      const m = [0, 0];
      return {
        name: 'Momentum',
        lr,
        t: 0,
        step(gradient) {
          const g = gradient()[0]!.data;
          this.t += 1;
          for (let i = 0; i < 2; i++) {
            m[i] = momentum * m[i]! + g[i]!;
            y[i]! -= lr * m[i]!; // ←
          }
        },
      };
    },
    { steps: 200 },
  );
  const ahead = (i: number) => (optimizer: NAG, params: readonly { data: ArrayLike<number> }[]) =>
    params[0]!.data[i]! - lr * momentum * optimizer.m[0]!.data[i]!;
  const nag = minimize(problem, (params) => new NAG(params, { lr, momentum }), {
    steps: 200,
    record: { x: ahead(0), y: ahead(1) },
  });
  const distances = mine.path!.x.map((x, t) =>
    Math.hypot(x - nag.state.x![t]!, mine.path!.y[t]! - nag.state.y![t]!),
  );
  const { title } = problem;
  const [zh, en] = typeof title === 'string' ? [title, title] : [title.zh, title.en];
  display(
    lossCurve(
      { NAG: nag, yours: mine },
      {
        title: {
          zh: `${zh}，η = ${lr}，μ = ${momentum}`,
          en: `${en}, η = ${lr}, μ = ${momentum}`,
        },
        labels: { yours: { zh: '你的', en: 'yours' } },
      },
    ),
  );
  check.that(
    Math.max(...distances) < 1e-12 && mine.evaluations === 200,
    { zh: `${zh}：存的就是 θ − ημm`, en: `${en}: what is stored is θ − ημm` },
    { 'largest distance': Math.max(...distances), gradients: mine.evaluations },
  );
}
apart(ravine, 0.005, 0.9);
apart(rosenbrock, 0.0005, 0.5);
apart(ravine, 0.004, Number(new Random(freshSeed()).uniform(0.2, 0.8).toPrecision(2)));
