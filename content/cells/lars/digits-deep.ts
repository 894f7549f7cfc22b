import { LARS, Momentum, cosine, warmup, type Optimizer, type Tensor } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, parallel, scatter } from 'notebook';

const digits = await data('digits');
// zh: 三个隐藏层，批量 512：64 步，其中 8 步预热。
// en: Three hidden layers, batches of 512: 64 steps, of which 8 warm up.
const [hidden, batchSize, steps, ramp] = [[32, 32, 32], 512, 64, 8];
function run(make: (params: Tensor[]) => Optimizer, lr: number, seed: number, every: number) {
  const problem = digitsNetwork({ digits, hidden, batchSize, seed, initialSeed: seed + 1 });
  const params = problem.start();
  const optimizer = make(params);
  const schedule = warmup(cosine(lr, { steps: steps - ramp }), { steps: ramp });
  const [accuracy, ratios]: [number[], number[][]] = [[], []];
  for (const _ of train(problem, params, optimizer, { steps, every, schedule })) {
    accuracy.push(Number((100 * problem.accuracy(params)).toFixed(2)));
    if (optimizer instanceof LARS)
      ratios.push(optimizer.trustRatio.slice(0, 4).map(({ data: r }) => r[0]!));
  }
  return { accuracy, ratios, last: accuracy.at(-1)! };
}
// zh: 偏置不用信任比，学习率是权重的百分之一。
// en: Biases go without the ratio, at a hundredth of the rate.
const lars = (params: Tensor[]) =>
  new LARS(
    [
      { params: params.filter(({ shape }) => shape.length > 1), weightDecay: 1e-4 },
      { params: params.filter(({ shape }) => shape.length === 1), alwaysAdapt: false, lr: 0.01 },
    ],
    { lr: 1 },
  );
// zh: 动量试 12 种组合，LARS 只试 3 个学习率，用种子 5、6、7 的平均来挑；挑中的再用种子 0 到 4 跑。
// en: Momentum gets 12 settings, LARS only 3 rates. Chosen by the mean of seeds 5, 6 and 7, the best of each then
// en: runs with seeds 0 to 4.
const makers: Record<string, (params: Tensor[]) => Optimizer> = {
  'μ = 0.8': (w) => new Momentum(w, { momentum: 0.8 }),
  'μ = 0.9': (w) => new Momentum(w, { momentum: 0.9 }),
  'μ = 0.95': (w) => new Momentum(w, { momentum: 0.95 }),
  LARS: lars,
};
const settings = [
  ...[0.1, 0.2, 0.4, 0.8].map((lr) => ({ make: 'μ = 0.8', lr })),
  ...[0.05, 0.1, 0.2, 0.4].map((lr) => ({ make: 'μ = 0.9', lr })),
  ...[0.025, 0.05, 0.1, 0.2].map((lr) => ({ make: 'μ = 0.95', lr })),
  ...[20, 40, 80].map((lr) => ({ make: 'LARS', lr })),
];
const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const trials = settings.flatMap((setting) => [5, 6, 7].map((seed) => ({ ...setting, seed })));
const tried = await parallel(
  trials,
  ({ make, lr, seed }) => run(makers[make]!, lr, seed, steps).last,
);
const tuned = settings.map((_, k) => average(tried.slice(3 * k, 3 * k + 3)));
const best = (from: number, to: number) =>
  settings[tuned.indexOf(Math.max(...tuned.slice(from, to)), from)]!;
const chosen = [best(0, 12), best(12, settings.length)];
const jobs = chosen.flatMap((each) => [0, 1, 2, 3, 4].map((seed) => ({ ...each, seed })));
const x = Array.from({ length: steps / 4 }, (_, k) => 4 * batchSize * (k + 1));
type Results = readonly (ReturnType<typeof run> | undefined)[];
function show(runs: Results): void {
  // zh: 前五次是 Momentum，后五次是 LARS。
  // en: The first five runs are Momentum’s, the other five LARS’s.
  const methods = ['Momentum', 'LARS'].map((name, m) => ({
    name,
    five: [0, 1, 2, 3, 4].map((k) => runs[5 * m + k]),
  }));
  const mean = (five: Results, step: number) =>
    average(five.flatMap((each) => each?.accuracy[step] ?? []));
  display(
    lines({
      key: 'accuracy',
      title: { zh: '测试准确率，五次的平均', en: 'Test accuracy, mean of five runs' },
      x: { label: { zh: '看过的图片', en: 'pictures seen' } },
      y: { label: '%', domain: [60, 95] },
      series: methods.map(({ name, five }) => ({
        label: name,
        optimizer: name,
        x,
        y: x.map((_, k) => mean(five, k)),
      })),
    }),
    scatter({
      key: 'ends',
      title: { zh: '五次各自最后的测试准确率', en: 'Final test accuracy of each run' },
      x: { label: { zh: '第几次', en: 'run' }, domain: [0.5, 5.5] },
      y: { label: '%' },
      series: methods.map(({ name, five }) => ({
        label: name,
        optimizer: name,
        x: [1, 2, 3, 4, 5],
        y: five.map((each) => each?.last ?? NaN),
      })),
    }),
    lines({
      key: 'ratios',
      title: {
        zh: 'LARS 第 1 次：每层权重的信任比',
        en: 'LARS, run 1: the trust ratio of each layer’s weights',
      },
      x: { label: { zh: '看过的图片', en: 'pictures seen' } },
      y: { label: 'r', log: true },
      series: [0, 1, 2, 3].map((l) => ({
        label: { zh: `第 ${l + 1} 层`, en: `layer ${l + 1}` },
        x,
        y: x.map((_, k) => runs[5]?.ratios[k]?.[l] ?? NaN),
      })),
    }),
  );
}
const runs = await parallel(jobs, ({ make, lr, seed }) => run(makers[make]!, lr, seed, 4), {
  each: show,
});
const [old, own] = [runs.slice(0, 5), runs.slice(5)];
const ends = old.map(({ last }) => last);
const others = own.map(({ last }) => last);
check.that(
  average(others) - average(ends) > 1.5 && Math.min(...others) > Math.max(...ends),
  {
    zh: '五次的平均；LARS 最差的一次也高于 Momentum 最好的一次',
    en: 'the means of five; the worst of LARS is above the best of momentum',
  },
  {
    Momentum: average(ends),
    LARS: average(others),
    least: Math.min(...others),
    greatest: Math.max(...ends),
  },
);
const ratios = own[0]!.ratios;
const spread = Math.max(...ratios.map((r) => Math.max(...r) / Math.min(...r)));
check.that(
  spread > 3,
  {
    zh: '同一步里，各层信任比最大与最小之比，最大时',
    en: 'the ratios of the layers within a step, greatest over least, at most',
  },
  { spread },
);
