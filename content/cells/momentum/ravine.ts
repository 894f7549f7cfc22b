import { Momentum, SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 动量系数 γ：0 就是普通的 SGD。
// en: The momentum coefficient γ: 0 is plain SGD.
const momentum = slider('γ', { min: 0, max: 0.99, value: 0.9 });
const runs = {
  SGD: minimize(ravine, (params) => new SGD(params, { lr: 0.02 }), { steps: 200 }),
  Momentum: minimize(ravine, (params) => new Momentum(params, { lr: 0.02, momentum }), {
    steps: 200,
  }),
};
display(trajectory(ravine, runs), lossCurve(runs));
check.converges(runs.Momentum, { below: 1e-6 });
