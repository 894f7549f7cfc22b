import { SGD } from 'optim';
import { digitsNetwork, gradientVariance } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

// zh: 196-16-10 的网络，8,000 张图片。SGD 用批量 40 走 8 遍，学习率从 0.2 直线降到 0。
// zh: 在其中几步停下来，权重不动，量完整的梯度，再量大小为 B 的小批量离它有多远。
// en: A 196-16-10 network, 8,000 pictures. SGD makes 8 passes in batches of 40, its rate falling to 0 from 0.2 in a line.
// en: At some steps we stand still and measure the full gradient, and how far from it those of batches of B lie.
const [hidden, batchSize, steps, rate] = [16, 40, 1600, 0.2];
const stops = [0, 50, 100, 200, 400, 600, 800, 1000, 1200, 1400, 1600];
const closely = [0, 400, 1600];
const sizes = [10, 40, 200, 1000, 4000];

const digits = await data('digits');
const all = digitsNetwork({ digits, hidden });
const batches = digitsNetwork({ digits, hidden, batchSize });
const [params, gradient] = [all.start(), all.start()];
const optimizer = new SGD(params, { lr: rate });
const N = all.samples;
// zh: E‖g − ∇L‖²：走完整遍，小批量的平均就是完整的梯度。
// en: E‖g − ∇L‖²: over whole passes the mean of the batches is the full gradient itself.
const variance = (B: number, gradients: number) =>
  gradientVariance(digitsNetwork({ digits, hidden, batchSize: B, seed: 1 }), { params, gradients });
function signal(): number {
  all.gradient(params, gradient, 1);
  let sum = 0;
  for (const { data: values } of gradient) for (const g of values) sum += g * g;
  return sum;
}
const expected = (trace: number) => sizes.map((B) => trace * (1 / B - 1 / N));
const spreads: { t: number; measured: number[]; expected: number[] }[] = [];
const [traces, signals]: [number[], number[]] = [[], []];
let step = 0;
for (const t of stops) {
  while (step < t) {
    optimizer.lr = rate * (1 - step / steps);
    step += 1;
    optimizer.step(() => {
      batches.gradient(params, gradient, step);
      return gradient;
    });
  }
  // zh: 不放回地抽，方差是 tr Σ 乘 (1/B − 1/N)；由 B = 40 的方差求出 tr Σ。
  // en: Drawn without replacement, the variance is tr Σ times (1/B − 1/N); that of B = 40 gives tr Σ.
  const trace = variance(batchSize, N / batchSize) / (1 / batchSize - 1 / N);
  traces.push(trace);
  signals.push(signal());
  if (closely.includes(t)) {
    const measured = sizes.map((B) => variance(B, Math.max(N / B, 24)));
    spreads.push({ t, measured, expected: expected(trace) });
  }
  await progress(traces.length, stops.length);
}
const scale = traces.map((trace, k) => trace / signals[k]!);
const after = (t: number) => {
  const steps = t.toLocaleString('en');
  return { zh: `${steps} 步之后`, en: `after ${steps} steps` };
};
display(
  lines({
    title: {
      zh: '小批量的梯度离完整的梯度有多远：E‖g − ∇L‖²',
      en: 'How far the gradients of batches lie from the full one: E‖g − ∇L‖²',
    },
    x: { label: 'B', log: true },
    y: { label: { zh: '方差', en: 'variance' }, log: true },
    series: [
      ...spreads.map(({ t, measured }) => ({
        label: after(t),
        x: sizes,
        y: measured,
        points: true,
      })),
      {
        label: { zh: 'tr Σ (1/B − 1/N)，1,600 步之后', en: 'tr Σ (1/B − 1/N), after 1,600 steps' },
        x: sizes,
        y: spreads.at(-1)!.expected,
        dash: true,
      },
    ],
  }),
  lines({
    title: { zh: '信号与噪声', en: 'Signal and noise' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { log: true },
    series: [
      { label: '‖∇L‖²', x: stops, y: signals, points: true },
      {
        label: { zh: 'tr Σ/B，B = 40', en: 'tr Σ/B, B = 40' },
        x: stops,
        y: traces.map((trace) => trace / 40),
        points: true,
      },
    ],
  }),
  lines({
    title: {
      zh: '噪声尺度：信号与噪声一样大的批量',
      en: 'The noise scale: the batch whose noise equals the signal',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'tr Σ/‖∇L‖²', log: true },
    series: [{ label: 'tr Σ/‖∇L‖²', x: stops, y: scale, points: true }],
    rules: [{ y: batchSize, label: 'B = 40' }],
  }),
);
const errors = spreads.flatMap(({ measured, expected }) =>
  measured.map((value, k) => Math.abs(value / expected[k]! - 1)),
);
const slopes = spreads.map(
  ({ measured: v }) => Math.log(v[2]! / v[0]!) / Math.log(sizes[2]! / sizes[0]!),
);
check.that(
  slopes.every((slope) => Math.abs(slope + 1) < 0.05) && Math.max(...errors) < 0.15,
  {
    zh: '三处的方差都大致按 1/B 下降（B 从 10 到 200 的幂次），与 tr Σ(1/B − 1/N) 相差不到 15%',
    en: 'at all three points the variance falls about like 1/B (its power of B from 10 to 200), within 15% of tr Σ(1/B − 1/N)',
  },
  {
    ...Object.fromEntries(spreads.map(({ t }, k) => [`power(${t})`, slopes[k]!])),
    error: Math.max(...errors),
  },
);
check.that(
  scale.every((value) => value > 2 * batchSize),
  {
    zh: '批量 40 里，噪声从第一步起就是信号的两倍以上',
    en: 'in a batch of 40 the noise is over twice the signal from the first step on',
  },
  { least: Math.min(...scale) / batchSize },
);
check.that(
  scale.at(-1)! > 20 * scale[0]! && Math.max(...traces) < 3 * Math.min(...traces),
  {
    zh: '噪声尺度一路变大：tr Σ 变得不多，变的是 ‖∇L‖²',
    en: 'the noise scale grows: tr Σ changes little, ‖∇L‖² a lot',
  },
  { start: scale[0]!, end: scale.at(-1)!, 'tr Σ, start': traces[0]!, 'tr Σ, end': traces.at(-1)! },
);
