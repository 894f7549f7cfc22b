import { Momentum, NAG } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, trajectory } from 'notebook';

// zh: 学习率、动量系数、起点、步数都与上面相同；每步各算一次梯度。
// en: Learning rate, momentum, start and steps as above; each takes one gradient a step.
const options = { lr: 0.005, momentum: 0.9 };
const runs = {
  Momentum: minimize(ravine, (params) => new Momentum(params, options), { steps: 60 }),
  NAG: minimize(ravine, (params) => new NAG(params, options), { steps: 60 }),
};
display(trajectory(ravine, runs, { y: { domain: [-0.03, 0.03] } }), lossCurve(runs));

const height = (run: typeof runs.NAG) => run.path!.y.map((y) => y / run.path!.y[0]!);
const overshoot = (run: typeof runs.NAG) => -Math.min(...height(run));
const swinging = (run: typeof runs.NAG) => height(run).findLastIndex((y) => Math.abs(y) >= 0.1);
check.that(
  overshoot(runs.NAG) < overshoot(runs.Momentum) / 3,
  {
    zh: '冲过谷底的高度不到动量的三分之一',
    en: 'the overshoot is less than a third of momentum’s',
  },
  { NAG: overshoot(runs.NAG), Momentum: overshoot(runs.Momentum) },
);
check.that(
  swinging(runs.NAG) < 10 && swinging(runs.Momentum) > 30,
  { zh: '最后一次高于起点一成的步数', en: 'the last step above a tenth of the start’s height' },
  { NAG: swinging(runs.NAG), Momentum: swinging(runs.Momentum) },
);
check.converges(runs.NAG, { below: 1e-6 });
check.that(
  runs.NAG.evaluations === runs.Momentum.evaluations,
  { zh: '两者算梯度的次数相同', en: 'both took the same number of gradients' },
  { NAG: runs.NAG.evaluations, Momentum: runs.Momentum.evaluations },
);
