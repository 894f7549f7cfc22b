import { Adam } from 'optim';
import { minimize, noisy, rosenbrock } from 'problems';
import { check, display, lossCurve, point, slider, trajectory } from 'notebook';

const lr = slider('η', { min: 0.001, max: 2, value: 0.3, log: true });
const beta1 = slider('β₁', { min: 0, max: 0.99, value: 0.9, step: 0.01 });
const beta2 = slider('β₂', { min: 0.5, max: 0.9999, value: 0.999, step: 0.0001 });
const sigma = slider({ zh: '噪声 σ', en: 'noise σ' }, { min: 0, max: 5, value: 0, step: 0.1 });

// zh: 弯谷里的 500 步；σ 是加在每个梯度分量上的噪声的标准差。
// en: 500 steps in the bent valley; σ is the deviation of the noise added to each component of the gradient.
const problem = noisy(rosenbrock, { sigma, seed: 1 });
const start = point({ zh: '起点', en: 'start' }, { ...rosenbrock.surface!, value: [-1.2, 1] });
const read = (which: 'm' | 'v', i: number) => (adam: Adam) => adam[which][0]?.data[i] ?? 0;
let longest = 0;
let before: ArrayLike<number> = start;
const run = minimize(problem, (params) => new Adam(params, { lr, beta1, beta2 }), {
  steps: 500,
  start,
  record: { 'm₁': read('m', 0), 'm₂': read('m', 1), 'v₁': read('v', 0), 'v₂': read('v', 1) },
  onStep: (_, [theta]) => {
    const now = theta?.data ?? [];
    for (let i = 0; i < 2; i++) {
      longest = Math.max(longest, Math.abs((now[i] ?? NaN) - (before[i] ?? NaN)));
    }
    before = now.slice();
  },
});
display(
  trajectory(problem, run, { title: { zh: 'Adam 的路', en: 'The way of Adam' }, start }),
  lossCurve(run, { title: { zh: '损失', en: 'Loss' }, y: { domain: [1e-8, 1e4] } }),
);
// zh: 不论怎样拨，一步能走多远都有上限；这个界从哪里来，见“一步最多走多远”一节。
// en: Whatever you choose, a step has an upper bound; where it comes from is shown under “How far one step can go”.
let [signal, memory, weight, bound] = [0, 0, 0, 0];
for (let k = 0; k < 500; k++) {
  signal += ((beta1 * beta1) / beta2) ** k;
  memory += beta2 ** k;
  weight += beta1 ** k;
  bound = Math.max(bound, Math.sqrt(signal * memory) / weight);
}
check.that(
  longest <= 1.0001 * lr * bound,
  {
    zh: '最长的一步不超过这么多步之内的上限',
    en: 'the longest step stays within its bound for so many steps',
  },
  { 'longest / η': longest / lr, bound },
);
