import { RMSProp, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 十个小批量一轮：九个的梯度是 0.1，一个是 −0.9。加起来正好是 0，参数本该原地不动。
// en: Ten mini-batches a round: nine gradients of 0.1, one of −0.9. They add up to 0: nothing should move.
const gradients = Array.from({ length: 2000 }, (_, t) => (t % 10 === 9 ? -0.9 : 0.1));
const lr = 0.01;

// zh: 只看符号：每步走 η。
// en: Only the sign: each step has length η.
let sign = 0;
const signs = gradients.map((g) => (sign -= lr * Math.sign(g)));
function rmsprop(alpha: number): number[] {
  const w = tensor([1]);
  const optimizer = new RMSProp([w], { lr, alpha });
  return gradients.map((g) => {
    optimizer.step(() => [tensor([1], [g])]);
    return w.data[0]!;
  });
}
const series = [
  { label: { zh: '只看符号', en: 'sign only' }, y: signs },
  ...[0.9, 0.99, 0.999].map((alpha) => ({ label: `α = ${alpha}`, y: rmsprop(alpha) })),
];
display(
  lines({
    title: {
      zh: '梯度之和是 0，谁还在走？',
      en: 'Gradients that add up to 0: who moves all the same?',
    },
    series,
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ' },
  }),
);
// zh: 后 1,000 步平均每一轮走了多少个 η。
// en: How far each round moves, in units of η, over the last 1,000 steps.
const drift = series.map(({ y }) => (y[999]! - y[1999]!) / 100 / lr);
check.close(drift[0]!, 8, { tolerance: 1e-6, label: { zh: '只看符号：', en: 'sign only:' } });
check.that(
  drift[1]! < 1 && drift[2]! < 0.1 && drift[3]! < 0.02,
  {
    zh: '记忆越长，走得越少',
    en: 'the longer the memory, the less it moves',
  },
  { 'steps(0.9)': drift[1]!, 'steps(0.99)': drift[2]!, 'steps(0.999)': drift[3]! },
);
