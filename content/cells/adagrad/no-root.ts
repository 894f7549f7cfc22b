import { AdaGrad } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 损失乘以 c，最低点不动。除以 √G 的走法不变；忘了开方、除以 G 呢？
// en: The loss times c, the minimum stays. Dividing by √G changes nothing; and by G, with the root forgotten?
const factors = [0.01, 1, 100];
const [lr, steps] = [0.3, 60];
const withRoot = (c: number) =>
  minimize(quadratic({ eigenvalues: [c] }), (params) => new AdaGrad(params, { lr }), {
    steps,
    record: { θ: (_, [w]) => Math.abs(w!.data[0]!) },
  }).state.θ!;
function withoutRoot(c: number): number[] {
  let [w, G] = [1, 0];
  const path = [w];
  for (let t = 1; t <= steps; t++) {
    const g = c * w;
    G += g * g;
    w -= (lr / G) * g;
    path.push(Math.abs(w));
  }
  return path;
}
const figure = (zh: string, en: string, runs: number[][]) =>
  lines({
    title: { zh, en },
    series: runs.map((y, k) => ({ label: `c = ${factors[k]}`, y, dash: k > 0 })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '|θ|', log: true },
  });
const [right, wrong] = [factors.map(withRoot), factors.map(withoutRoot)];
display(
  figure('除以 √G：三条线重合', 'Divided by √G: three lines in one', right),
  figure('除以 G：c 决定一切', 'Divided by G: all depends on c', wrong),
);
const gap = Math.max(...right[0]!.map((w, t) => Math.abs(w - right[2]![t]!)));
check.that(
  gap < 1e-6,
  { zh: '除以 √G：与 c 无关', en: 'divided by √G: c does not matter' },
  { gap },
);
check.that(
  wrong[0]![1]! > 20 && wrong[2]!.at(-1)! > 0.98,
  {
    zh: '除以 G：c = 0.01 第一步飞走，c = 100 几乎不动',
    en: 'divided by G: c = 0.01 flies off, c = 100 hardly moves',
  },
  { 'θ(c = 0.01)': wrong[0]![1]!, 'θ(c = 100)': wrong[2]!.at(-1)! },
);
