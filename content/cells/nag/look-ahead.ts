import { check, display, lines, slider } from 'notebook';

// zh: 山谷的横截面 L = ½y²，斜率就是 y。惯性要把球从 ball 带到 ball − carry。
// en: A cross-section, L = ½y², of slope y. Inertia will take the ball from ball to ball − carry.
const ball = slider(
  { zh: '球的位置', en: 'position of the ball' },
  { min: 0.1, max: 1.5, value: 0.6 },
);
const carry = 1;
const lr = 0.4;
const L = (y: number) => y ** 2 / 2;
const slope = (y: number) => y;

const ahead = ball - carry;
const momentum = ahead - lr * slope(ball);
const nag = ahead - lr * slope(ahead);

// zh: 在 y 处画一小段切线，最后回到 y：记号落在切点上。切线向哪边低，梯度就把球往哪边推。
// en: A short tangent at y that ends back at y, so that its marker is the point of contact.
// en: The gradient pushes the ball towards the tangent's lower end.
const tangent = (y: number) => {
  const x = [y - 0.4, y + 0.4, y];
  return { x, y: x.map((at) => L(y) + slope(y) * (at - y)) };
};
const y = Array.from({ length: 81 }, (_, i) => -2 + i / 20);
// zh: 上面两条横线是两种方法的这一步：先跟着惯性到 ahead，再按坡度修正。
// en: The lines on top are the step of each: to `ahead` with inertia, then corrected by the slope.
const step = (landing: number, height: number) => ({
  x: [ball, ahead, landing],
  y: [height, height, height],
});
display(
  lines({
    title: {
      zh: '坡度在哪里量？脚下，还是前方',
      en: 'Where to take the slope: underfoot or ahead',
    },
    series: [
      { label: { zh: '山谷', en: 'valley' }, x: y, y: y.map(L) },
      { label: 'Momentum', optimizer: 'Momentum', ...step(momentum, 1.5) },
      { label: 'NAG', optimizer: 'NAG', ...step(nag, 1.3) },
      { label: { zh: '脚下的坡', en: 'slope underfoot' }, optimizer: 'Momentum', ...tangent(ball) },
      { label: { zh: '前方的坡', en: 'slope ahead' }, optimizer: 'NAG', ...tangent(ahead) },
    ],
    x: { label: 'y', domain: [-2, 2] },
    y: { label: { zh: '损失', en: 'loss' }, domain: [-0.2, 2] },
    rules: [
      { x: ball, label: { zh: '球', en: 'ball' } },
      { x: ahead, label: { zh: '前方', en: 'ahead' } },
    ],
  }),
);
check.close(nag - momentum, lr * carry, {
  tolerance: 1e-12,
  label: {
    zh: 'NAG 的落点比动量的靠后 ηλ × 惯性位移（这里 λ = 1）：',
    en: 'NAG lands short of momentum by ηλ × the carried distance (here λ = 1):',
  },
});
