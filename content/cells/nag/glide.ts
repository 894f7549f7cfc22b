import { Momentum, NAG } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, trajectory } from 'notebook';

// zh: 学习率、动量系数、起点、步数都与上面相同；每步各算一次梯度。
// en: Learning rate, momentum, start and steps as above; each takes one gradient a step.
const options = { lr: 0.005, momentum: 0.9 };
const runs = {
  Momentum: minimize(ravine, (params) => new Momentum(params, options), { steps: 60 }),
  NAG: minimize(ravine, (params) => new NAG(params, options), { steps: 60 }),
};
display(
  trajectory(ravine, runs, {
    title: { zh: '同一条峡谷，NAG 几乎不摆', en: 'The same ravine: NAG hardly swings' },
    y: { domain: [-0.03, 0.03] },
  }),
  lossCurve(runs, { title: { zh: '60 步的损失', en: 'Loss over 60 steps' } }),
);

const compare = (measure: (run: typeof runs.NAG, offset: number[]) => number) => {
  const of = (run: typeof runs.NAG) =>
    measure(
      run,
      run.path!.y.map((y) => y / run.path!.y[0]!),
    );
  return { NAG: of(runs.NAG), Momentum: of(runs.Momentum) };
};
const overshoot = compare((_, offset) => -Math.min(...offset));
const swinging = compare((_, offset) => offset.findLastIndex((y) => Math.abs(y) >= 0.1));
const late = compare((run) => Math.max(...run.losses.slice(41)));
const gradients = compare((run) => run.evaluations);
check.that(
  overshoot.NAG < overshoot.Momentum / 3,
  {
    zh: 'NAG 冲过谷底的距离不到动量的三分之一',
    en: 'NAG’s overshoot is under a third of momentum’s',
  },
  overshoot,
);
check.that(
  swinging.NAG < 10 && swinging.Momentum > 30,
  {
    zh: 'NAG 十步之内摆幅就小于一成，动量要三十步以上',
    en: 'swings stay below a tenth within 10 steps, for momentum after more than 30',
  },
  swinging,
);
check.that(
  late.NAG < late.Momentum / 3,
  {
    zh: '最后 20 步里，NAG 最高的损失不到动量的三分之一',
    en: 'NAG’s highest loss of the last 20 steps is under a third of momentum’s',
  },
  late,
);
check.that(
  gradients.NAG === gradients.Momentum,
  { zh: '算梯度的次数相同', en: 'both took the same number of gradients' },
  gradients,
);
