import { Adadelta } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: Keras 的默认值：ρ = 0.95，ε = 1e-7，η = 0.001。论文里没有 η，相当于 1。
// en: Keras's defaults: ρ = 0.95, ε = 1e-7, η = 0.001. The paper has no η, which is to say 1.
const lr = slider('η', { min: 0.001, max: 1, value: 0.001, log: true });
const bowl = quadratic({ eigenvalues: [1], start: [3] });
const path = (lr: number) =>
  minimize(bowl, (params) => new Adadelta(params, { lr, rho: 0.95, eps: 1e-7 }), {
    steps: 3000,
    every: 5,
    record: { θ: (_, [w]) => w!.data[0]! },
  }).state.θ!;
const [paper, keras] = [path(1), path(lr)];
const x = paper.map((_, k) => 5 * k);
display(
  lines({
    title: {
      zh: '“不用选学习率”，前提是学习率为 1',
      en: '“No learning rate to choose”, if it is 1',
    },
    series: [
      { label: 'η = 1', x, y: paper },
      { label: `η = ${lr}`, x, y: keras, dash: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ' },
  }),
);
check.that(
  Math.abs(paper.at(-1)!) < 1e-3,
  { zh: 'η = 1：到了', en: 'η = 1: there' },
  { θ: paper.at(-1)! },
);
check.that(
  keras.at(-1)! > 2.97,
  {
    zh: '默认的 η：3,000 步还没走完 1%',
    en: 'the default η: less than 1% of the way in 3,000 steps',
  },
  { θ: keras.at(-1)! },
);
