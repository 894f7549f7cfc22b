import { AdamW, LAMB, cosine, type Optimizer, type Tensor } from 'optim';
import { Random, minimize, rescaledNetwork } from 'problems';
import { check, display, lines, progress } from 'notebook';

const [network, steps] = [rescaledNetwork(), 200];
// zh: 逐个神经元缩放：进来的权重乘 cᵢ，出去的除以 cᵢ。函数不变，尺度在层内就参差不齐。
// en: Rescale neuron by neuron: what comes in times cᵢ, what goes out over cᵢ. Same function, uneven scales within a layer.
function perNeuron(seed: number): Tensor[] {
  const random = new Random(seed);
  const params = network.start();
  const [into, out] = [params[0]!.data, params[1]!.data];
  for (let i = 0; i < 32; i++) {
    const c = Number(Math.exp(random.normal(0, 2)).toPrecision(12));
    for (let j = 0; j < 4; j++) into[4 * i + j]! *= c;
    for (let k = 0; k < 32; k++) out[32 * k + i]! /= c;
  }
  return params;
}
// zh: 不缩放，和抽三次签；同样七个学习率，各 200 步，按余弦降到 0。
// en: Not rescaled, and three draws; the same seven rates, 200 steps along a cosine each.
const starts = [network.start(), perNeuron(1), perNeuron(2), perNeuron(3)];
const rates = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1];
async function losses(make: (params: Tensor[]) => Optimizer, done: number): Promise<number[][]> {
  const rows: number[][] = [];
  for (const start of starts) {
    const end = (lr: number) =>
      minimize(network, make, { steps, start, every: steps, schedule: cosine(lr, { steps }) });
    rows.push(rates.map((lr) => end(lr).losses.at(-1) ?? NaN));
    await progress(done + rows.length, 2 * starts.length);
  }
  return rows;
}
const lamb = await losses((w) => new LAMB(w, { weightDecay: 0 }), 0);
const adamw = await losses((w) => new AdamW(w, { weightDecay: 0 }), starts.length);
const label = (k: number) =>
  k === 0 ? { zh: '不缩放', en: 'not rescaled' } : { zh: `第 ${k} 次`, en: `draw ${k}` };
display(
  ...Object.entries({ LAMB: lamb, AdamW: adamw }).map(([name, rows]) =>
    lines({
      title: { zh: `${name}：逐个神经元缩放`, en: `${name}: neurons rescaled` },
      x: { label: 'η', log: true },
      y: { label: { zh: '损失', en: 'loss' }, log: true, domain: [0.001, 3] },
      series: rows.map((y, k) => ({ label: label(k), x: rates, y, points: true, dash: k === 0 })),
    }),
  ),
);
const best = (row: number[]) => Math.min(...row);
const rate = (row: number[]) => rates[row.indexOf(best(row))]!;
const [plain, ...draws] = lamb;
const same = rates.indexOf(rate(plain!));
check.that(
  draws.every((row) => row[same]! > 20 * best(plain!)),
  {
    zh: 'LAMB：不缩放时最好的学习率，缩放后就太大了',
    en: 'LAMB: the best rate without rescaling is too large with it',
  },
  Object.fromEntries(lamb.map((row, k) => [k === 0 ? 'η' : `η ${k}`, rate(row)])),
);
check.that(
  draws.every((row, k) => best(row) < best(adamw[k + 1]!)),
  { zh: '各自重新调过，每次都是 LAMB 低', en: 'both retuned, LAMB is lower in each draw' },
  Object.fromEntries(
    draws.flatMap((row, k) => [
      [`LAMB ${k + 1}`, best(row)],
      [`AdamW ${k + 1}`, best(adamw[k + 1]!)],
    ]),
  ),
);
