import { AdaGrad, tensor } from 'optim';
import { dogsAndCats, Random } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 四个特征按各自的频率出现；出现时梯度是 1，不出现时是 0。
// en: Four features turn up at their own frequencies: gradient 1 when seen, 0 when not.
const { features, frequencies } = dogsAndCats();
const lr = slider('η', { min: 0.01, max: 1, value: 0.1, log: true });
const random = new Random(1);
const gradient = tensor([4]);
const optimizer = new AdaGrad([tensor([4])], { lr });
const seen = [0, 0, 0, 0];
const empty = () => features.map((label) => ({ label, x: [] as number[], y: [] as number[] }));
const [byTime, byVisit] = [empty(), empty()];

for (let t = 1, next = 1; t <= 3000; t++) {
  frequencies.forEach((share, j) => (gradient.data[j] = Number(random.uniform() < share)));
  optimizer.step(() => [gradient]);
  gradient.data.forEach((g, j) => (seen[j]! += g));
  if (t < next) continue;
  // zh: 图上的点取得越来越疏。
  // en: The points of the figure lie further and further apart.
  next = t * 1.06;
  for (const [j, count] of seen.entries()) {
    if (count === 0) continue;
    const step = lr / Math.sqrt(optimizer.G[0]!.data[j]!);
    byTime[j]!.x.push(t);
    byTime[j]!.y.push(step);
    byVisit[j]!.x.push(count);
    byVisit[j]!.y.push(step);
  }
}
const y = { label: { zh: '步长 η/√G', en: 'step size η/√G' }, log: true };
display(
  lines({
    title: { zh: '越少见，步长越大', en: 'The rarer, the larger the step' },
    series: byTime,
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y,
  }),
  lines({
    title: { zh: '按见过的次数看，是同一条线', en: 'By times seen, all four are one line' },
    series: byVisit.map((line) => ({ ...line, points: true })),
    x: { label: { zh: '见过几次', en: 'times seen' }, log: true },
    y,
  }),
);
const [common, , , rare] = byTime.map(({ y }) => y.at(-1)!);
check.close(rare! / common!, Math.sqrt(30), {
  relative: 0.1,
  label: { zh: '少见 30 倍，步长大 √30 倍：', en: '30 times rarer, √30 times the step:' },
});
check.that(
  byVisit.every(({ x, y }) => x.every((k, i) => Math.abs((y[i]! * Math.sqrt(k)) / lr - 1) < 1e-9)),
  { zh: '见过 k 次之后，步长都是 η/√k', en: 'seen k times, every feature has the step η/√k' },
);
