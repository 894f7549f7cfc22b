import { Adam } from 'optim';
import { digitsNetwork, train, type Problem } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

const digits = await data('digits');
const shuffled = digitsNetwork({ digits, hidden: 32, batchSize: 32 });

// zh: 忘了打乱：先看 800 个 0，再看 800 个 1……就像一个个文件夹读进来的那样。
// en: No shuffling: first 800 zeros, then 800 ones, as when one folder is read after another.
const { inputs, labels } = digits.train;
const folders = Array.from({ length: 10 }, (_, digit) => {
  const of = [...labels.keys()].filter((k) => labels[k] === digit);
  const pictures = of.flatMap((k) => [...inputs.subarray(k * 196, (k + 1) * 196)]);
  const train = { inputs: Float32Array.from(pictures), labels: Uint8Array.from(of, () => digit) };
  return digitsNetwork({ digits: { ...digits, train }, hidden: 32, batchSize: 32 });
});
const sorted: Problem = {
  ...shuffled,
  gradient(params, into, step) {
    const folder = Math.floor((step - 1) / 25) % 10;
    folders[folder]!.gradient(params, into, step);
  },
};

const steps = 2 * shuffled.perEpoch;
const curves = [];
for (const [label, problem] of [
  [{ zh: '打乱', en: 'shuffled' }, shuffled],
  [{ zh: '按数字排好', en: 'sorted by digit' }, sorted],
] as const) {
  const params = problem.start();
  const curve = { label, x: [0], y: [shuffled.accuracy(params)], dash: problem === sorted };
  curves.push(curve);
  for (const step of train(problem, params, new Adam(params, { lr: 0.003 }), { steps })) {
    curve.x.push(32 * step);
    curve.y.push(shuffled.accuracy(params));
    await progress((curves.length - 1) * steps + step, 2 * steps);
  }
}
display(
  lines({
    title: { zh: 'Adam：同样的图片，不同的顺序', en: 'Adam: the same pictures in another order' },
    x: { label: { zh: '看过的图片', en: 'pictures seen' } },
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    series: curves,
  }),
);
const [good, bad] = curves.map(({ y }) => y);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
check.that(good!.at(-1)! > 0.9 && Math.max(...bad!) < 0.3, {
  zh: `打乱的超过 90%（${percent(good!.at(-1)!)}）；排好的从没到过 30%（最高 ${percent(Math.max(...bad!))}）`,
  en: `shuffled it passes 90% (${percent(good!.at(-1)!)}); sorted it never gets to 30% (${percent(Math.max(...bad!))} at most)`,
});
