import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

const steps = 60;
const descend = (lr: number) => minimize(ravine, (params) => new SGD(params, { lr }), { steps });

// zh: 对这个二次函数，梯度下降收敛保证最好的学习率：η = 2 / (λ₁ + λₙ)。
// en: The learning rate with the best guarantee on this quadratic: η = 2 / (λ₁ + λₙ).
const run = descend(2 / (1.96 + 98));
// zh: 也许换个学习率就好了？在 0.001 到 0.0204 之间试 100 个，取最好的。
// en: Would another rate do better? Try 100 of them from 0.001 to 0.0204 and keep the best.
const rates = Array.from({ length: 100 }, (_, k) => 0.001 * 20.4 ** (k / 99));
const finals = rates.map((lr) => descend(lr).losses.at(-1) ?? NaN);

const title = { zh: 'SGD：每一步都撞到对面', en: 'SGD: every step ends on the opposite wall' };
display(
  trajectory(ravine, run, { title }),
  lines({
    title: {
      zh: '60 步之后的损失，100 个学习率',
      en: 'Loss after 60 steps, for 100 learning rates',
    },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
    series: [{ label: 'SGD', optimizer: 'SGD', x: rates, y: finals }],
  }),
);

const y = run.path?.y ?? [];
const turns = y.filter((value, t) => t > 0 && value * (y[t - 1] ?? 0) < 0).length;
check.that(
  turns === steps,
  { zh: '每一步都折返到谷的另一边', en: 'every step lands on the other side of the valley' },
  { turns },
);
const best = Math.min(...finals);
check.that(
  best > 1e-5,
  {
    zh: '100 个学习率，没有一个在 60 步内到达 1e−5',
    en: 'none of 100 learning rates gets to 1e−5 within 60 steps',
  },
  { best },
);
