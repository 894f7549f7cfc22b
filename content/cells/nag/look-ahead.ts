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

// zh: 从 y 处沿切线往低处画一小段：梯度把球往那边推。
// en: From y a short way down the tangent, the way in which the gradient pushes the ball.
const tangent = (y: number) => {
  const x = [y, y - 0.4 * Math.sign(slope(y))];
  return { x, y: x.map((at) => L(y) + slope(y) * (at - y)) };
};
const y = Array.from({ length: 65 }, (_, i) => -1.6 + i / 20);
// zh: 两种方法的这一步，从球到落点，都在谷上。
// en: The step of each method, from the ball to where it lands.
const step = (landing: number) => ({ x: [ball, landing], y: [L(ball), L(landing)] });
display(
  lines({
    title: {
      zh: '坡度在哪里量？脚下，还是前方',
      en: 'Where to take the slope: underfoot or ahead',
    },
    series: [
      { label: { zh: '山谷', en: 'valley' }, x: y, y: y.map(L) },
      { label: 'Momentum', optimizer: 'Momentum', ...step(momentum) },
      { label: 'NAG', optimizer: 'NAG', ...step(nag) },
      { label: { zh: '脚下的坡', en: 'slope underfoot' }, quantity: 'gradient', ...tangent(ball) },
      { label: { zh: '前方的坡', en: 'slope ahead' }, quantity: 'gradient', ...tangent(ahead) },
    ],
    x: { label: 'y', domain: [-1.6, 1.6] },
    y: { label: { zh: '损失', en: 'loss' }, domain: [-0.2, 1.3] },
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
