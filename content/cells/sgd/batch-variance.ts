import { gradientVariance, linearRegression } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 站在同一点，反复抽取大小为 B 的小批量，量一量梯度离平均值有多远：E‖g − ∇L‖²。
// en: From one point, draw batches of B samples again and again:
// en: how far is each gradient from the mean, E‖g − ∇L‖²?
const sizes = [1, 2, 4, 8, 16, 32, 64, 128];
const measured = sizes.map((batchSize) =>
  gradientVariance(linearRegression({ batchSize, seed: 1 }), { gradients: 4000 }),
);
display(
  lines({
    title: { zh: '批量加倍，方差减半', en: 'Twice the batch, half the variance' },
    series: [
      { label: { zh: '测得', en: 'measured' }, x: sizes, y: measured, points: true },
      { label: '∝ 1/B', x: sizes, y: sizes.map((B) => measured[0]! / B), dash: true },
    ],
    x: { label: { zh: '批量大小 B', en: 'batch size B' }, log: true },
    y: { label: { zh: '梯度的方差', en: 'variance of the gradient' }, log: true },
  }),
);
for (const [i, B] of sizes.entries()) {
  if (B === 8 || B === 128) {
    check.close((measured[i]! * B) / measured[0]!, 1, {
      relative: 0.1,
      label: {
        zh: `B = ${B}，方差 × B / 单样本方差：`,
        en: `B = ${B}, variance × B over that of one sample:`,
      },
    });
  }
}
