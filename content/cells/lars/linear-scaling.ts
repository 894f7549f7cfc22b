import { SGD } from 'optim';
import { linearRegression, minimize } from 'problems';
import { check, display, lines } from 'notebook';

const sizes = [1, 4, 16, 64, 256];
const seen = 2048;
const seeds = Array.from({ length: 20 }, (_, k) => k);
// zh: 损失高出最小值多少，对 20 组随机批量取平均。每次运行都看 2,048 个样本。
// en: How far the loss is above its minimum, averaged over 20 sequences of batches. Each run sees 2,048 samples.
function excess(batchSize: number, lr: number): number[] {
  const sum = Array.from({ length: seen / batchSize + 1 }, () => 0);
  for (const seed of seeds) {
    const problem = linearRegression({ scales: [1, 1], batchSize, seed });
    const run = minimize(problem, (params) => new SGD(params, { lr }), { steps: seen / batchSize });
    run.losses.forEach((loss, k) => (sum[k]! += (loss - problem.minimum) / seeds.length));
  }
  return sum;
}
const scaled = sizes.map((size) => excess(size, 0.01 * size));
const fixed = excess(64, 0.01);
// zh: 画图时每 16 个样本取一点。
// en: Drawn every 16 samples.
const points = (y: number[], size: number) => ({
  x: y.map((_, k) => k * size).filter((x) => x % 16 === 0),
  y: y.filter((_, k) => (k * size) % 16 === 0),
});
display(
  lines({
    title: {
      zh: '看过若干样本之后，损失高出最小值多少',
      en: 'Loss above the minimum, by samples seen',
    },
    x: { label: { zh: '样本', en: 'samples' }, domain: [0, seen] },
    y: { label: { zh: '损失 − 最小值', en: 'loss − minimum' }, log: true, domain: [1e-4, 10] },
    series: [
      ...sizes.map((size, k) => ({
        label: `B = ${size}, η = ${(0.01 * size).toFixed(2)}`,
        ...points(scaled[k]!, size),
      })),
      { label: 'B = 64, η = 0.01', ...points(fixed, 64), dash: true },
    ],
  }),
);
const at = (k: number) => scaled[k]![256 / sizes[k]!]!;
check.that(
  Math.abs(at(1) / at(0) - 1) < 0.3 && Math.abs(at(2) / at(0) - 1) < 0.3,
  {
    zh: '看过 256 个样本：B = 1、4、16 差不多一样',
    en: 'after 256 samples B = 1, 4 and 16 are about level',
  },
  { 'B = 1': at(0), 'B = 4': at(1), 'B = 16': at(2) },
);
check.that(
  fixed[4]! > 10 * at(0),
  { zh: 'B = 64 而学习率不变：还差得远', en: 'B = 64 with the rate unchanged: far behind' },
  { loss: fixed[4]! },
);
check.that(
  scaled[4]!.at(-1)! > 10 * scaled[4]![0]!,
  { zh: 'B = 256，学习率也照乘：发散', en: 'B = 256 with its rate scaled as well: diverges' },
  { loss: scaled[4]!.at(-1)! },
);
