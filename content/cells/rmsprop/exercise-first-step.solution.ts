// zh: RMSProp 起步的步子太大。只改学习率的安排，让梯度恒定时，每一步都恰好长 η。
// en: The first steps of RMSProp are too long. By the schedule alone, make every step η while the gradient is constant.
import { RMSProp, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, freshSeed, lines } from 'notebook';

function rate(t: number, lr: number, alpha: number): number {
  return lr * Math.sqrt(1 - alpha ** t);
}

function steps(g: number, lr: number, alpha: number): number[] {
  const w = tensor([1]);
  const optimizer = new RMSProp([w], { lr, alpha, eps: 0 });
  return Array.from({ length: 300 }, (_, k) => {
    const before = w.data[0]!;
    optimizer.lr = rate(k + 1, lr, alpha);
    optimizer.step(() => [tensor([1], [g])]);
    return Math.abs(before - w.data[0]!) / lr;
  });
}
const shown = steps(1, 0.01, 0.99);
display(
  lines({
    title: { zh: '梯度恒定时，每一步多长', en: 'Length of each step under a constant gradient' },
    series: [{ label: 'α = 0.99', x: shown.map((_, t) => t + 1), y: shown }],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '步长 / η', en: 'step / η' } },
    rules: [{ y: 1 }],
  }),
);
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const said = (value: number) => String(value).replace('-', '−');
for (const [g, lr, alpha] of [
  [1, 0.01, 0.99],
  [-30, 0.1, 0.9],
  [1e-3, 0.5, 0.999],
  [near(random.uniform(1, 5)), 0.02, near(random.uniform(0.7, 0.98))],
] as const) {
  const all = steps(g, lr, alpha);
  const worst = Math.max(...all.map((length) => Math.abs(length - 1)));
  check.that(
    worst < 1e-6,
    {
      zh: `α = ${alpha}，g = ${said(g)}：300 步都长 η`,
      en: `α = ${alpha}, g = ${said(g)}: 300 steps of length η`,
    },
    { 'first / η': all[0]!, 'longest / η': Math.max(...all), 'last / η': all.at(-1)! },
  );
}
