import { Momentum, SGD } from 'optim';
import { minimize, plateau } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

const steps = 200;
const sgd = (lr: number) => minimize(plateau, (params) => new SGD(params, { lr }), { steps });
const momentum = (lr: number) =>
  minimize(plateau, (params) => new Momentum(params, { lr, momentum: 0.9 }), { steps });

// zh: 两者都试同一组学习率，0.001 到 4，共 60 个。
// en: The same 60 learning rates for both, from 0.001 to 4.
const rates = Array.from({ length: 60 }, (_, k) => 0.001 * 4000 ** (k / 59));
const finals = (run: typeof sgd) => rates.map((lr) => run(lr).losses.at(-1) ?? NaN);
const [stuck, crossed] = [finals(sgd), finals(momentum)];

// zh: SGD 用十倍的学习率，使两者在斜坡上的步长相当。
// en: SGD gets ten times the rate, so that both take steps of like size on the slope.
display(
  trajectory(
    plateau,
    { SGD: sgd(1), Momentum: momentum(0.1) },
    {
      title: {
        zh: '从斜坡冲上平坦区：谁过得去？',
        en: 'Off the slope, onto the flat: who gets across?',
      },
    },
  ),
  lines({
    title: {
      zh: '200 步之后的损失：平坦区高 1，谷底是 0',
      en: 'Loss after 200 steps: the flat is at 1, the minimum at 0',
    },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true, domain: [1e-10, 1e2] },
    series: [
      { label: 'SGD', optimizer: 'SGD', x: rates, y: stuck },
      { label: 'Momentum', optimizer: 'Momentum', x: rates, y: crossed },
    ],
    caption: {
      zh: '从顶上出了图的，是发散了。',
      en: 'Where a line leaves at the top, the method has diverged.',
    },
  }),
);
const reached = (losses: number[]) => losses.filter((loss) => loss < 0.01).length;
check.that(
  reached(stuck) === 0,
  {
    zh: 'SGD：60 个学习率，没有一个越过平坦区',
    en: 'SGD: none of 60 learning rates crosses the flat',
  },
  { reached: reached(stuck) },
);
check.that(
  reached(crossed) >= 25,
  {
    zh: 'Momentum：60 个里至少有 25 个到达谷底',
    en: 'Momentum: at least 25 of the 60 reach the minimum',
  },
  { reached: reached(crossed) },
);
