import { AdaGrad, RMSProp } from 'optim';
import { cliff, minimize } from 'problems';
import { check, display, lossCurve, slider, toggle, trajectory } from 'notebook';

const lr = slider('η', { min: 0.003, max: 3, value: 0.05, log: true });
const alpha = slider('α', { min: 0, max: 0.999, value: 0.9, step: 0.001 });
const eps = slider('ε', { min: 1e-10, max: 10, value: 1e-8, log: true });
const epsInsideRoot = toggle({ zh: 'ε 在根号里', en: 'ε inside the root' }, { value: false });
const centered = toggle({ zh: '减去平均（centered）', en: 'centered' }, { value: false });
const options = { lr, alpha, eps, epsInsideRoot, centered };
const runs = {
  RMSProp: minimize(cliff, (params) => new RMSProp(params, options), { steps: 500 }),
  AdaGrad: minimize(cliff, (params) => new AdaGrad(params, { lr }), { steps: 500 }),
};
display(
  trajectory(cliff, runs, { title: { zh: '先陡后缓', en: 'Steep first, gentle later' } }),
  lossCurve(runs, {
    title: { zh: '500 步的损失', en: 'Loss over 500 steps' },
    y: { domain: [1e-8, 1e3] },
  }),
);
const [start, end] = [runs.RMSProp.losses[0]!, runs.RMSProp.losses.at(-1)!];
check.that(
  end < start / 1000,
  {
    zh: '500 步之后，损失不到起点的千分之一',
    en: '500 steps: below a thousandth of the first loss',
  },
  { start, end },
);
