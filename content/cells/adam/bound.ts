import { Adam, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: η = 1；把一串梯度喂给 Adam，返回每一步的长度。
// en: η = 1; feeds gradients to Adam and returns the length of each step.
function steps(gradients: number[]): number[] {
  const weight = tensor([1]);
  const optimizer = new Adam([weight], { lr: 1, eps: 0 });
  return gradients.map((gradient) => {
    const before = weight.data[0] ?? NaN;
    optimizer.step(() => [tensor([1], [gradient])]);
    return before - (weight.data[0] ?? NaN);
  });
}
const count = 8000;
const growth = 0.999 / 0.9;
const cases = {
  steady: steps(Array.from({ length: count }, () => 1)),
  // zh: 几乎沉默，最后一步突然来一个梯度。
  // en: Almost silent, then one gradient at the last step.
  spike: steps(Array.from({ length: count }, (_, t) => (t < count - 1 ? 1e-9 : 1))),
  // zh: 最坏的一串：每一步的梯度是前一步的 β₂/β₁ = 1.11 倍。
  // en: The worst of all: each gradient is β₂/β₁ = 1.11 times the one before.
  growing: steps(Array.from({ length: count }, (_, t) => growth ** (t - count + 1) + 1e-140)),
};
const last = (values: number[]) => values.at(-1) ?? NaN;
const shown = (values: number[]) => values.slice(-60);
const x = Array.from({ length: 60 }, (_, k) => k - 59);
display(
  lines({
    title: { zh: '最后 60 步：离 η 能有多远', en: 'The last 60 steps: how far from η it can get' },
    x: { label: { zh: '离最后一步还有', en: 'before the last step' } },
    y: { label: { zh: '步长 / η', en: 'step / η' } },
    series: [
      { label: { zh: '恒定', en: 'steady' }, x, y: shown(cases.steady) },
      { label: { zh: '沉默之后一个尖峰', en: 'a spike after silence' }, x, y: shown(cases.spike) },
      { label: { zh: '每步大 11%', en: 'growing by 11% a step' }, x, y: shown(cases.growing) },
    ],
    rules: [{ y: 0.1 / Math.sqrt(0.001), label: '(1 − β₁)/√(1 − β₂)' }],
  }),
);
const paper = 0.1 / Math.sqrt(0.001);
check.close(last(cases.steady), 1, { tolerance: 1e-9, label: { zh: '恒定：', en: 'steady:' } });
check.close(last(cases.spike), paper, {
  relative: 1e-3,
  label: { zh: '尖峰，(1 − β₁)/√(1 − β₂)：', en: 'spike, (1 − β₁)/√(1 − β₂):' },
});
check.close(last(cases.growing), paper / Math.sqrt(1 - 0.81 / 0.999), {
  relative: 1e-3,
  label: { zh: '最坏：再乘 1/√(1 − β₁²/β₂)：', en: 'worst: that times 1/√(1 − β₁²/β₂):' },
});
