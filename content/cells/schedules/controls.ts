import { constant, cosine, exponential, inverseRoot, oneCycle, SGD, step, warmup } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines, lossCurve, number, select, slider } from 'notebook';

const names = {
  constant: { zh: '固定', en: 'constant' },
  step: { zh: '阶梯', en: 'step' },
  exponential: { zh: '指数', en: 'exponential' },
  'inverse root': { zh: '反根号', en: 'inverse root' },
  cosine: { zh: '余弦', en: 'cosine' },
  'warm-up + cosine': { zh: '预热 + 余弦', en: 'warm-up + cosine' },
  'one cycle': { zh: '单周期', en: 'one cycle' },
};
const shape = select({ zh: '安排', en: 'schedule' }, { options: names, value: 'cosine' });
const peak = slider(
  { zh: '峰值 η', en: 'peak η' },
  { min: 0.001, max: 1.9, value: 0.2, log: true },
);
const T = slider('T', { min: 100, max: 3000, value: 1000, step: 100 });
const sigma = slider('σ', { min: 0, max: 3, value: 1, step: 0.1 });
const seed = number({ zh: '种子', en: 'seed' }, { value: 1, min: 0, max: 99 });
const rates = {
  constant: constant(peak),
  step: step(peak, { every: T / 4, factor: 0.3 }),
  exponential: exponential(peak, { factor: 0.001 ** (1 / T) }),
  'inverse root': inverseRoot(peak, { scale: 10 }),
  cosine: cosine(peak, { steps: T }),
  'warm-up + cosine': warmup(cosine(peak, { steps: 0.9 * T }), { steps: 0.1 * T }),
  'one cycle': oneCycle(peak, { steps: T }),
};
const schedule = rates[shape];
const bowl = noisy(quadratic({ eigenvalues: [1, 0.05], start: [3, 10] }), { sigma, seed });
const run = minimize(bowl, (params) => new SGD(params), { steps: T, schedule });
const times = Array.from({ length: 200 }, (_, k) => 1 + Math.floor((k * T) / 200));
display(
  lossCurve(run, { title: names[shape] }),
  lines({
    title: { zh: '学习率', en: 'The learning rate' },
    series: [{ label: 'η', x: times, y: times.map(schedule), quantity: 'lr' }],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'η' },
  }),
);
const end = run.losses.slice(-T / 10);
check.that(
  Math.max(...end) < 0.3,
  { zh: '最后十分之一里，损失一直低于 0.3', en: 'over the last tenth the loss stays below 0.3' },
  { highest: Math.max(...end), last: end.at(-1)! },
);
