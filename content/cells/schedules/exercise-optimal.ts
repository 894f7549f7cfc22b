// zh: L = ½λθ²，噪声 σ。已知此刻 E θ²，哪个 η 让下一步的 E θ² 最小？改写 `best`。
// en: L = ½λθ² with noise σ. Given E θ² now, which η makes it smallest after the next step? Rewrite `best`.
import { cosine } from 'optim';
import { Random } from 'problems';
import { check, display, freshSeed, lines } from 'notebook';

function best(square: number, curvature: number, sigma: number): number {
  return square > sigma ? 1 / curvature : 0.01 / curvature;
}

const next = (square: number, lr: number, curvature: number, sigma: number) =>
  (1 - lr * curvature) ** 2 * square + (lr * sigma) ** 2;
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const cases = [
  { curvature: 1, sigma: 1, start: 100 },
  { curvature: 0.2, sigma: 1, start: 25 },
  { curvature: 4, sigma: 0.5, start: 9 },
  { curvature: near(random.uniform(0.2, 4)), sigma: near(random.uniform(0.5, 1)), start: 16 },
];
const T = 400;
for (const { curvature, sigma, start } of cases) {
  const rates: number[] = [];
  let square = start;
  for (let t = 1; t <= T; t++) {
    rates.push(best(square, curvature, sigma));
    square = next(square, rates.at(-1)!, curvature, sigma);
  }
  // zh: 对手：余弦安排，峰值从 200 个里挑最好的。
  // en: To be beaten: a cosine with the best of 200 peaks.
  const rivals = Array.from({ length: 200 }, (_, k) => {
    const rate = cosine((10 ** (-3 + k / 66) * 1.9) / curvature, { steps: T });
    let rival = start;
    for (let t = 1; t <= T; t++) rival = next(rival, rate(t), curvature, sigma);
    return rival;
  });
  display(
    lines({
      title: `λ = ${curvature}, σ = ${sigma}`,
      series: [{ label: 'η', x: rates.map((_, k) => k + 1), y: rates, quantity: 'lr' }],
      x: { label: { zh: '步数', en: 'step' }, log: true, domain: [1, T] },
      y: { label: 'η', log: true },
    }),
  );
  check.that(
    square < Math.min(...rivals),
    {
      zh: `λ = ${curvature}，σ = ${sigma}：${T} 步之后低于最好的余弦`,
      en: `λ = ${curvature}, σ = ${sigma}: below the best cosine after ${T} steps`,
    },
    { yours: square, cosine: Math.min(...rivals) },
  );
}
