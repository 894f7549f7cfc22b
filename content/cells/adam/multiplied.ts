import { check, display, lines } from 'notebook';

// zh: 梯度恒为 1，η = 1。power = −1：除以 1 − βᵗ；0：不修正；1：乘上 1 − βᵗ。
// en: The gradient is always 1, η = 1. power = −1: divided by 1 − βᵗ; 0: uncorrected; 1: multiplied by it.
function steps(power: number): number[] {
  let [m, v] = [0, 0];
  return Array.from({ length: 200 }, (_, k) => {
    const t = k + 1;
    m = 0.9 * m + 0.1;
    v = 0.999 * v + 0.001;
    const mHat = m * (1 - 0.9 ** t) ** power;
    const vHat = v * (1 - 0.999 ** t) ** power;
    return mHat / (Math.sqrt(vHat) + 1e-8);
  });
}
const [divided, uncorrected, multiplied] = [steps(-1), steps(0), steps(1)];
const x = divided.map((_, t) => t + 1);
display(
  lines({
    title: { zh: '把“除以”写成“乘上”', en: '“Times” for “divided by”' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '步长 / η', en: 'step / η' }, log: true },
    series: [
      { label: { zh: '除（对）', en: 'divided (right)' }, optimizer: 'Adam', x, y: divided },
      { label: { zh: '不修正', en: 'uncorrected' }, x, y: uncorrected, dash: true },
      { label: { zh: '乘（错）', en: 'multiplied (wrong)' }, x, y: multiplied, dash: true },
    ],
  }),
);
check.close(multiplied[0] ?? NaN, 10, {
  relative: 1e-3,
  label: { zh: '乘，第一步 / η：', en: 'multiplied, first step / η:' },
});
const worst = Math.max(...multiplied);
check.close(worst, 43.1, {
  tolerance: 0.1,
  label: { zh: '乘，最长的一步 / η：', en: 'multiplied, longest step / η:' },
});
check.that(
  multiplied.every((step, k) => step > (uncorrected[k] ?? NaN)),
  { zh: '比完全不修正还要糟', en: 'it is worse than no correction at all' },
  { 'longest at step': multiplied.indexOf(worst) + 1, uncorrected: Math.max(...uncorrected) },
);
