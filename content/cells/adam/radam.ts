import { RAdam, tensor } from 'optim';
import { check, display, lines, slider } from 'notebook';

const scale = slider(
  { zh: '梯度的大小', en: 'size of the gradient' },
  { min: 0.01, max: 100, value: 100, log: true },
);

// zh: 梯度恒定，η = 1：看 RAdam 每一步走多少。
// en: A steady gradient, η = 1: how far does RAdam go at each step?
const weight = tensor([1]);
const optimizer = new RAdam([weight], { lr: 1, eps: 0 });
const steps = Array.from({ length: 4000 }, () => {
  const before = weight.data[0] ?? NaN;
  optimizer.step(() => [tensor([1], [scale])]);
  return before - (weight.data[0] ?? NaN);
});
const t = steps.map((_, k) => k + 1).filter((k) => k < 50 || k % 50 === 0);
display(
  lines({
    title: {
      zh: '五步动量，然后自己预热',
      en: 'Five steps of momentum, then a warm-up of its own',
    },
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y: { label: { zh: '步长 / η', en: 'step / η' }, log: true },
    series: [
      {
        label: 'RAdam',
        optimizer: 'RAdam',
        x: t,
        y: t.map((k) => steps[k - 1] ?? NaN),
      },
      {
        label: { zh: 'Adam + 2,000 步线性预热', en: 'Adam with linear warm-up over 2,000 steps' },
        optimizer: 'Adam',
        x: t,
        y: t.map((k) => Math.min(1, k / 2000)),
      },
    ],
  }),
);
check.close(Math.max(...steps.slice(0, 5)), scale, {
  relative: 1e-9,
  label: {
    zh: '前五步没有除以 √v̂，步长就是 η × 梯度：',
    en: 'the first five steps, not divided by √v̂, are η times the gradient:',
  },
});
check.that(
  steps.slice(5).every((step, k, all) => step < 1 && step >= (all[k - 1] ?? 0)),
  {
    zh: '从第 6 步起，步长从很小升向 η，与梯度大小无关',
    en: 'from step 6 it rises from little towards η, whatever the gradient',
  },
  { 't = 6': steps[5] ?? NaN, 't = 2000': steps[1999] ?? NaN },
);
