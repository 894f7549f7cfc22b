import { AdaGrad } from 'optim';
import { curve, minimize } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 一面几乎处处斜率为 1 的长坡，从 −50 走到 0。第一个梯度出了错，大了许多倍。
// en: A long slope of 1 almost everywhere, from −50 to 0. The first gradient is wrong: many times too large.
const size = slider({ zh: '错了几倍', en: 'times too large' }, { min: 1, max: 150, value: 100 });
function descend(factor: number) {
  const slope = curve({
    name: 'slope',
    title: { zh: '长坡', en: 'A long slope' },
    f: (x) => Math.hypot(1, x) - 1,
    derivative: (x) => (x / Math.hypot(1, x)) * (x === -50 ? factor : 1),
    start: -50,
  });
  return minimize(slope, (params) => new AdaGrad(params, { lr: 1 }), {
    steps: 8000,
    every: 20,
    record: { x: (_, [x]) => x!.data[0]!, G: (optimizer) => optimizer.G[0]!.data[0]! },
  });
}
const [right, wrong] = [descend(1), descend(size)];
const figure = (zh: string, en: string, label: string, y: (run: typeof right) => number[]) =>
  lines({
    title: { zh, en },
    series: [
      { label: { zh: '梯度都对', en: 'all gradients right' }, y: y(right) },
      { label: { zh: '第一个错了', en: 'the first one wrong' }, y: y(wrong) },
    ].map((line) => ({ ...line, x: line.y.map((_, k) => 8000 - 20 * (line.y.length - 1 - k)) })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label, log: label === 'η/√G' },
  });
display(
  figure('步长：错一次，记一世', 'Step size: one mistake, never forgotten', 'η/√G', ({ state }) =>
    state.G!.slice(1).map((G) => 1 / Math.sqrt(G)),
  ),
  figure('走到哪里', 'How far each has come', 'θ', ({ state }) => state.x!),
);
const arrival = (run: typeof right) => 20 * run.state.x!.findIndex((x) => x > -1);
check.that(
  arrival(wrong) > 8 * arrival(right),
  { zh: '一个错梯度，步数变成 8 倍以上', en: 'one wrong gradient, over 8 times the steps' },
  { right: arrival(right), wrong: arrival(wrong) },
);
// zh: 梯度都对时 G ≈ t，t 步约走 2η√t：路长一倍，步数要四倍。
// en: With all right G ≈ t, and t steps go about 2η√t: twice the way, four times the steps.
const way = (t: number) => 50 + right.state.x![t / 20]!;
check.close(way(400) / way(100), 2, {
  tolerance: 0.1,
  label: { zh: '400 步与 100 步的路程之比：', en: 'the way of 400 steps over that of 100:' },
});
