import { Momentum, tensor } from 'optim';
import { check, display, lines } from 'notebook';

const momentum = 0.9;
// zh: 把梯度序列喂给优化器（η = 0，参数不动），读出每一步的 m。
// en: Feed a sequence of gradients (η = 0, nothing moves) and read m after each.
function velocities(options: object, gradients: number[]): number[] {
  const optimizer = new Momentum([tensor([1])], { lr: 0, momentum, ...options });
  return gradients.map((g) => {
    optimizer.step(() => [tensor([1], [g])]);
    return optimizer.m[0]?.data[0] ?? NaN;
  });
}
const steady = Array.from({ length: 40 }, () => 1);
const dampened = velocities({ dampening: momentum }, steady);
const ema = velocities({ form: 'ema' }, steady);

// zh: 只有第一个梯度是 1，其余都是 0：看它在 m 里占多大的份额。
// en: Only the first gradient is 1, the others 0: how large a share of m is it?
const impulse = steady.map((_, k) => (k === 0 ? 1 : 0));
const first = velocities({ dampening: momentum }, impulse);
const firstEma = velocities({ form: 'ema' }, impulse);

const curves = (title: { zh: string; en: string }, a: number[], b: number[]) =>
  lines({
    title,
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'm', domain: [0, 1.05] },
    series: [
      {
        label: { zh: 'dampening = 0.9', en: 'dampening = 0.9' },
        x: steady.map((_, k) => k + 1),
        y: a,
      },
      {
        label: { zh: 'EMA，从 0 开始', en: 'EMA, from 0' },
        x: steady.map((_, k) => k + 1),
        y: b,
        dash: true,
      },
    ],
  });
display(
  curves({ zh: '梯度一直是 1', en: 'The gradient is always 1' }, dampened, ema),
  curves({ zh: '只有第一个梯度是 1', en: 'Only the first gradient is 1' }, first, firstEma),
);
const [m1 = NaN] = dampened;
const [e1 = NaN] = ema;
check.that(
  m1 === 1 && Math.abs(e1 - 0.1) < 1e-12,
  {
    zh: '第一步：dampening 不起作用，m = g；EMA 只有 (1 − μ) g',
    en: 'at step 1 dampening is skipped, m = g; the EMA has (1 − μ) g',
  },
  { dampening: m1, EMA: e1 },
);
check.that(
  ema.every((m, k) => Math.abs(m - (1 - momentum ** (k + 1))) < 1e-12),
  { zh: 'EMA 从 0 长到 1，恰好是 1 − μᵗ', en: 'the EMA climbs from 0 to 1 as 1 − μᵗ' },
);
check.close((first.at(-1) ?? NaN) / (firstEma.at(-1) ?? NaN), 10, {
  relative: 1e-9,
  label: {
    zh: '第一个梯度的份额，两者之比：',
    en: 'share of the first gradient, one over the other:',
  },
});
