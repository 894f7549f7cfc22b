// zh: 改 `batchGradient`，用随机抽取的 B 个样本估计梯度：平均起来不偏，方差按 1/B 下降。
// en: Mend `batchGradient`, so that it is right on average and its variance falls like 1/B.
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

const random = new Random(freshSeed());
const xs = Array.from({ length: 500 }, () => random.normal());
const ys = xs.map((x) => 2 * x + random.normal());
// zh: 单个样本的损失 ½(θx − y)² 的导数。
// en: The derivative of one sample's loss, ½(θx − y)².
const slope = (theta: number, i: number) => (theta * xs[i]! - ys[i]!) * xs[i]!;

function batchGradient(theta: number, B: number, random: Random): number {
  let sum = 0;
  for (let i = 0; i < B; i++) sum += slope(theta, random.integer(xs.length));
  return sum / B;
}

const full = (theta: number) => xs.reduce((sum, _, i) => sum + slope(theta, i), 0) / xs.length;
function sample(theta: number, B: number) {
  const random = new Random(2, B);
  const draws = Array.from({ length: 20_000 }, () => batchGradient(theta, B, random));
  const mean = draws.reduce((sum, g) => sum + g, 0) / draws.length;
  return { mean, variance: draws.reduce((sum, g) => sum + (g - mean) ** 2, 0) / draws.length };
}
for (const theta of [0, 3]) {
  check.close(sample(theta, 8).mean, full(theta), {
    tolerance: 0.05,
    label: { zh: `θ = ${theta}，B = 8，平均值`, en: `θ = ${theta}, B = 8, mean` },
  });
}
const ratio = sample(0, 4).variance / sample(0, 32).variance;
check.that(
  Math.abs(ratio - 8) < 0.8,
  { zh: 'B 从 4 到 32，方差变为八分之一', en: 'from B = 4 to 32 the variance falls to an eighth' },
  { ratio },
);
