import { LARS, Momentum, cosine, type Optimizer, type Tensor } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, heatmap, lines, parallel } from 'notebook';

const digits = await data('digits');
const [seen, sizes] = [32_768, [32, 128, 512, 2048, 4096]];
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
const methods: Record<string, { rates: number[]; make: (params: Tensor[]) => Optimizer }> = {
  Momentum: { rates: [0.05, 0.1, 0.2, 0.4], make: (w) => new Momentum(w, { momentum: 0.9 }) },
  LARS: { rates: [2.5, 5, 10, 20], make: lars },
};
const names = Object.keys(methods);
// zh: 学习率取 B = 32 时的值乘 √(B/32)，所以在热图里，按平方根放大就是沿一行走。
// en: The rate is that of B = 32 times √(B/32): scaling by the root is a walk along a row of the heat map.
const jobs = names.flatMap((name) =>
  methods[name]!.rates.flatMap((rate) => sizes.map((batchSize) => ({ name, rate, batchSize }))),
);
function accuracy({ name, rate, batchSize }: (typeof jobs)[0]): number {
  const problem = digitsNetwork({ digits, batchSize });
  const params = problem.start();
  const steps = seen / batchSize;
  const schedule = cosine(rate * Math.sqrt(batchSize / 32), { steps });
  const run = train(problem, params, methods[name]!.make(params), {
    steps,
    every: steps,
    schedule,
  });
  for (const _ of run);
  return Number((100 * problem.accuracy(params)).toFixed(2));
}
type Results = readonly (number | undefined)[];
const sorted = (accuracies: Results) =>
  names.map((name) => {
    const rows = methods[name]!.rates.map((rate) =>
      accuracies
        .filter((_, k) => jobs[k]!.name === name && jobs[k]!.rate === rate)
        .map((accuracy) => accuracy ?? NaN),
    );
    const best = sizes.map((_, b) => {
      const column = rows.map((row) => row[b]!);
      return column.indexOf(Math.max(...column.filter(Number.isFinite)));
    });
    // zh: 重新调过：每一列最好的。乘 √(B/32)：一直留在 B = 32 时最好的那一行。
    // en: Tuned anew: the best of each column. Times √(B/32): always in the row that is best at B = 32.
    return {
      name,
      rows,
      best,
      anew: best.map((k, b) => rows[k]?.[b] ?? NaN),
      root: rows[best[0]!] ?? rows[0]!,
    };
  });
function show(accuracies: Results): void {
  const results = sorted(accuracies);
  display(
    lines({
      key: 'lines',
      title: { zh: '最后的测试准确率', en: 'Final test accuracy' },
      x: { label: 'B', log: true },
      y: { label: '%', domain: [70, 100] },
      series: results.flatMap(({ name, anew, root }) => [
        {
          label: { zh: `${name}，重新调过`, en: `${name}, tuned anew` },
          optimizer: name,
          x: sizes,
          y: anew,
          points: true,
        },
        {
          label: { zh: `${name}，乘 √(B/32)`, en: `${name}, times √(B/32)` },
          optimizer: name,
          x: sizes,
          y: root,
          dash: true,
        },
      ]),
    }),
    ...results.map(({ name, rows, best }) =>
      heatmap({
        key: name,
        title: {
          zh: `${name}：准确率（%），每列最好的有标记`,
          en: `${name}: accuracy (%), the best of each column marked`,
        },
        x: { label: 'B', values: sizes, log: true },
        y: { label: 'η / √(B/32)', values: methods[name]!.rates, log: true },
        values: rows,
        color: { label: '%', domain: [40, 96] },
        mark: best.flatMap((k, b) =>
          k < 0 ? [] : [{ x: sizes[b]!, y: methods[name]!.rates[k]! }],
        ),
      }),
    ),
  );
}
const results = sorted(await parallel(jobs, accuracy, { each: show }));
const [old, own] = results;
const named = (size: number) => `B = ${size.toLocaleString('en-US')}`;
const point = (values: number[]) =>
  Object.fromEntries(values.map((value, b) => [named(sizes[b]!), value]));
const gaps = own!.anew.map((accuracy, b) => accuracy - old!.anew[b]!);
check.that(
  Math.abs(gaps[0]!) < 1 && Math.abs(gaps[1]!) < 1,
  {
    zh: '各自重新调过，B = 32 与 128：相差不到 1 个百分点；LARS 多出',
    en: 'each tuned anew, B = 32 and 128: within one point; LARS is ahead by',
  },
  point(gaps.slice(0, 2)),
);
check.that(
  gaps.slice(2).every((gap) => gap > 1.5 && gap < 6),
  {
    zh: 'B ≥ 512：LARS 多几个百分点',
    en: 'B ≥ 512: LARS is a few points ahead',
  },
  Object.fromEntries(gaps.slice(2).map((gap, b) => [named(sizes[b + 2]!), gap])),
);
const loss = ({ anew, root }: (typeof results)[0]) =>
  Math.max(...anew.map((best, b) => best - root[b]!));
check.that(
  loss(own!) < 2 && loss(old!) > 5,
  {
    zh: '按 √B 放大而不重新调，最多损失几个百分点',
    en: 'scaled by √B and not tuned anew, the most that is lost, in points',
  },
  { Momentum: loss(old!), LARS: loss(own!) },
);
