import { Adam } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 曲率相差 100 倍的两个方向，梯度带噪声（σ = 1）。
// en: Two directions whose curvatures differ 100-fold; noisy gradients (σ = 1).
const bowl = noisy(quadratic({ eigenvalues: [1, 100], start: [5, 5] }), { sigma: 1, seed: 1 });
const [lr, steps] = [0.05, 400];
const read = (which: 'm' | 'v', i: number) => (optimizer: Adam) => {
  const beta = which === 'm' ? 0.9 : 0.999;
  return (optimizer[which][0]?.data[i] ?? NaN) / (1 - beta ** optimizer.t);
};
const { state } = minimize(bowl, (params) => new Adam(params, { lr }), {
  steps,
  record: { m0: read('m', 0), m1: read('m', 1), v0: read('v', 0), v1: read('v', 1) },
});
const t = Array.from({ length: steps }, (_, k) => k + 1);
const from = (name: string) => (state[name] ?? []).slice(1);
const root = (values: number[]) => values.map(Math.sqrt);
const [m, s] = [
  [from('m0'), from('m1')],
  [root(from('v0')), root(from('v1'))],
];
const step = m.map((values, i) => values.map((value, k) => value / (s[i]?.[k] ?? NaN)));
const names = [
  { zh: '缓的方向', en: 'gentle' },
  { zh: '陡的方向', en: 'steep' },
];
display(
  lines({
    title: { zh: '√v̂：两个方向的尺度', en: '√v̂: the scale of each direction' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '√v̂', log: true },
    series: names.map((label, i) => ({ label, x: t, y: s[i] ?? [], dash: i === 1 })),
  }),
  lines({
    title: { zh: '除过之后：步长的尺度一样', en: 'After the division: steps of one scale' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'm̂ / √v̂' },
    series: names.map((label, i) => ({ label, x: t, y: step[i] ?? [], dash: i === 1 })),
    rules: [{ y: 1 }, { y: -1 }],
  }),
);
const far = (s[1]?.[0] ?? NaN) / (s[0]?.[0] ?? NaN);
check.that(
  far > 50,
  { zh: '开始时 √v̂ 相差 50 倍以上', en: 'at the start √v̂ differs more than 50-fold' },
  { ratio: far },
);
const longest = Math.max(...step.flat().map(Math.abs));
check.that(
  longest < 1.05,
  { zh: '步长不超过 1.05 η', en: 'no step is longer than 1.05 η' },
  { longest },
);
const late = (step[0] ?? []).slice(300);
const rms = Math.sqrt(late.reduce((sum, value) => sum + value * value, 0) / late.length);
check.that(
  rms < 0.3,
  {
    zh: '到了谷底，缓的方向上步长自己降下来',
    en: 'near the minimum, steps in the gentle direction shrink by themselves',
  },
  { 'm̂/√v̂': rms },
);
