import { SGD } from 'optim';
import { minimize, noisy, plateau } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 左边一段坡，中间一片平地（高 1），右边才是谷底 (4, 0)。再看加一点噪声有没有用。
// en: A slope on the left, a plain at height 1, and beyond it the bottom, (4, 0). Does some noise help?
const lr = slider('η', { min: 0.05, max: 1.9, value: 0.5, step: 0.05 });
const run = (sigma: number) =>
  minimize(noisy(plateau, { sigma }), (params) => new SGD(params, { lr }), { steps: 400 });
const runs = { 'σ = 0': run(0), 'σ = 0.05': run(0.05) };
display(
  trajectory(plateau, runs, {
    title: { zh: '坡一走完，步子就没了', en: 'Where the slope ends, the steps end' },
  }),
  lossCurve(runs, { log: false, title: { zh: '平地的高度是 1', en: 'The plain lies at 1' } }),
);
const [still, restless] = Object.values(runs);
check.that(
  still!.losses.at(-1)! > 0.99 && still!.gradientNorms.at(-1)! < 1e-4,
  {
    zh: '400 步之后还在平地上，梯度几乎是 0',
    en: 'after 400 steps still on the plain, with hardly a gradient',
  },
  { L: still!.losses.at(-1)!, '‖g‖': still!.gradientNorms.at(-1)! },
);
check.that(
  restless!.losses.at(-1)! > 0.9,
  { zh: '加了噪声也还在平地上', en: 'with noise it is on the plain, too' },
  { L: restless!.losses.at(-1)!, x: restless!.path!.x.at(-1)! },
);
