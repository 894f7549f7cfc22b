// zh: 写出 `slopes`：softmax 交叉熵对得分 z 的斜率 p − y。得分很大时，也不能出现 NaN。
// en: Write `slopes`: those of softmax cross-entropy in the scores z, p − y. No NaN for large scores either.
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

function slopes(z: readonly number[], label: number): number[] {
  const largest = Math.max(...z);
  const exps = z.map((each) => Math.exp(each - largest));
  const total = exps.reduce((sum, each) => sum + each, 0);
  return exps.map((each, i) => each / total - (i === label ? 1 : 0));
}

// zh: 损失 log Σ exp(zᵢ) − z_label，减去最大的 z 再算，结果不变。
// en: The loss, log Σ exp(zᵢ) − z_label, taken after subtracting the largest z, which changes nothing.
function loss(z: readonly number[], label: number): number {
  const largest = Math.max(...z);
  const total = z.reduce((sum, each) => sum + Math.exp(each - largest), 0);
  return Math.log(total) + largest - z[label]!;
}
const random = new Random(freshSeed());
const cases = [
  { z: [0, 0], label: 1 },
  { z: [1, -2, 0.5], label: 0 },
  { z: Array.from({ length: 5 }, () => Math.round(random.uniform(-9, 9)) / 3), label: 2 },
];
for (const { z, label } of cases) {
  const quotients = z.map((_, i) => {
    const moved = (h: number) => z.map((each, j) => (i === j ? each + h : each));
    return (loss(moved(1e-5), label) - loss(moved(-1e-5), label)) / 2e-5;
  });
  const mine = slopes(z, label);
  check.that(
    mine.length === z.length && quotients.every((each, i) => Math.abs(each - mine[i]!) < 1e-8),
    {
      zh: `${z.length} 个得分，答案是 ${label}：与差商相同`,
      en: `${z.length} scores, label ${label}: as the difference quotients`,
    },
  );
}
// zh: 得分很大时：两个得分的 softmax 只与差有关，这样写溢出也不要紧。
// en: Large scores. With two of them softmax is 1 / (1 + exp(difference)), which may overflow unharmed.
const large = [
  { z: [1000, 0], label: 0 },
  { z: [-1000, 0], label: 0 },
  { z: [2000, 0], label: 1 },
  { z: [1000, 999], label: 0 },
  { z: [-1000, -1001], label: 1 },
];
for (const { z, label } of large) {
  const mine = slopes(z, label);
  const right = [0, 1].map((i) => 1 / (1 + Math.exp(z[1 - i]! - z[i]!)) - (i === label ? 1 : 0));
  check.that(
    right.every((each, i) => Math.abs(each - mine[i]!) < 1e-12),
    {
      zh: `得分是 ${z.join('、').replaceAll('-', '−')}：正确`,
      en: `scores of ${z.join(' and ').replaceAll('-', '−')}: right`,
    },
    { 'p₁ − y₁': mine[0]!, 'p₂ − y₂': mine[1]! },
  );
}
