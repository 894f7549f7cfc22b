import { Momentum, SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

// zh: 同一条峡谷，同一个学习率。SGD 沿谷底走得很慢；动量走得快，却停不住。
// en: One ravine, one rate. SGD crawls along the floor; momentum is fast and cannot stop.
const lr = 0.005;
const runs = {
  SGD: minimize(ravine, (params) => new SGD(params, { lr }), { steps: 60 }),
  Momentum: minimize(ravine, (params) => new Momentum(params, { lr, momentum: 0.9 }), {
    steps: 60,
  }),
};

// zh: y 是离谷底线多远；除以起点的 y，就是“冲到对面多远”，负号表示对面。
// en: y is the distance from the line of the floor. Over its start: how far across we got, minus for the far side.
const offset = (run: typeof runs.SGD) => run.path!.y.map((y) => y / run.path!.y[0]!);
const momentum = offset(runs.Momentum);
const overshoot = -Math.min(...momentum);
const swinging = momentum.findLastIndex((y) => Math.abs(y) >= 0.1);

display(
  trajectory(ravine, runs, {
    title: { zh: '动量一次次冲过谷底', en: 'Momentum crosses the floor again and again' },
    y: { domain: [-0.03, 0.03] },
  }),
  lines({
    title: { zh: '离谷底线多远（起点为 1）', en: 'Distance from the floor line (start = 1)' },
    series: [
      { label: 'SGD', optimizer: 'SGD', y: offset(runs.SGD) },
      { label: 'Momentum', optimizer: 'Momentum', y: momentum },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'y / y₀' },
    rules: [{ y: 0 }],
  }),
);
check.that(
  overshoot > 0.8 && swinging > 30,
  {
    zh: '动量冲到对面，有起点的八成多远；几十步以后还在摆',
    en: 'momentum gets over 80% as far on the other side as it started, and still swings dozens of steps later',
  },
  { overshoot, swinging },
);
// zh: 损失时高时低，所以看最后 20 步里最高的一次。
// en: The loss rises and falls, so look at its highest in the last 20 steps.
const late = (run: typeof runs.SGD) => Math.max(...run.losses.slice(41));
check.that(
  Math.min(...offset(runs.SGD)) >= 0 && late(runs.SGD) > 5 * late(runs.Momentum),
  {
    zh: 'SGD 从不冲过谷底，但最后 20 步的损失是动量的 5 倍以上',
    en: 'SGD never crosses the floor, yet over the last 20 steps its loss is over 5 times momentum’s',
  },
  { SGD: late(runs.SGD), Momentum: late(runs.Momentum) },
);
