import { SGD } from 'optim';
import { digitsNetwork, train, type Problem } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

const digits = await data('digits');
const [batchSize, classes] = [32, 10];
const problem = digitsNetwork({ digits, hidden: 32, batchSize });
// zh: softmax 做了两次：网络先输出概率 p，损失又对 p 取一次 softmax。
// en: Softmax twice: the network puts out probabilities p, and the loss takes the softmax of p.
const twice: Problem = {
  ...problem,
  gradient(params, into, step) {
    problem.gradient(params, into, step);
    const slopes = problem.network.outputSlopes();
    for (let k = 0; k < batchSize; k++) {
      const of = slopes.subarray(k * classes, (k + 1) * classes);
      // zh: 公式 (5)：里面是 (p − y)/32，只有正确的那一项是负的。
      // en: They are (p − y)/32 by (5), negative for the right digit alone.
      const y = Array.from(of, (slope) => (slope < 0 ? 1 : 0));
      const p = y.map((target, i) => batchSize * of[i]! + target);
      const exps = p.map((each) => Math.exp(each));
      const total = exps.reduce((sum, each) => sum + each, 0);
      const d = exps.map((each, i) => (each / total - y[i]!) / batchSize);
      const mean = d.reduce((sum, each, i) => sum + each * p[i]!, 0);
      for (let i = 0; i < classes; i++) of[i] = p[i]! * (d[i]! - mean);
    }
    problem.network.backward(params, into, batchSize);
  },
};
const rates = [0.1, 0.3, 1, 3, 10];
const right = { once: [] as number[], twice: [] as number[] };
const steps = 2 * problem.perEpoch;
for (const [k, lr] of rates.entries()) {
  const schedule = (t: number) => lr * (1 - (t - 1) / steps);
  for (const [name, each] of [
    ['once', problem],
    ['twice', twice],
  ] as const) {
    const params = each.start();
    for (const _ of train(each, params, new SGD(params, { lr }), { steps, schedule }));
    right[name].push(problem.accuracy(params));
  }
  await progress(k + 1, rates.length);
}
display(
  lines({
    title: { zh: 'SGD 看过两遍之后的准确率', en: 'Accuracy of SGD after two passes' },
    x: { label: 'η', log: true },
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    series: [
      { label: { zh: '一次 softmax', en: 'softmax once' }, x: rates, y: right.once, points: true },
      { label: { zh: '两次', en: 'twice' }, x: rates, y: right.twice, points: true, dash: true },
    ],
  }),
);
const best = { once: Math.max(...right.once), twice: Math.max(...right.twice) };
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
check.that(right.twice[2]! < right.once[2]! - 0.1 && best.twice < best.once - 0.01, {
  zh: `同样取 1，两次的差得多（${percent(right.twice[2]!)}，一次的 ${percent(right.once[2]!)}）；各取最好的学习率，仍然差一点（${percent(best.twice)}，一次的 ${percent(best.once)}）`,
  en: `at a rate of 1, twice is far worse (${percent(right.twice[2]!)}, once ${percent(right.once[2]!)}); at the best rate of each, still a little worse (${percent(best.twice)}, once ${percent(best.once)})`,
});
