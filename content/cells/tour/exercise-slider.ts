// zh: 拖动 η，让 60 步之后的损失低于 10⁻³。
// en: Move η until the loss after 60 steps is below 10⁻³.
import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider } from 'notebook';

const lr = slider('η', { min: 0.001, max: 0.025, value: 0.003, step: 0.001 });
const run = minimize(ravine, (params) => new SGD(params, { lr }), { steps: 60 });
display(lossCurve(run, { below: 1e-3, y: { domain: [1e-5, 1] } }));
check.converges(run, { below: 1e-3 });
