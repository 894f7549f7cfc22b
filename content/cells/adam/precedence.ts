import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: ½x²，梯度带噪声（σ = 1）；手写的 Adam，η = 0.01。wrong 的那一行少了一对括号：ε 加到了权重上。
// en: ½x² with noisy gradients (σ = 1); Adam by hand, η = 0.01. The wrong line lacks a pair of brackets: ε is added to the weight.
function descend(eps: number, wrong: boolean, gradient = (x: number, noise: number) => x + noise) {
  const random = new Random(2);
  let [x, m, v] = [1, 0, 0];
  const path = [x];
  for (let t = 1; t <= 1000; t++) {
    const g = gradient(x, random.normal());
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    const [mHat, vHat] = [m / (1 - 0.9 ** t), v / (1 - 0.999 ** t)];
    x = wrong
      ? x - (0.01 * mHat) / Math.sqrt(vHat) + eps
      : x - (0.01 * mHat) / (Math.sqrt(vHat) + eps);
    path.push(x);
  }
  return path;
}
const [right, wrong] = [descend(0.1, false), descend(0.1, true)];
display(
  lines({
    title: {
      zh: 'ε = 0.1：错的那个一直往上走',
      en: 'ε = 0.1: the wrong one walks uphill for ever',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'x' },
    series: [
      { label: { zh: '对', en: 'right' }, optimizer: 'Adam', y: right },
      { label: { zh: '错', en: 'wrong' }, y: wrong, dash: true },
    ],
  }),
);
const last = (path: number[]) => path.at(-1) ?? NaN;
check.close(last(descend(1e-8, true)), last(descend(1e-8, false)), {
  tolerance: 1e-4,
  label: { zh: 'ε = 1e−8，看不出差别：', en: 'ε = 1e−8, no difference to be seen:' },
});
check.that(
  last(wrong) > 50 && Math.abs(last(right)) < 1,
  {
    zh: 'ε = 0.1，每步推高 0.1，梯度拉不回来',
    en: 'ε = 0.1 pushes up by 0.1 a step, more than the gradient undoes',
  },
  { right: last(right), wrong: last(wrong) },
);
// zh: 一个从来没有梯度的参数。
// en: A parameter that never has a gradient.
check.that(
  Number.isNaN(last(descend(1e-8, true, () => 0))) && last(descend(1e-8, false, () => 0)) === 1,
  {
    zh: '梯度恒为 0：错的是 0/0 = NaN，对的原地不动',
    en: 'a gradient that is always 0: the wrong one is 0/0 = NaN, the right one stays',
  },
);
