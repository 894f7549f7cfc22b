import { NAdam, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: NAdam 的状态 P 是所有 μ 的连乘积，相邻两步之比就是 μ。β₁ = 0.9。
// en: NAdam’s state P is the product of all μ so far; the ratio of two neighbours is μ. β₁ = 0.9.
function schedule(momentumDecay: number): number[] {
  const optimizer = new NAdam([tensor([1])], { momentumDecay });
  let before = 1;
  return Array.from({ length: 600 }, () => {
    optimizer.step(() => [tensor([1], [1])]);
    const product = optimizer.P[0]?.data[0] ?? NaN;
    const mu = product / before;
    before = product;
    return mu;
  });
}
const [slow, fast] = [schedule(0.004), schedule(1)];
// zh: 少画一些点。
// en: Fewer points to draw.
const shown = slow.map((_, k) => k + 1).filter((t) => t < 40 || t % 20 === 0);
const at = (values: number[]) => shown.map((t) => values[t - 1] ?? NaN);
display(
  lines({
    title: {
      zh: 'μ 从 β₁/2 升向 β₁：两种升法，快慢差 250 倍',
      en: 'μ rises from β₁/2 to β₁: two schedules 250 times apart',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'μ', domain: [0.4, 1] },
    series: [
      { label: 'ψ = 0.004 (PyTorch)', optimizer: 'NAdam', x: shown, y: at(slow) },
      { label: 'ψ = 1 (Keras)', x: shown, y: at(fast), dash: true },
    ],
    rules: [{ y: 0.9, label: 'β₁' }],
  }),
);
const [late = NaN, soon = NaN] = [slow[499], fast[99]];
check.that(
  late < 0.5 && soon > 0.89,
  {
    zh: 'ψ = 0.004 走 500 步还不到 0.5；ψ = 1 走 100 步就到了 0.89',
    en: 'with ψ = 0.004, 500 steps are not enough for 0.5; with ψ = 1, 100 reach 0.89',
  },
  { 'ψ = 0.004, t = 500': late, 'ψ = 1, t = 100': soon },
);
check.close(late, 0.9 * (1 - 0.5 * 0.96 ** (500 * 0.004)), {
  relative: 1e-6,
  label: { zh: '公式 (2)：', en: 'equation (2):' },
});
