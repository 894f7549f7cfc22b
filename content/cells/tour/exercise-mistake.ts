// zh: 运行它，读一读错误说了什么，把那一行改对。
// en: Run it, read what the error says, and mend that line.
import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check } from 'notebook';

const slow = minimize(ravine, (params) => new SGD(params, { lr: 0.01 }), { steps: 60 });
check.converges(slow, { below: 2e-3 });
const run = minimize(ravine, (params) => new SGD(params, { lr: -0.02 }), { steps: 60 });
check.converges(run, { below: 1e-3 });
