import { check, display, lines } from 'notebook';

// zh: 碗 ½ s x²，手写的 AMSGrad，η = 0.05，300 步；root = false 忘了开方。
// en: The bowl ½ s x², AMSGrad by hand, η = 0.05, 300 steps; root = false forgets the root.
function distance(s: number, root: boolean, steps = 300): number {
  let [x, m, v, most] = [1, 0, 0, 0];
  for (let t = 1; t <= steps; t++) {
    const g = s * x;
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    most = Math.max(most, v);
    const [mHat, vHat] = [m / (1 - 0.9 ** t), most / (1 - 0.999 ** t)];
    x -= (0.05 * mHat) / ((root ? Math.sqrt(vHat) : vHat) + 1e-8);
  }
  return Math.abs(x);
}
const scales = Array.from({ length: 33 }, (_, k) => 10 ** (k / 8 - 2));
const right = scales.map((s) => distance(s, true));
const wrong = scales.map((s) => distance(s, false));
display(
  lines({
    title: { zh: '300 步之后离最低点多远', en: 'Distance from the minimum after 300 steps' },
    x: { label: { zh: '损失乘上 s', en: 'loss multiplied by s' }, log: true },
    y: { label: { zh: '距离', en: 'distance' }, log: true },
    series: [
      { label: 'AMSGrad', optimizer: 'AMSGrad', x: scales, y: right },
      { label: { zh: '忘了开方', en: 'without the root' }, x: scales, y: wrong, dash: true },
    ],
    rules: [{ y: 1, label: { zh: '起点', en: 'start' } }],
  }),
);
check.that(
  Math.max(...right) < 1.01 * Math.min(...right),
  { zh: '有根号：结果与 s 无关', en: 'with the root: the same for every s' },
  { distance: right[0] ?? NaN },
);
const large = wrong.at(-1) ?? NaN;
check.that(
  large > 0.5,
  { zh: '没有根号，s = 100：几乎没动', en: 'without it, s = 100: it hardly moves' },
  { distance: large },
);
check.close(distance(0.01, false, 1), 5 - 1, {
  tolerance: 0.01,
  label: {
    zh: '没有根号，s = 0.01：第一步长 5，越过最低点 4：',
    en: 'without it, s = 0.01: the first step is 5 long and passes the minimum by 4:',
  },
});
