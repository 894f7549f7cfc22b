import { Momentum } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 条件数 1,000：适合 μ = 0.9 的学习率不多。
// en: Condition number 1,000: not many rates suit μ = 0.9.
const valley = quadratic({ eigenvalues: [0.1, 100] });
const run = (form: 'classic' | 'ema', lr: number) =>
  minimize(valley, (params) => new Momentum(params, { lr, momentum: 0.9, form }), { steps: 400 });
// zh: 两种形式各自合适的学习率，以及互换之后的结果。
// en: A rate that suits each form, and the same two rates exchanged.
const runs = {
  'classic, η = 0.03': run('classic', 0.03),
  'EMA, η = 0.3': run('ema', 0.3),
  'classic, η = 0.3': run('classic', 0.3),
  'EMA, η = 0.03': run('ema', 0.03),
};
display(
  lossCurve(runs, {
    title: { zh: '换了形式，没换学习率', en: 'The form was changed, the rate was not' },
    y: { domain: [1e-17, 1e6] },
    labels: {
      'EMA, η = 0.3': { zh: 'EMA，η = 0.3', en: 'EMA, η = 0.3' },
      'EMA, η = 0.03': { zh: 'EMA，η = 0.03', en: 'EMA, η = 0.03' },
      'classic, η = 0.03': { zh: '经典，η = 0.03', en: 'classic, η = 0.03' },
      'classic, η = 0.3': { zh: '经典，η = 0.3', en: 'classic, η = 0.3' },
    },
  }),
);
check.converges(runs['classic, η = 0.03'], {
  below: 1e-6,
  label: { zh: '经典，η = 0.03：', en: 'classic, η = 0.03:' },
});
check.diverges(runs['classic, η = 0.3'], {
  label: { zh: '经典，η = 0.3：', en: 'classic, η = 0.3:' },
});
const late = (name: keyof typeof runs) => runs[name].losses.at(-1) ?? NaN;
check.that(
  late('EMA, η = 0.03') > 100 * late('EMA, η = 0.3'),
  {
    zh: 'EMA 用经典形式的学习率，落后 100 倍以上',
    en: 'the EMA at the classic rate is over 100 times behind',
  },
  { 'loss(η = 0.03)': late('EMA, η = 0.03'), 'loss(η = 0.3)': late('EMA, η = 0.3') },
);
