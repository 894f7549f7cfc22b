import { AdamW, LAMB, LARS, cosine, type Optimizer, type Tensor } from 'optim';
import { Random, minimize, rescaledNetwork } from 'problems';
import { check, display, lines, progress } from 'notebook';

const [network, steps] = [rescaledNetwork(), 300];
// zh: 与本章开头同样的缩放，逐个神经元。
// en: The rescaling of the opening, neuron by neuron.
const random = new Random(5);
const start = network.start();
for (let i = 0; i < 32; i++) {
  const c = Math.exp(random.normal(0, 2));
  for (let j = 0; j < 4; j++) start[0]!.data[4 * i + j]! *= c;
  for (let k = 0; k < 32; k++) start[1]!.data[32 * k + i]! /= c;
}
// zh: 每种方法五个学习率，都按余弦降到 0，各 300 步。
// en: Five rates for each method, each falling to 0 along a cosine in 300 steps.
let done = 0;
async function sweep(name: string, rates: number[], make: (params: Tensor[]) => Optimizer) {
  const y: number[] = [];
  for (const lr of rates) {
    const options = { steps, start, every: steps, schedule: cosine(lr, { steps }) };
    y.push(minimize(network, make, options).losses.at(-1) ?? NaN);
    await progress(++done, 15);
  }
  return { label: name, optimizer: name, x: rates, y, points: true };
}
const lars = await sweep('LARS', [2, 5, 10, 20, 50], (w) => new LARS(w));
const adamw = await sweep(
  'AdamW',
  [0.002, 0.005, 0.01, 0.02, 0.05],
  (w) => new AdamW(w, { weightDecay: 0 }),
);
const lamb = await sweep(
  'LAMB',
  [0.005, 0.01, 0.02, 0.05, 0.1],
  (w) => new LAMB(w, { weightDecay: 0 }),
);
display(
  lines({
    title: { zh: '逐个神经元缩放：最后的损失', en: 'Rescaled by neuron: the last loss' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
    series: [lars, adamw, lamb],
  }),
);
const [a, b, c] = [lars, adamw, lamb].map(({ y }) => Math.min(...y));
check.that(
  c! < b! && b! < a!,
  { zh: '各自最好的损失', en: 'the best loss of each' },
  { LARS: a!, AdamW: b!, LAMB: c! },
);
