import { LAMB } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 三种程序：照论文；不做偏差修正；新梯度的系数是 1 而不是 1 − β₁。
// en: Three programs: as in the paper; no bias correction; the new gradient weighed by 1 and not by 1 − β₁.
const variants = {
  paper: {},
  uncorrected: { biasCorrection: false },
  unaveraged: { gradAveraging: false },
};
const descend = (weightDecay: number) =>
  Object.values(variants).map((options) => {
    const make = { lr: 0.005, weightDecay, eps: 1e-30, ...options };
    return minimize(rescaledNetwork(), (params) => new LAMB(params, make), { steps: 100 }).losses;
  });
const gaps = (runs: number[][]) =>
  runs.slice(1).map((losses) => losses.map((loss, t) => Math.abs(loss - runs[0]![t]!)));
const [without, withDecay] = [gaps(descend(0)), gaps(descend(0.1))];
const label = [
  { zh: '不修正', en: 'no correction' },
  { zh: '系数 1', en: 'weight 1' },
];
display(
  lines({
    title: { zh: 'λ = 0.1：与论文的写法相差多少', en: 'λ = 0.1: how far from the paper’s form' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '损失之差', en: 'difference in loss' }, log: true, domain: [1e-6, 0.1] },
    series: withDecay.map((y, k) => ({ label: label[k]!, y })),
  }),
);
check.that(Math.max(...without.flat()) < 1e-12, {
  zh: 'λ = 0：三种程序走同一条路',
  en: 'λ = 0: the three programs take the same path',
});
const [a, b] = withDecay.map((gap) => Math.max(...gap));
check.that(
  a! > 1e-3 && b! > 1e-3,
  { zh: 'λ = 0.1：不再相同，最大之差', en: 'λ = 0.1: no longer, the largest differences' },
  { uncorrected: a!, unaveraged: b! },
);
