import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, progress, select, table } from 'notebook';

// zh: 每种方法用上面挑出的学习率。
// en: For each method the rate chosen above.
const runs = {
  SGD: { make: SGD, lr: 1 },
  Momentum: { make: Momentum, lr: 0.1 },
  NAG: { make: NAG, lr: 0.1 },
  AdaGrad: { make: AdaGrad, lr: 0.1 },
  RMSProp: { make: RMSProp, lr: 0.01 },
  Adam: { make: Adam, lr: 0.03 },
  AdamW: { make: AdamW, lr: 0.03 },
  LARS: { make: LARS, lr: 0.01 },
  LAMB: { make: LAMB, lr: 0.03 },
};
const names = Object.keys(runs) as (keyof typeof runs)[];
const seeds = [3, 4, 5, 6, 7];
const passes = Number(
  select({ zh: '看几遍', en: 'passes' }, { options: ['1', '2', '3'], value: '2' }),
);
const digits = await data('digits');
const steps = passes * 250;

// zh: 五个种子，各有自己的起点和小批量；同一个种子里，九种方法的起点和小批量都一样。
// en: Five seeds, each with its own start and batches; within one, the same for all nine methods.
const going = seeds.flatMap((seed) => {
  const problem = digitsNetwork({ digits, hidden: 16, batchSize: 32, seed, initialSeed: seed });
  return names.map((name) => {
    const { make, lr } = runs[name];
    const params = problem.start();
    const options = name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr };
    const schedule = (t: number) => lr * (1 - (t - 1) / steps);
    const optimizer = new make(params, options);
    const advance = train(problem, params, optimizer, { steps, schedule, every: 50 });
    return { name, advance, accuracy: () => 100 * problem.accuracy(params) };
  });
});
// zh: 所有训练齐头并进：每次各走 50 步，画出五个种子的平均。
// en: All trainings keep pace: 50 steps each, then the mean over the seeds is drawn.
const curves = names.map((name) => ({ label: name, optimizer: name, x: [0], y: [10] }));
const scores = new Map(names.map((name) => [name, [] as number[]]));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
for (let step = 50; step <= steps; step += 50) {
  for (const name of names) scores.set(name, []);
  for (const [k, { name, advance, accuracy }] of going.entries()) {
    advance.next();
    scores.get(name)!.push(accuracy());
    await progress((step / 50 - 1) * going.length + k + 1, (steps / 50) * going.length);
  }
  for (const { label, x, y } of curves) {
    x.push(32 * step);
    y.push(mean(scores.get(label)!));
  }
  display(
    lines({
      key: 'race',
      title: { zh: '测试准确率，五个种子的平均', en: 'Test accuracy, mean of five seeds' },
      x: { label: { zh: '看过的图片', en: 'pictures seen' }, domain: [0, 32 * steps] },
      y: { label: '%', domain: [80, 94] },
      series: curves,
    }),
  );
}
const final = names.map((name) => {
  const values = scores.get(name)!;
  return { name, mean: mean(values), least: Math.min(...values), most: Math.max(...values) };
});
final.sort((a, b) => b.mean - a.mean);
display(
  table({
    title: { zh: '最后的测试准确率（%）', en: 'Test accuracy at the end (%)' },
    columns: [
      { label: '' },
      { label: 'η' },
      { label: { zh: '平均', en: 'mean' }, digits: 4 },
      { label: { zh: '最差', en: 'worst' }, digits: 4 },
      { label: { zh: '最好', en: 'best' }, digits: 4 },
    ],
    rows: final.map(({ name, mean, least, most }) => [name, runs[name].lr, mean, least, most]),
  }),
);
const at = (name: string, k: number) => scores.get(name as 'SGD')![k]!;
check.that(
  seeds.every((_, k) =>
    names.every((name) => name === 'AdaGrad' || at('AdaGrad', k) < at(name, k)),
  ),
  {
    zh: '五个种子里，AdaGrad 每次都排在最后',
    en: 'with each of the five seeds, AdaGrad is last',
  },
  { AdaGrad: final.at(-1)!.mean },
);
const winners = seeds.map((_, k) => names.toSorted((a, b) => at(b, k) - at(a, k))[0]!);
const range = [final.at(-2)!, final[0]!].map(({ mean }) => mean.toFixed(2)).join('–');
check.that(final[0]!.mean - final.at(-2)!.mean < 1.2 && new Set(winners).size > 1, {
  zh: `其余八种的平均相差不到 1.2 个百分点（${range}）；五个种子的第一名依次是 ${winners.join('、')}`,
  en: `the means of the other eight are within 1.2 points (${range}); the five seeds are won by ${winners.join(', ')}`,
});
