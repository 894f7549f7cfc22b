import { Adam, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 梯度恒为 1e-7，η = 1；两种写法都填 ε = 1e-8。
// en: The gradient is always 1e-7, η = 1; both forms are given ε = 1e-8.
const [gradient, eps, beta1, beta2] = [1e-7, 1e-8, 0.9, 0.999];
const steps = 5000;
const weight = tensor([1]);
const optimizer = new Adam([weight], { lr: 1, beta1, beta2, eps });
const paper: number[] = [];
const keras: number[] = [];
let sameAs = 0;
for (let step = 1; step <= steps; step++) {
  const before = weight.data[0] ?? NaN;
  optimizer.step(() => [tensor([1], [gradient])]);
  paper.push(before - (weight.data[0] ?? NaN));
  const [m = NaN] = optimizer.m[0]?.data ?? [];
  const [v = NaN] = optimizer.v[0]?.data ?? [];
  // zh: Keras 的写法：先把两个修正并进学习率，再加 ε̂。
  // en: Keras: fold both corrections into the rate, then add ε̂.
  const rate = Math.sqrt(1 - beta2 ** step) / (1 - beta1 ** step);
  const taken = (rate * m) / (Math.sqrt(v) + eps);
  keras.push(taken);
  // zh: 与算法 1 用 ε = ε̂ / √(1 − β₂ᵗ) 是同一步。
  // en: This is the step of algorithm 1 with ε = ε̂ / √(1 − β₂ᵗ).
  const same =
    m /
    (1 - beta1 ** step) /
    (Math.sqrt(v / (1 - beta2 ** step)) + eps / Math.sqrt(1 - beta2 ** step));
  sameAs = Math.max(sameAs, Math.abs(taken / same - 1));
}
const shown = paper.map((_, k) => k + 1).filter((t) => t < 50 || t % 50 === 0);
const at = (values: number[]) => shown.map((t) => values[t - 1] ?? NaN);
display(
  lines({
    title: { zh: '同一个 1e−8，两种意思', en: 'One 1e−8, two meanings' },
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y: { label: { zh: '步长 / η', en: 'step / η' }, domain: [0, 1] },
    series: [
      {
        label: { zh: 'ε（论文算法 1，PyTorch）', en: 'ε (algorithm 1, PyTorch)' },
        optimizer: 'Adam',
        x: shown,
        y: at(paper),
      },
      { label: { zh: 'ε̂（Keras）', en: 'ε̂ (Keras)' }, x: shown, y: at(keras), dash: true },
    ],
  }),
);
const small = gradient * Math.sqrt(1 - beta2);
check.close(paper[0] ?? NaN, gradient / (gradient + eps), {
  relative: 1e-6,
  label: { zh: 'ε，第一步：', en: 'ε, first step:' },
});
check.close(keras[0] ?? NaN, small / (small + eps), {
  relative: 1e-6,
  label: { zh: 'ε̂，第一步：', en: 'ε̂, first step:' },
});
check.that(
  sameAs < 1e-12,
  { zh: 'ε = ε̂/√(1 − β₂ᵗ) 时两者是同一步', en: 'with ε = ε̂/√(1 − β₂ᵗ) the two are one step' },
  { difference: sameAs },
);
