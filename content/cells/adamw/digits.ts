import { Adam, AdamW, cosine } from 'optim';
import { digitsNetwork, Random, train, type Digits } from 'problems';
import { check, data, display, heatmap, parallel } from 'notebook';

const digits = await data('digits');
const pixels = digits.width * digits.height;
const [samples, hidden, batchSize, steps] = [500, 16, 25, 400];
// zh: 500 张图片，三成的标签重新抽签：不衰减，网络就被错的带偏。每个种子另抽一套标签和单位。
// zh: 单位是 2 的整数次幂，从 1/8 到 8，每个像素乘上自己的那一个，测试图片也一样。
// en: 500 pictures, 30% of whose labels are drawn anew: without decay the network follows the wrong ones too.
// en: Units are powers of 2 from ⅛ to 8, and each pixel is multiplied by its own, in the test pictures too.
// en: Every seed draws labels and units of its own.
function unitsOf(seed: number): number[] {
  const random = new Random(seed, 1);
  return Array.from({ length: pixels }, () => 2 ** (random.integer(7) - 3));
}
function pictures(seed: number, unit: number[]): Digits {
  const random = new Random(seed, 2);
  const drawn = (label: number) => (random.uniform() < 0.3 ? random.integer(10) : label);
  const measured = (inputs: Float32Array) => inputs.map((ink, i) => ink * unit[i % pixels]!);
  const { train, test } = digits;
  return {
    ...digits,
    train: {
      inputs: measured(train.inputs.subarray(0, samples * pixels)),
      labels: train.labels.slice(0, samples).map(drawn),
    },
    test: { inputs: measured(test.inputs), labels: test.labels },
  };
}
const seeds = [1, 2, 3, 4, 5];
const rates = [0.003, 0.01, 0.03];
const l2 = { Method: Adam, decays: [0.003, 0.01, 0.03, 0.1] };
const decoupled = { Method: AdamW, decays: [0.1, 0.3, 1, 3] };
const one = { zh: '像素的单位相同', en: 'pixels in one unit' };
const own = { zh: '像素各用各的单位', en: 'pixels in units of their own' };
// zh: 最后一张图里，L2 的系数按像素的单位 s 给：λs。
// en: In the last map each pixel has an L2 coefficient according to its unit s: λs.
const maps = [
  { name: 'Adam + L2', units: one, ...l2 },
  { name: 'AdamW', units: one, ...decoupled },
  { name: 'Adam + L2', units: own, ...l2 },
  { name: 'AdamW', units: own, ...decoupled },
  { name: 'Adam + L2, λs', units: own, ...l2 },
];
const jobs = seeds.flatMap((seed) =>
  maps.flatMap(({ decays }, map) =>
    rates.flatMap((lr) => decays.map((lambda) => ({ seed, map, lr, lambda }))),
  ),
);
function accuracy({ seed, map, lr, lambda }: (typeof jobs)[0]): number {
  const { name, units, Method } = maps[map]!;
  const unit = units === own ? unitsOf(seed) : Array.from({ length: pixels }, () => 1);
  const task = { digits: pictures(seed, unit), hidden, batchSize, seed, initialSeed: seed };
  const problem = digitsNetwork(task);
  const byUnit: typeof problem = {
    ...problem,
    gradient(params, into, step) {
      problem.gradient(params, into, step);
      const [w, g] = [params[0]!.data, into[0]!.data];
      for (let i = 0; i < w.length; i++) g[i]! += lambda * (unit[i % pixels]! - 1) * w[i]!;
    },
  };
  const params = problem.start();
  const weights = params.filter(({ shape }) => shape.length > 1);
  const biases = params.filter(({ shape }) => shape.length === 1);
  const groups = [
    { params: weights, weightDecay: lambda },
    { params: biases, weightDecay: 0 },
  ];
  const options = { steps, every: steps, schedule: cosine(lr, { steps }) };
  const trained = name.endsWith('λs') ? byUnit : problem;
  for (const _ of train(trained, params, new Method(groups), options));
  return 100 * problem.accuracy(params);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
type Results = readonly (number | undefined)[];
// zh: 一行一个学习率，一列一个 λ：有了结果的那些种子的平均。
// en: A row for each rate, a column for each λ: the mean over those seeds whose results are there.
function grid(results: Results, map: number, among = seeds): number[][] {
  const size = rates.length * l2.decays.length;
  const of = (seed: number, cell: number) =>
    results[(seeds.indexOf(seed) * maps.length + map) * size + cell];
  return rates.map((_, row) =>
    l2.decays.map((_, column) => {
      const cell = row * l2.decays.length + column;
      return mean(among.map((seed) => of(seed, cell)).filter((each) => each !== undefined));
    }),
  );
}
const bestOf = (row: number[]) => row.indexOf(Math.max(...row.filter(Number.isFinite)));
const show = (results: Results) =>
  display(
    ...maps.map(({ name, units, decays }, map) => {
      const values = grid(results, map);
      return heatmap({
        key: `map-${map}`,
        title: { zh: `${name}，${units.zh}`, en: `${name}, ${units.en}` },
        x: { label: 'λ', values: decays.map(String) },
        y: { label: 'η', values: rates.map(String) },
        values,
        color: { label: { zh: '测试准确率（%）', en: 'test accuracy (%)' }, domain: [50, 80] },
        mark: values.map((row, y) => ({ x: bestOf(row), y })).filter(({ x }) => x >= 0),
      });
    }),
  );
const results = await parallel(jobs, accuracy, { each: show });

// zh: 每张图平均最好的那一格，和它在每个种子里的成绩。
// en: The cell of each map that is best on average, and what each seed makes of it.
const best = maps.map((_, map) => {
  const values = grid(results, map);
  const row = bestOf(values.map((each) => Math.max(...each)));
  const column = bestOf(values[row]!);
  const each = seeds.map((seed) => grid(results, map, [seed])[row]![column]!);
  return { mean: values[row]![column]!, each };
});
const lead = (a: number, b: number) => best[a]!.each.map((value, k) => value - best[b]!.each[k]!);
const named = (from: number) => ({ 'Adam + L2': best[from]!.mean, AdamW: best[from + 1]!.mean });
const [equal, unequal] = [lead(1, 0), lead(3, 2)];
check.that(
  Math.abs(mean(equal)) < 1.5 && Math.min(...equal) < 0,
  {
    zh: '单位相同：最好的两格差不多，五个种子并不都站在 AdamW 一边；它领先的百分点，最少与最多',
    en: 'one unit: the best cells are close and the seeds not of one mind; the lead of AdamW in points, least and most',
  },
  { ...named(0), least: Math.min(...equal), most: Math.max(...equal) },
);
check.that(
  mean(unequal) > 2 && Math.min(...unequal) > 0,
  {
    zh: '各用各的单位：AdamW 在每个种子里都领先',
    en: 'units of their own: AdamW leads with every seed',
  },
  { ...named(2), least: Math.min(...unequal), most: Math.max(...unequal) },
);
check.that(
  Math.abs(best[4]!.mean - best[3]!.mean) < 1.5,
  { zh: '系数换成 λs：L2 赶上来了', en: 'with λs for a coefficient, L2 catches up' },
  { 'Adam + L2, λs': best[4]!.mean, AdamW: best[3]!.mean },
);
const range = (among: number[]) => {
  const decays = among.flatMap((map) =>
    grid(results, map).map((row) => maps[map]!.decays[bestOf(row)]!),
  );
  return [Math.min(...decays), Math.max(...decays)] as const;
};
const [forL2, forAdamW] = [range([0, 2]), range([1, 3])];
check.that(
  forL2[1] / forL2[0] < 4 && forAdamW[1] / forAdamW[0] < 4 && forAdamW[0] >= 10 * forL2[1],
  {
    zh: '每一行最好的 λ，从几到几：两种方法里都几乎不随 η 变，AdamW 的大得多',
    en: 'the best λ of a row, from … to …: hardly changed by η in either method, and far larger in AdamW',
  },
  {
    'Adam + L2, from': forL2[0],
    'Adam + L2, to': forL2[1],
    'AdamW, from': forAdamW[0],
    'AdamW, to': forAdamW[1],
  },
);
