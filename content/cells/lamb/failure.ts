import { LARS, cosine, type Tensor } from 'optim';
import { Random, minimize, rescaledNetwork } from 'problems';
import { check, display, lines, progress } from 'notebook';

const [network, steps] = [rescaledNetwork(), 300];
// zh: 这次逐个神经元缩放：第 i 个神经元进来的权重乘 cᵢ，出去的除以 cᵢ。网络的函数仍然不变。
// en: Rescale neuron by neuron: what comes into neuron i times cᵢ, what goes out over cᵢ. The function stays.
function perNeuron(): Tensor[] {
  const random = new Random(5);
  const params = network.start();
  const [into, out] = [params[0]!.data, params[1]!.data];
  for (let i = 0; i < 32; i++) {
    const c = Math.exp(random.normal(0, 2));
    for (let j = 0; j < 4; j++) into[4 * i + j]! *= c;
    for (let k = 0; k < 32; k++) out[32 * k + i]! /= c;
  }
  return params;
}
// zh: 每种起点试六个学习率，都按余弦降到 0，各 300 步。
// en: Six rates for each start, each falling to 0 along a cosine in 300 steps.
const rates = [1, 2, 5, 10, 20, 50];
const starts = { plain: network.start(), neurons: perNeuron() };
const losses: Record<string, number[]> = { plain: [], neurons: [] };
let done = 0;
for (const [name, start] of Object.entries(starts)) {
  for (const lr of rates) {
    const options = { steps, start, every: steps, schedule: cosine(lr, { steps }) };
    losses[name]!.push(minimize(network, (w) => new LARS(w), options).losses.at(-1) ?? NaN);
    await progress(++done, 12);
  }
}
display(
  lines({
    title: { zh: 'LARS 最后的损失，随学习率', en: 'Last loss of LARS against the learning rate' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
    series: [
      {
        label: { zh: '原来的网络', en: 'the network as it was' },
        x: rates,
        y: losses.plain!,
        points: true,
      },
      {
        label: { zh: '逐个神经元缩放', en: 'rescaled by neuron' },
        x: rates,
        y: losses.neurons!,
        points: true,
      },
    ],
  }),
);
check.close(network.loss(starts.neurons), network.loss(starts.plain), {
  relative: 1e-12,
  label: { zh: '起点的损失相同：', en: 'the same loss at the start:' },
});
const [plain, neurons] = [Math.min(...losses.plain!), Math.min(...losses.neurons!)];
check.that(
  neurons > 3 * plain,
  {
    zh: 'LARS 最好的损失：原来的，逐个神经元缩放的',
    en: 'best loss of LARS: as it was, and rescaled by neuron',
  },
  { plain, neurons },
);
