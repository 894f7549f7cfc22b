import { Adam, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: η = 1；把一串梯度喂给 Adam，返回每一步的长度。
// en: η = 1; feeds gradients to Adam and returns the length of each step.
const count = 6500;
function steps(gradient: (t: number) => number): number[] {
  const weight = tensor([1]);
  const optimizer = new Adam([weight], { lr: 1, eps: 0 });
  return Array.from({ length: count }, (_, t) => {
    const before = weight.data[0] ?? NaN;
    optimizer.step(() => [tensor([1], [gradient(t)])]);
    return before - (weight.data[0] ?? NaN);
  });
}
const steady = steps(() => 1);
// zh: 几乎沉默，最后一步突然来一个梯度。
// en: Almost silent, then one gradient at the last step.
const spike = steps((t) => (t < count - 1 ? 1e-9 : 1));
// zh: 最坏的一串：每一步的梯度是前一步的 β₂/β₁ = 1.11 倍。
// en: The worst of all: each gradient is β₂/β₁ = 1.11 times the one before.
const growing = steps((t) => (0.999 / 0.9) ** (t - count / 2));

const shown = steady.map((_, t) => t + 1).filter((t) => t < 30 || t % 20 === 0 || t > count - 3);
const at = (values: number[]) => shown.map((t) => values[t - 1] ?? NaN);
const paper = 0.1 / Math.sqrt(0.001);
display(
  lines({
    title: { zh: '一步能比 η 长多少', en: 'How much longer than η a step can be' },
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y: { label: { zh: '步长 / η', en: 'step / η' }, domain: [0, 8] },
    series: [
      { label: { zh: '恒定', en: 'steady' }, x: shown, y: at(steady) },
      { label: { zh: '沉默之后一个尖峰', en: 'a spike after silence' }, x: shown, y: at(spike) },
      { label: { zh: '每步大 11%', en: 'growing by 11% a step' }, x: shown, y: at(growing) },
    ],
    rules: [{ y: paper, label: '(1 − β₁)/√(1 − β₂)' }],
  }),
);
const last = (values: number[]) => values.at(-1) ?? NaN;
check.close(last(steady), 1, { tolerance: 1e-9, label: { zh: '恒定：', en: 'steady:' } });
check.close(last(spike), paper, {
  relative: 2e-3,
  label: { zh: '尖峰，(1 − β₁)/√(1 − β₂)：', en: 'spike, (1 − β₁)/√(1 − β₂):' },
});
check.close(last(growing), paper / Math.sqrt(1 - 0.81 / 0.999), {
  relative: 2e-3,
  label: { zh: '最坏，再乘 1/√(1 − β₁²/β₂)：', en: 'worst, that times 1/√(1 − β₁²/β₂):' },
});
