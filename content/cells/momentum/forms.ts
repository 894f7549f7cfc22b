import { Momentum } from 'optim';
import { beale, minimize } from 'problems';
import { check, display, lossCurve } from 'notebook';

const [momentum, lr, steps] = [0.9, 0.003, 200];
const run = (form: 'classic' | 'ema', rate: number) =>
  minimize(beale, (params) => new Momentum(params, { lr: rate, momentum, form }), { steps });

// zh: 经典形式用 η；EMA 形式先用 η / (1 − μ)，再用没有换算的 η。
// en: The classic form with η; the EMA form with η / (1 − μ), and then with η as it is.
const classic = run('classic', lr);
const converted = run('ema', lr / (1 - momentum));
const unconverted = run('ema', lr);

// zh: 一步一步地比，损失最多差多少。
// en: Step by step: how far apart do the losses get?
const gap = (a: typeof classic, b: typeof classic) =>
  Math.max(...a.losses.map((loss, t) => Math.abs(loss - (b.losses[t] ?? NaN))));
const [same, different] = [gap(classic, converted), gap(classic, unconverted)];
display(
  lossCurve(
    { 'classic, η': classic, 'EMA, η / (1 − μ)': converted, 'EMA, η': unconverted },
    {
      title: {
        zh: 'Beale 曲面：换算之后是同一条曲线',
        en: 'Beale’s surface: converted, it is one and the same curve',
      },
      labels: {
        'classic, η': { zh: '经典，η', en: 'classic, η' },
        'EMA, η / (1 − μ)': { zh: 'EMA，η / (1 − μ)', en: 'EMA, η / (1 − μ)' },
        'EMA, η': { zh: 'EMA，η', en: 'EMA, η' },
      },
    },
  ),
);
check.that(
  same < 1e-12,
  {
    zh: 'EMA 形式配 η / (1 − μ)，与经典形式走同一条路',
    en: 'the EMA form with η / (1 − μ) walks the classic path',
  },
  { gap: same },
);
check.that(
  different > 0.1,
  { zh: '不换算就是另一条路', en: 'without the conversion it is another path' },
  { gap: different },
);
