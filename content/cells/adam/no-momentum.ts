import { RMSProp } from 'optim';
import { minimize, rosenbrock } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

// zh: 三种记忆长度，各试 40 个学习率，每次 500 个梯度。
// en: Three lengths of memory, 40 learning rates each, 500 gradients per run.
const steps = 500;
const rates = Array.from({ length: 40 }, (_, k) => 1e-3 * 1000 ** (k / 39));
const descend = (alpha: number, lr: number) =>
  minimize(rosenbrock, (params) => new RMSProp(params, { lr, alpha }), { steps });
const memories = [0.9, 0.99, 0.999];
const finals = memories.map((alpha) => rates.map((lr) => descend(alpha, lr).losses.at(-1) ?? NaN));
const best = finals.map((losses) => Math.min(...losses));
const bestOfAll = Math.min(...best);
const which = best.indexOf(bestOfAll);
const rate = rates[finals[which]?.indexOf(bestOfAll) ?? 0] ?? NaN;

display(
  trajectory(rosenbrock, descend(memories[which] ?? NaN, rate), {
    title: {
      zh: '最好的一次 RMSProp：沿着弯谷，走得很慢',
      en: 'The best RMSProp: slow along the bent valley',
    },
  }),
  lines({
    title: { zh: '500 步之后的损失', en: 'Loss after 500 steps' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true },
    series: memories.map((alpha, k) => ({
      label: `RMSProp, α = ${alpha}`,
      x: rates,
      y: finals[k] ?? [],
    })),
  }),
);
check.that(
  bestOfAll > 1e-3,
  {
    zh: '120 次里没有一次到达 1e-3',
    en: 'none of 120 runs gets to 1e-3',
  },
  { best: bestOfAll, α: memories[which] ?? NaN, η: rate },
);
