import { Momentum, SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

// zh: 同一个峡谷，同一个学习率。SGD 沿谷底走得很慢；动量走得快，却停不住。
// en: One ravine, one rate. SGD crawls along the floor; momentum is fast and cannot stop.
const lr = 0.005;
const runs = {
  SGD: minimize(ravine, (params) => new SGD(params, { lr }), { steps: 60 }),
  Momentum: minimize(ravine, (params) => new Momentum(params, { lr, momentum: 0.9 }), {
    steps: 60,
  }),
};

// zh: y 是离谷底线的高度；除以起点的高度，就是“冲上对面坡的几成”。
// en: y is the height off the floor. Divided by its start, it says how far up the far side we got.
const height = (run: typeof runs.SGD) => run.path!.y.map((y) => y / run.path!.y[0]!);
const momentum = height(runs.Momentum);
const overshoot = -Math.min(...momentum);
const swinging = momentum.findLastIndex((y) => Math.abs(y) >= 0.1);

display(
  trajectory(ravine, runs, { y: { domain: [-0.03, 0.03] } }),
  lines({
    title: { zh: '离谷底线的高度（起点为 1）', en: 'Height off the valley floor (start = 1)' },
    series: [
      { label: 'SGD', optimizer: 'SGD', y: height(runs.SGD) },
      { label: 'Momentum', optimizer: 'Momentum', y: momentum },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '高度', en: 'height' } },
    rules: [{ y: 0, label: { zh: '谷底', en: 'floor' } }],
  }),
);
check.that(
  overshoot > 0.8 && swinging > 30,
  {
    zh: '动量冲上对面的坡，八成多高；几十步以后还在摆',
    en: 'momentum climbs over 80% of the way up the far side and still swings dozens of steps later',
  },
  { overshoot, swinging },
);
// zh: 损失时高时低，所以看最后 20 步里最高的一次。
// en: The loss comes and goes, so look at its highest in the last 20 steps.
const late = (run: typeof runs.SGD) => Math.max(...run.losses.slice(41));
check.that(
  Math.min(...height(runs.SGD)) >= 0 && late(runs.SGD) > 5 * late(runs.Momentum),
  {
    zh: 'SGD 从不冲过谷底，但最后 20 步的损失是动量的 5 倍以上',
    en: 'SGD never crosses the floor, yet over the last 20 steps its loss is over 5 times momentum’s',
  },
  { SGD: late(runs.SGD), Momentum: late(runs.Momentum) },
);
