import { Adam, RMSProp } from 'optim';
import { minimize, twoBasins } from 'problems';
import { check, display, lossCurve, trajectory } from 'notebook';

// zh: 与开头相同的起点、η、记忆长度和 200 个梯度。
// en: The start, η, memory and 200 gradients of the opening.
const [lr, steps, start] = [0.1, 200, [-2.5, 1]];
const runs = {
  RMSProp: minimize(twoBasins, (params) => new RMSProp(params, { lr, alpha: 0.999 }), {
    steps,
    start,
  }),
  Adam: minimize(twoBasins, (params) => new Adam(params, { lr, beta2: 0.999 }), { steps, start }),
};
display(
  trajectory(twoBasins, runs, {
    title: { zh: 'Adam 留在深盆地里', en: 'Adam stays in the deep basin' },
  }),
  lossCurve(runs, {
    title: { zh: '同样的 η，同样的梯度次数', en: 'The same η, as many gradients' },
    y: { domain: [1e-11, 1e2] },
  }),
);
const [x0 = NaN, x1 = NaN] = runs.Adam.path?.x ?? [];
check.close(x1 - x0, lr, {
  relative: 1e-6,
  label: { zh: 'Adam 的第一步就是 η：', en: 'Adam’s first step is η:' },
});
check.converges(runs.Adam, { below: 1e-6 });
check.that(
  (runs.RMSProp.losses.at(-1) ?? NaN) > 2,
  { zh: 'RMSProp 还在浅盆地里', en: 'RMSProp is still in the shallow basin' },
  { loss: runs.RMSProp.losses.at(-1) ?? NaN },
);
