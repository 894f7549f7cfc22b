import { AdamW, LAMB, LARS, cosine, type Optimizer, type Tensor } from 'optim';
import { Random, minimize, rescaledNetwork } from 'problems';
import { check, display, progress, table } from 'notebook';

const [network, steps] = [rescaledNetwork(), 300];
// zh: 逐个神经元缩放：进来的权重乘 cᵢ，出去的除以 cᵢ。函数不变，尺度在层内就参差不齐。
// en: Rescale neuron by neuron: what comes in times cᵢ, what goes out over cᵢ. Same function, uneven scales within a layer.
function perNeuron(seed: number): Tensor[] {
  const random = new Random(seed);
  const params = network.start();
  const [into, out] = [params[0]!.data, params[1]!.data];
  for (let i = 0; i < 32; i++) {
    const c = Math.exp(random.normal(0, 2));
    for (let j = 0; j < 4; j++) into[4 * i + j]! *= c;
    for (let k = 0; k < 32; k++) out[32 * k + i]! /= c;
  }
  return params;
}
// zh: 三次抽签，每种方法三个学习率，各 300 步，按余弦降到 0；取最好的。
// en: Three draws, three rates for each method, 300 steps along a cosine each; the best counts.
type Method = readonly [rates: number[], make: (params: Tensor[]) => Optimizer];
const methods: Record<string, Method> = {
  LARS: [[0.5, 2, 8], (w) => new LARS(w)],
  LAMB: [[0.002, 0.008, 0.032], (w) => new LAMB(w, { weightDecay: 0 })],
  AdamW: [[0.002, 0.008, 0.032], (w) => new AdamW(w, { weightDecay: 0 })],
};
const [draws, best] = [[1, 2, 3], [] as number[][]];
for (const draw of draws) {
  const start = perNeuron(draw);
  const row: number[] = [];
  for (const [rates, make] of Object.values(methods)) {
    const ends = rates.map((lr) => {
      const options = { steps, start, every: steps, schedule: cosine(lr, { steps }) };
      return minimize(network, make, options).losses.at(-1) ?? NaN;
    });
    row.push(Math.min(...ends));
    await progress(3 * best.length + row.length, 9);
  }
  best.push(row);
}
display(
  table({
    title: { zh: '最好的损失', en: 'Best loss' },
    columns: [
      { label: { zh: '抽签', en: 'draw' } },
      ...Object.keys(methods).map((label) => ({ label, digits: 2 })),
    ],
    rows: best.map((row, k) => [draws[k]!, ...row]),
  }),
);
const worst = [0, 1, 2].map((k) => Math.max(...best.map((row) => row[k]!)));
check.that(
  worst[2]! < 0.05 && worst[0]! > 5 * worst[2]! && worst[1]! > 5 * worst[2]!,
  { zh: '三次抽签里最差的一次', en: 'the worst of the three draws' },
  { LARS: worst[0]!, LAMB: worst[1]!, AdamW: worst[2]! },
);
