import { SGD } from 'optim';
import { minimize, plateau } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 左边一段坡，中间一片平地（高 1），右边才是谷底 (4, 0)。
// en: A slope on the left, then a plain at height 1; the bottom, (4, 0), lies beyond it on the right.
const lr = slider('η', { min: 0.05, max: 1.9, value: 0.5, step: 0.05 });
const run = minimize(plateau, (params) => new SGD(params, { lr }), { steps: 1000, every: 5 });
display(
  trajectory(plateau, run, {
    title: { zh: '坡一走完，步子就没了', en: 'Where the slope ends, the steps end' },
  }),
  lossCurve(run, { log: false, x: { domain: [0, 100] } }),
);
check.that(
  run.losses.at(-1)! > 0.99,
  {
    zh: '1,000 步之后，损失仍然是平地的高度',
    en: 'after 1,000 steps the loss is still that of the plain',
  },
  { L: run.losses.at(-1)! },
);
check.that(
  run.gradientNorms.at(-1)! < 1e-4,
  {
    zh: '梯度几乎是 0，离谷底还有 5 以上',
    en: 'the gradient is nearly 0, the bottom more than 5 away',
  },
  { '‖g‖': run.gradientNorms.at(-1)!, x: run.path!.x.at(-1)! },
);
