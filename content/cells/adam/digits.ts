import { Adam, type Tensor } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, histogram, lines, progress } from 'notebook';

// zh: 196-16-10 的网络，8,000 张图片，Adam 的默认 β，批量 32，学习率 0.003，走 1,000 步（4 遍）。
// en: A 196-16-10 network, 8,000 pictures, Adam with its default β, batches of 32, rate 0.003, 1,000 steps (4 passes).
const digits = await data('digits');
const [hidden, batchSize, steps] = [16, 32, 1000];
const problem = digitsNetwork({ digits, hidden, batchSize });
const params = problem.start();
const adam = new Adam(params, { lr: 0.003 });
for (const t of train(problem, params, adam, { steps })) await progress(t, steps);
const flat = (tensors: readonly Tensor[]) => tensors.flatMap(({ data: values }) => [...values]);
const correctedRoot = ({ v, t }: Adam, beta2: number) =>
  flat(v).map((value) => Math.sqrt(value / (1 - beta2 ** t)));
const root = correctedRoot(adam, 0.999);
const m = flat(adam.m).map((value) => value / (1 - 0.9 ** steps));

// zh: 权重从此不动。一整遍的小批量，逐个坐标求平均 μ 和标准差 σ。
// en: From here on the weights stand still. One pass of batches gives mean μ and deviation σ of each coordinate.
const gradient = problem.start();
const count = problem.perEpoch;
const [mean, square] = [root.map(() => 0), root.map(() => 0)];
const other = digitsNetwork({ digits, hidden, batchSize, seed: 1 });
for (let step = 1; step <= count; step++) {
  other.gradient(params, gradient, step);
  for (const [i, g] of flat(gradient).entries()) {
    mean[i]! += g / count;
    square[i]! += g ** 2 / count;
  }
}
// zh: 从没有墨的像素，梯度总是 0，不算。
// en: Pixels that never hold ink have no gradient; they are left out.
const live = root.map((_, i) => i).filter((i) => square[i]! > 0);
const deviation = root.map((_, i) => Math.sqrt(Math.max(square[i]! - mean[i]! ** 2, 0)));
const of = (value: (i: number) => number) => live.map(value);
const middle = (values: number[], at = 0.5) =>
  values.toSorted((a, b) => a - b)[Math.floor(at * (values.length - 1))]!;

// zh: 在同一点，让 Adam 用别的批量填 v̂（η = 0，β₂ = 0.99）；预期 v̂ = μ² + σ²，σ² 与 1/B − 1/N 成正比。
// en: At the same point Adam fills v̂ from batches of other sizes (η = 0, β₂ = 0.99). To be expected is
// en: v̂ = μ² + σ², with σ² in proportion to 1/B − 1/N.
const sizes = [8, 32, 128, 512, 2048];
const N = problem.samples;
const [found, expected]: [number[], number[]] = [[], []];
for (const [k, size] of sizes.entries()) {
  const others = digitsNetwork({ digits, hidden, batchSize: size, seed: 2 });
  const still = new Adam(params, { lr: 0, beta2: 0.99 });
  for (let step = 1; step <= (size < 1000 ? 300 : 60); step++) {
    still.step(() => {
      others.gradient(params, gradient, step);
      return gradient;
    });
  }
  const values = correctedRoot(still, 0.99);
  found.push(middle(of((i) => values[i]!)));
  const ratio = (1 / size - 1 / N) / (1 / batchSize - 1 / N);
  expected.push(middle(of((i) => Math.sqrt(mean[i]! ** 2 + ratio * deviation[i]! ** 2))));
  await progress(k + 1, sizes.length);
}

const [noise, signal] = [
  of((i) => root[i]! / deviation[i]!),
  of((i) => Math.abs(mean[i]!) / deviation[i]!),
];
const move = Math.sqrt(
  of((i) => (m[i]! / root[i]!) ** 2).reduce((sum, x) => sum + x, 0) / live.length,
);
const layers = [
  { zh: '第一层的权重', en: 'weights, layer 1' },
  { zh: '第一层的偏置', en: 'biases, layer 1' },
  { zh: '第二层的权重', en: 'weights, layer 2' },
  { zh: '第二层的偏置', en: 'biases, layer 2' },
];
const starts = params.map((_, l) => flat(params.slice(0, l)).length);
const layerOf = (i: number) => starts.findLastIndex((start) => i >= start);
display(
  histogram({
    title: {
      zh: '每个坐标：√v̂ 与信号，都和噪声 σ 比',
      en: 'Each coordinate: √v̂ and the signal, over the noise σ',
    },
    x: { log: true, domain: [1e-3, 30] },
    bins: 40,
    series: [
      { label: '|μ|/σ', values: signal },
      { label: '√v̂/σ', values: noise },
    ],
  }),
  histogram({
    title: { zh: '√v̂ 相差几个数量级', en: '√v̂ spreads over orders of magnitude' },
    x: { label: '√v̂', log: true, domain: [1e-6, 1] },
    bins: 36,
    series: layers.map((label, l) => ({
      label,
      values: live.filter((i) => layerOf(i) === l).map((i) => root[i]!),
    })),
  }),
  lines({
    title: { zh: '批量越大，√v̂ 越小', en: 'The larger the batch, the smaller √v̂' },
    x: { label: 'B', log: true },
    y: { label: { zh: '√v̂ 的中位数', en: 'median of √v̂' }, log: true },
    series: [
      { label: 'Adam', optimizer: 'Adam', x: sizes, y: found, points: true },
      { label: '√(μ² + σ²)', x: sizes, y: expected, dash: true },
      {
        label: '∝ 1/√B',
        x: sizes,
        y: sizes.map((B) => found[1]! * Math.sqrt(batchSize / B)),
        dash: true,
      },
    ],
  }),
);
check.that(
  middle(signal.map((ratio) => ratio ** 2 / (1 + ratio ** 2))) < 0.03 &&
    Math.abs(middle(noise) - 1) < 0.15,
  {
    zh: '信号在 E g² 里的份额，√v̂/σ：都取中位数',
    en: 'the share of the signal in E g², and √v̂/σ: medians',
  },
  { share: middle(signal.map((ratio) => ratio ** 2 / (1 + ratio ** 2))), '√v̂/σ': middle(noise) },
);
check.that(
  move > 0.12 && move < 0.25,
  {
    zh: '所有坐标上 m̂/√v̂ 的均方根；纯噪声是 0.23',
    en: 'root mean square of m̂/√v̂ over the coordinates; pure noise gives 0.23',
  },
  { 'm̂/√v̂': move },
);
const [least, most] = [
  middle(
    of((i) => root[i]!),
    0.05,
  ),
  middle(
    of((i) => root[i]!),
    0.95,
  ),
];
check.that(
  most > 100 * least,
  {
    zh: '十分之九的坐标里，√v̂ 最小与最大',
    en: 'the least and the greatest √v̂ among nine coordinates in ten',
  },
  { least, most },
);
check.that(
  found.every((value, k) => Math.abs(value / expected[k]! - 1) < 0.15),
  {
    zh: 'B 从 8 到 2,048：√v̂ 缩小的倍数（纯噪声是 √256 = 16），与预期的最大相对误差',
    en: 'from B = 8 to 2,048: by which factor √v̂ shrinks (pure noise: √256 = 16), and the largest relative deviation from the expected value',
  },
  {
    factor: found[0]! / found.at(-1)!,
    error: Math.max(...found.map((value, k) => Math.abs(value / expected[k]! - 1))),
  },
);
