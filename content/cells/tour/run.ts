import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, trajectory } from 'notebook';

const run = minimize(ravine, (params) => new SGD(params, { lr: 0.02 }), { steps: 60 });
display(trajectory(ravine, run));
check.converges(run, { below: 1e-3 });
