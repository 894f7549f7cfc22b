// zh: 把 `SGD` 换成 `Momentum`（第 2 行和第 5 行），让损失在 60 步之内低于 10⁻⁴。
// en: Put `Momentum` in the place of `SGD` (lines 2 and 5), so that the loss is below 10⁻⁴ within 60 steps.
import { Momentum } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, trajectory } from 'notebook';
const run = minimize(ravine, (params) => new Momentum(params, { lr: 0.02 }), { steps: 60 });
display(trajectory(ravine, run));
check.converges(run, { below: 1e-4 });
