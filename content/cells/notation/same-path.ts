import { Momentum } from 'optim';
import { beale, minimize } from 'problems';
import { check, display, lines } from 'notebook';

const [momentum, steps] = [0.9, 200];

// zh: 本书的写法，由库来走。dropAt 步之后学习率降到十分之一。
// en: The book's form, walked by the library. After step dropAt the rate falls to a tenth.
const rate = (t: number, dropAt: number) => (t <= dropAt ? 0.003 : 0.0003);
const ours = (dropAt: number) =>
  minimize(beale, (params) => new Momentum(params, { lr: 0.003, momentum }), {
    steps,
    schedule: (t) => rate(t, dropAt),
  }).path!;

// zh: Polyak 的写法：α∇f 之外，再走上一步位移的 β 倍；只记上一个位置，不记速度。
// en: Polyak’s form: besides α∇f, a step of β times the last displacement. It keeps the last
// en: position, and no velocity.
function polyak(dropAt: number) {
  const x = beale.start();
  const slope = beale.start();
  const point = x[0]!.data;
  let before = [...point];
  const path = { x: [point[0]!], y: [point[1]!] };
  for (let t = 1; t <= steps; t++) {
    beale.gradient(x, slope, t);
    const here = [...point];
    for (const i of [0, 1]) {
      point[i] =
        here[i]! + momentum * (here[i]! - before[i]!) - rate(t, dropAt) * slope[0]!.data[i]!;
    }
    before = here;
    path.x.push(point[0]!);
    path.y.push(point[1]!);
  }
  return path;
}

const distance = (a: { x: number[]; y: number[] }, b: { x: number[]; y: number[] }) =>
  a.x.map((_, t) => Math.hypot(a.x[t]! - b.x[t]!, a.y[t]! - b.y[t]!));
const constant = distance(ours(steps), polyak(steps));
const dropped = distance(ours(100), polyak(100));
display(
  lines({
    title: {
      zh: '两种写法走出的路相距多远：η 一变，就分开了',
      en: 'How far apart two notations walk: they part where η changes',
    },
    series: [
      { label: { zh: 'η 不变', en: 'constant η' }, y: constant },
      { label: { zh: '第 100 步后 η/10', en: 'η/10 after step 100' }, y: dropped, dash: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '距离', en: 'distance' }, log: true, domain: [1e-17, 1] },
  }),
);
const [same, parted] = [Math.max(...constant), Math.max(...dropped)];
check.that(
  same < 1e-12,
  { zh: 'η 不变时是同一条路，只差舍入', en: 'one path up to rounding while η is constant' },
  { 'max ‖Δθ‖': same },
);
check.that(
  parted > 1e-3 && Math.max(...dropped.slice(0, 101)) < 1e-12,
  { zh: 'η 变了，从那一步起就是两条路', en: 'two paths from the step at which η changes' },
  { 'max ‖Δθ‖': parted },
);
