import { Momentum, SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 学习率与之前一样。μ = 0 就是普通的 SGD；往上推，看曲线先变陡，再变缓。
// en: The learning rate is the one from before. μ = 0 is plain SGD; push it up: steeper first, then slower.
const lr = 2 / (1.96 + 98);
const momentum = slider('μ', { min: 0, max: 0.99, value: 0.65, step: 0.01 });
const steps = 60;
const run = (mu: number) =>
  minimize(ravine, (params) => new Momentum(params, { lr, momentum: mu }), { steps });
const runs = {
  SGD: minimize(ravine, (params) => new SGD(params, { lr }), { steps }),
  Momentum: run(momentum),
};
const usual = run(0.9);
const all = { ...runs, 'Momentum, μ = 0.9': usual };
display(
  trajectory(ravine, runs, {
    among: all,
    title: { zh: '折返抵消，前进累积', en: 'The zig-zag cancels, the way forward adds up' },
  }),
  lossCurve(all, {
    below: 1e-10,
    title: { zh: '同样的学习率，同样 60 个梯度', en: 'One learning rate, 60 gradients each' },
  }),
);
check.converges(runs.Momentum, { below: 1e-10 });
check.that(
  (usual.losses.at(-1) ?? NaN) > 1e-5,
  {
    zh: '惯用的 μ = 0.9 在这里太大：60 步还到不了 1e−5',
    en: 'the usual μ = 0.9 is too much here: not at 1e−5 after 60 steps',
  },
  { loss: usual.losses.at(-1) ?? NaN },
);
