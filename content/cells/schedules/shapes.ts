import { constant, cosine, exponential, inverseRoot, oneCycle, step, warmup } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 七种安排，峰值都是 0.1，都走 T = 1,000 步。
// en: Seven schedules, all with a peak of 0.1, all for T = 1,000 steps.
const T = 1000;
const flat = {
  constant: constant(0.1),
  step: step(0.1, { every: T / 4, factor: 0.3 }),
  exponential: exponential(0.1, { factor: 0.01 ** (1 / T) }),
  'inverse root': inverseRoot(0.1, { scale: 10 }),
};
const bent = {
  cosine: cosine(0.1, { steps: T }),
  'warm-up + cosine': warmup(cosine(0.1, { steps: 0.9 * T }), { steps: 0.1 * T }),
  'one cycle': oneCycle(0.1, { steps: T }),
};
const times = Array.from({ length: T }, (_, k) => k + 1);
const chinese: Record<string, string> = {
  constant: '固定',
  step: '阶梯',
  exponential: '指数',
  'inverse root': '反根号',
  cosine: '余弦',
  'warm-up + cosine': '预热 + 余弦',
  'one cycle': '单周期',
};
const figure = (zh: string, en: string, schedules: Record<string, (t: number) => number>) =>
  lines({
    title: { zh, en },
    series: Object.entries(schedules).map(([en, rate]) => ({
      label: { zh: chinese[en]!, en },
      x: times.filter((t) => t % 4 === 1),
      y: times.filter((t) => t % 4 === 1).map(rate),
    })),
    x: { label: { zh: '步数 t', en: 'step t' } },
    y: { label: 'η', domain: [0, 0.105] },
  });
display(
  figure('一路下降', 'Down all the way', flat),
  figure('先升后降，或者缓起缓收', 'Up and down, or an easy start and end', bent),
);
// zh: 每一步的 η 加起来，就是没有噪声时“走过的时间”。
// en: The sum of all η is how much “time” a noiseless descent would have had.
const total = (rate: (t: number) => number) =>
  times.reduce((sum, t) => sum + rate(t), 0) / (0.1 * T);
check.close(total(bent.cosine), 0.5, {
  tolerance: 0.01,
  label: { zh: '余弦，平均与峰值之比：', en: 'cosine, mean over peak:' },
});
check.close(flat['inverse root'](1) / flat['inverse root'](31), 2, {
  tolerance: 1e-9,
  label: {
    zh: '反根号，scale = 10，t = 1 与 t = 31 的 η 之比：',
    en: 'inverse root, scale 10, η at t = 1 over η at t = 31:',
  },
});
check.close(bent['one cycle'](0.3 * T), 0.1, {
  tolerance: 1e-9,
  label: { zh: '单周期，t = 0.3T 时的 η：', en: 'one cycle, η at t = 0.3 T:' },
});
