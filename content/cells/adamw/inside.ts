import { Adam, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 一个优化器，三个权重，噪声的大小是 0.1、1、10。从第 1,500 步起，三个都变为 1。
// en: One optimizer, three weights, noise of size 0.1, 1 and 10; from step 1,500 on all three have 1.
const [lr, weightDecay, steps] = [0.01, 0.1, 6000];
const noises = [0.1, 1, 10];
const weights = tensor([3], [1, 1, 1]);
const gradient = tensor([3]);
const random = new Random(1);
const optimizer = new Adam([weights], { lr, weightDecay });
const times: number[] = [];
const root: number[][] = [[], [], []];
for (let t = 1; t <= steps; t++) {
  noises.forEach((sigma, j) => (gradient.data[j] = random.normal(0, t < 1500 ? sigma : 1)));
  optimizer.step(() => [gradient]);
  if (t % 20 !== 0) continue;
  times.push(t);
  optimizer.v[0]!.data.forEach((v, j) => root[j]!.push(Math.sqrt(v / (1 - 0.999 ** t))));
}
const decay = root.map((values) => values.map((value) => weightDecay / value));
const labels = noises.map((sigma) => `σ = ${sigma}`);
const x = { label: { zh: '步数', en: 'step' } };
display(
  lines({
    title: { zh: '√v̂：梯度的大小，也装着 λw', en: '√v̂: the size of the gradient, λw included' },
    series: root.map((y, j) => ({ label: labels[j]!, x: times, y })),
    x,
    y: { label: '√v̂', log: true },
    rules: [{ x: 1500 }],
  }),
  lines({
    title: { zh: 'λ/√v̂：L2 实际的衰减', en: 'λ/√v̂: the decay that L2 amounts to' },
    series: decay.map((y, j) => ({ label: labels[j]!, x: times, y })),
    x,
    y: { label: 'λ/√v̂', log: true },
    rules: [{ y: weightDecay, label: 'AdamW' }, { x: 1500 }],
  }),
);
const at = (t: number) => times.indexOf(t);
check.close(decay[0]![at(1480)]! / decay[2]![at(1480)]!, 100, {
  relative: 0.1,
  label: { zh: '第 1,480 步，衰减之比：', en: 'step 1,480, ratio of decays:' },
});
const late = decay[2]![at(3000)]! / decay[1]![at(3000)]!;
check.that(
  late < 0.3,
  {
    zh: '噪声降到 1 之后 1,500 步，曾经大的那个，衰减仍不到三成',
    en: '1,500 steps after its noise fell to 1, the loud one still decays at under 30%',
  },
  { ratio: late },
);
