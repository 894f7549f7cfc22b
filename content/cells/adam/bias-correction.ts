import { Adam, tensor } from 'optim';
import { check, display, lines, slider } from 'notebook';

const beta1 = slider('β₁', { min: 0, max: 0.99, value: 0.9, step: 0.01 });
const beta2 = slider('β₂', { min: 0.9, max: 0.9999, value: 0.999, step: 0.0001 });
const steps = 3000;

// zh: 梯度恒为 1，η = 1。m̂ / √v̂ 是 Adam 走的步，m / √v 是忘了修正时走的步。
// en: The gradient is always 1, η = 1. Adam steps by m̂ / √v̂; one who forgets the correction, by m / √v.
const weight = tensor([1]);
const optimizer = new Adam([weight], { lr: 1, beta1, beta2, eps: 0 });
const adam: number[] = [];
const uncorrected: number[] = [];
for (let step = 1; step <= steps; step++) {
  const before = weight.data[0] ?? NaN;
  optimizer.step(() => [tensor([1], [1])]);
  const [m = NaN] = optimizer.m[0]?.data ?? [];
  const [v = NaN] = optimizer.v[0]?.data ?? [];
  adam.push(before - (weight.data[0] ?? NaN));
  uncorrected.push(m / Math.sqrt(v));
}
const shown = Array.from({ length: steps }, (_, k) => k + 1).filter((t) => t < 50 || t % 25 === 0);
display(
  lines({
    title: {
      zh: '不修正：开头几百步都太大',
      en: 'Without correction: hundreds of steps too large',
    },
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y: { label: { zh: '步长 / η', en: 'step / η' } },
    series: [
      { label: 'Adam', optimizer: 'Adam', x: shown, y: shown.map((t) => adam[t - 1] ?? NaN) },
      {
        label: { zh: '不修正', en: 'uncorrected' },
        x: shown,
        y: shown.map((t) => uncorrected[t - 1] ?? NaN),
        dash: true,
      },
    ],
  }),
);
check.close(uncorrected[0] ?? NaN, (1 - beta1) / Math.sqrt(1 - beta2), {
  relative: 1e-9,
  label: {
    zh: '不修正的第一步，(1 − β₁)/√(1 − β₂)：',
    en: 'the first step uncorrected, (1 − β₁)/√(1 − β₂):',
  },
});
const largest = Math.max(...uncorrected);
check.that(
  adam.every((step) => Math.abs(step - 1) < 1e-6),
  { zh: 'Adam 的每一步都是 η', en: 'every step of Adam is η' },
  { 'max uncorrected': largest, 'at step': uncorrected.indexOf(largest) + 1 },
);
