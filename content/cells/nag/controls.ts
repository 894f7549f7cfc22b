import { Momentum, NAG } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

const lr = slider('η', { min: 0.001, max: 0.04, value: 0.01, log: true });
const momentum = slider('μ', { min: 0, max: 0.98, value: 0.9 });
const run = (Method: typeof Momentum | typeof NAG) =>
  minimize(ravine, (params) => new Method(params, { lr, momentum }), { steps: 100 });
const runs = { Momentum: run(Momentum), NAG: run(NAG) };
display(
  trajectory(ravine, runs, { title: { zh: '两种方法的路', en: 'The ways of both methods' } }),
  lossCurve(runs, {
    title: { zh: '100 步的损失', en: 'Loss over 100 steps' },
    y: { domain: [1e-16, 1e4] },
  }),
);

// zh: 陡的方向曲率 98，越过各自的界就发散。离界不到 5% 时，100 步看不出来。
// en: Beyond its limit a method diverges. Within 5% of it, 100 steps are too few to tell.
const limits = { Momentum: 2 * (1 + momentum), NAG: (2 * (1 + momentum)) / (1 + 2 * momentum) };
for (const name of ['Momentum', 'NAG'] as const) {
  const share = (lr * 98) / limits[name];
  const grows = !(runs[name].losses.at(-1)! < runs[name].losses[0]!);
  check.that(
    grows === share > 1 || Math.abs(share - 1) < 0.05,
    share > 1
      ? { zh: `${name}：ηλ 过了界，发散`, en: `${name}: ηλ is over the limit, it diverges` }
      : {
          zh: `${name}：ηλ 在界内，损失下降`,
          en: `${name}: ηλ is within the limit, the loss falls`,
        },
    { ηλ: lr * 98, limit: limits[name] },
  );
}
