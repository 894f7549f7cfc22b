import { Momentum, NAG } from 'optim';
import { minimize, rosenbrock } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

const [lr, momentum, steps] = [0.0005, 0.9, 400];
// zh: 原始写法存 θ。顺手记下它下一步要看的点 θ − ημm。
// en: The original form stores θ. We note the point θ − ημm that it will look at next.
const ahead = (i: 0 | 1) => (optimizer: NAG) =>
  optimizer.params[0]!.data[i]! - lr * momentum * optimizer.m[0]!.data[i]!;
const original = minimize(rosenbrock, (params) => new NAG(params, { lr, momentum }), {
  steps,
  record: { x: ahead(0), y: ahead(1) },
});
// zh: PyTorch 的写法：存的就是那个点，哪里也不用挪。
// en: PyTorch’s form: what it stores is that point, and nothing has to move.
const nesterov = (params: ReturnType<typeof rosenbrock.start>) =>
  new Momentum(params, { lr, momentum, nesterov: true });
const stored = minimize(rosenbrock, nesterov, { steps });

const distance = (x: number[], y: number[]) =>
  x.map((_, t) => Math.hypot(x[t]! - stored.path!.x[t]!, y[t]! - stored.path!.y[t]!));
const toTheta = distance(original.path!.x, original.path!.y);
const toLookAhead = distance(original.state.x!, original.state.y!);
display(
  trajectory(
    rosenbrock,
    { 'NAG: θ': original, 'nesterov: true': stored },
    {
      title: { zh: '两种写法存的点，起步的一段', en: 'What each form stores, at the start' },
      x: { domain: [-1.25, -0.85] },
      y: { domain: [0.85, 1.15] },
    },
  ),
  lines({
    title: { zh: 'PyTorch 存的点有多远', en: 'How far off PyTorch’s point is' },
    series: [
      { label: { zh: '离 θ', en: 'from θ' }, optimizer: 'SGD', y: toTheta },
      { label: { zh: '离 θ − ημm', en: 'from θ − ημm' }, optimizer: 'NAG', y: toLookAhead },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '距离', en: 'distance' }, log: true, domain: [1e-18, 1] },
  }),
);
check.that(
  Math.max(...toLookAhead) < 1e-12 && Math.max(...toTheta) > 0.1,
  {
    zh: '换元之后是同一条路，只差舍入；不换元则相差可见',
    en: 'after the change of variable one path up to rounding; without it, visibly two',
  },
  { 'max to θ − ημm': Math.max(...toLookAhead), 'max to θ': Math.max(...toTheta) },
);
check.that(
  original.evaluations === steps && stored.evaluations === steps,
  { zh: '两种写法每步都只算一次梯度', en: 'both forms take one gradient a step' },
  { NAG: original.evaluations, 'nesterov: true': stored.evaluations },
);
const arrays = [new NAG(rosenbrock.start()), nesterov(rosenbrock.start())].map(
  (each) => each.stateNames.length,
);
check.that(
  arrays[0] === 2 && arrays[1] === 1,
  {
    zh: '与参数同样大的数组：原始写法多一份',
    en: 'arrays as large as the parameters: the original form needs one more',
  },
  { NAG: arrays[0]!, 'nesterov: true': arrays[1]! },
);
