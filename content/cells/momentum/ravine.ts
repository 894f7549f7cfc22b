import { Momentum, SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 学习率与之前一样。μ = 0 就是普通的 SGD；往上推，看曲线先变陡，再变缓。
// en: The learning rate is the one from before. μ = 0 is plain SGD; push it up: steeper first, then slower.
const lr = 2 / (1.96 + 98);
const momentum = slider('μ', { min: 0, max: 0.99, value: 0.65, step: 0.01 });
const steps = 60;
const runs = {
  SGD: minimize(ravine, (params) => new SGD(params, { lr }), { steps }),
  Momentum: minimize(ravine, (params) => new Momentum(params, { lr, momentum }), { steps }),
};
display(
  trajectory(ravine, runs, {
    title: { zh: '折返抵消，前进累积', en: 'The zig-zag cancels, the way forward adds up' },
  }),
  lossCurve(runs, {
    below: 1e-10,
    title: { zh: '同样的学习率，同样 60 个梯度', en: 'One learning rate, 60 gradients each' },
  }),
);
check.converges(runs.Momentum, { below: 1e-10 });
