import { Momentum, tensor } from 'optim';
import { check, display, lines } from 'notebook';

const [momentum, steps, change] = [0.9, 80, 40];
// zh: 梯度一直是 1。第 41 步起，学习率从 0.1 降到 0.01。
// en: The gradient is always 1. From step 41 on the learning rate is 0.01 instead of 0.1.
const rate = (t: number) => (t <= change ? 0.1 : 0.01);

// zh: η 在速度外面（PyTorch、optax）：θ ← θ − η m。
// en: η outside the velocity (PyTorch, optax): θ ← θ − η m.
const theta = tensor([1]);
const optimizer = new Momentum([theta], { lr: rate(1), momentum });
const outside: number[] = [];
for (let t = 1; t <= steps; t++) {
  const before = theta.data[0] ?? NaN;
  optimizer.lr = rate(t);
  optimizer.step(() => [tensor([1], [1])]);
  outside.push(before - (theta.data[0] ?? NaN));
}
// zh: η 在速度里面（Polyak、Keras）：v ← μ v + η g，θ ← θ − v。
// en: η inside the velocity (Polyak, Keras): v ← μ v + η g, θ ← θ − v.
const inside: number[] = [];
for (let t = 1, v = 0; t <= steps; t++) {
  v = momentum * v + rate(t) * 1;
  inside.push(v);
}
const x = inside.map((_, k) => k + 1);
display(
  lines({
    title: {
      zh: '学习率降到十分之一，步长什么时候才跟上',
      en: 'The rate drops tenfold: when does the step follow?',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '步长', en: 'step size' }, log: true },
    series: [
      { label: { zh: 'η 在外面', en: 'η outside' }, x, y: outside },
      { label: { zh: 'η 在里面', en: 'η inside' }, x, y: inside, dash: true },
    ],
    rules: [{ x: change }],
  }),
);
const gap = (from: number, to: number) =>
  inside.slice(from, to).reduce((sum, step, k) => sum + step - (outside[from + k] ?? NaN), 0);
check.that(Math.abs(gap(0, change)) < 1e-12, {
  zh: '学习率不变时，两种写法完全一样',
  en: 'while the rate is constant the two are the same',
});
// zh: 降低时速度里还存着 0.1 · m₄₀，之后每步只消失十分之一。
// en: At the drop the velocity still holds 0.1 · m₄₀, and loses but a tenth of it per step.
const kept = (1 - momentum ** change) / (1 - momentum);
check.close(gap(change, steps), (0.1 - 0.01) * kept * momentum * kept, {
  tolerance: 1e-9,
  label: {
    zh: '降低之后的 40 步里，η 在里面的多走了：',
    en: 'in the 40 steps after the drop, η inside goes further by:',
  },
});
check.that(
  (inside[change + 9] ?? NaN) > 4 * (outside[change + 9] ?? NaN),
  {
    zh: '降低 10 步之后，它的步子仍大 4 倍以上',
    en: 'ten steps after the drop its step is still over 4 times as large',
  },
  { inside: inside[change + 9] ?? NaN, outside: outside[change + 9] ?? NaN },
);
