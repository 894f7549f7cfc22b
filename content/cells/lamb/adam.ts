import { AdamW, cosine } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve, progress, table } from 'notebook';

// zh: 第一层乘 c，第二层除以 c，与上一章相同。每次 300 步，学习率按余弦降到 0。
// en: Layer 1 times c, layer 2 over c, as in the last chapter. 300 steps each, the rate falling along a cosine.
const steps = 300;
const run = (c: number, lr: number) =>
  minimize(rescaledNetwork({ c }), (params) => new AdamW(params, { weightDecay: 0 }), {
    steps,
    every: 5,
    schedule: cosine(lr, { steps }),
  });
const grids = [
  { c: 1, rates: [0.01, 0.02, 0.05, 0.1] },
  { c: 10, rates: [0.002, 0.005, 0.01, 0.02] },
  { c: 50, rates: [0.0005, 0.001, 0.002, 0.005] },
];
const best: { c: number; lr: number; loss: number }[] = [];
for (const { c, rates } of grids) {
  const losses = rates.map((lr) => run(c, lr).losses.at(-1) ?? NaN);
  const loss = Math.min(...losses);
  best.push({ c, lr: rates[losses.indexOf(loss)]!, loss });
  await progress(best.length, 4);
}
// zh: 用 c = 1 时最好的学习率跑三个网络。
// en: All three networks at the rate that is best for c = 1.
const runs = grids.map(({ c }) => run(c, best[0]!.lr));
const last = runs.map(({ losses }) => losses.at(-1) ?? NaN);
display(
  lossCurve(Object.fromEntries(runs.map((each, k) => [`c = ${grids[k]!.c}`, each])), {
    title: {
      zh: 'AdamW，η = 0.05：同一个函数，三种尺度',
      en: 'AdamW, η = 0.05: one function, three scales',
    },
  }),
  table({
    columns: [
      { label: 'c' },
      { label: { zh: 'η = 0.05 的损失', en: 'loss at η = 0.05' }, digits: 2 },
      { label: { zh: '最好的 η', en: 'best η' } },
      { label: { zh: '它的损失', en: 'its loss' }, digits: 2 },
    ],
    rows: best.map(({ c, lr, loss }, k) => [c, last[k]!, lr, loss]),
  }),
);
check.that(
  best[0]!.lr === 0.05 && last[0]! < 0.01 && last[1]! > 1 && last[2]! > 1,
  {
    zh: '用 c = 1 时最好的 0.05，另外两个学不会',
    en: 'with 0.05, the best for c = 1, the others learn nothing',
  },
  { 'c = 1': last[0]!, 'c = 10': last[1]!, 'c = 50': last[2]! },
);
check.that(
  best[1]!.loss > 2 * best[0]!.loss && best[2]!.loss > 2 * best[1]!.loss,
  { zh: '各自重新调过，仍然一个比一个差', en: 'each retuned, still one is worse than the other' },
  { 'c = 1': best[0]!.loss, 'c = 10': best[1]!.loss, 'c = 50': best[2]!.loss },
);
