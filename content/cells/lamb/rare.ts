import { AdamW, LAMB, LARS, cosine, type Optimizer, type Tensor } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 本章开头的问题：批量四个，五组随机批量取平均。
// en: The problem of the opening: batches of four, the mean of five sequences of batches.
const [steps, start, seeds] = [500, [0.3, 0.3, -0.3, -0.3], [0, 1, 2, 3, 4]];
function excess(lr: number, make: (params: Tensor[]) => Optimizer): number {
  const ends = seeds.map((seed) => {
    const problem = dogsAndCats({ batchSize: 4, seed });
    const options = { steps, start, every: steps, schedule: cosine(lr, { steps }) };
    return minimize(problem, make, options).losses.at(-1)! - problem.minimum;
  });
  return ends.reduce((sum, end) => sum + end, 0) / ends.length;
}
const larsRates = [0.2, 0.5, 1, 2, 5, 10];
const adamRates = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const lars = larsRates.map((lr) => excess(lr, (w) => new LARS(w)));
const adamw = adamRates.map((lr) => excess(lr, (w) => new AdamW(w, { weightDecay: 0 })));
const lambRates = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const lamb = lambRates.map((lr) => excess(lr, (w) => new LAMB(w, { weightDecay: 0 })));
display(
  lines({
    title: { zh: '最后的损失减最小值', en: 'Last loss above the minimum' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失 − 最小值', en: 'loss − minimum' }, log: true },
    series: [
      { label: 'LARS', optimizer: 'LARS', x: larsRates, y: lars, points: true },
      { label: 'AdamW', optimizer: 'AdamW', x: adamRates, y: adamw, points: true },
      { label: 'LAMB', optimizer: 'LAMB', x: lambRates, y: lamb, points: true },
    ],
  }),
);
const [a, b, c] = [lars, adamw, lamb].map((ends) => Math.min(...ends));
check.that(
  c! < a! / 5 && b! < c!,
  {
    zh: '各自最好的：LAMB 远好于 LARS，不如 AdamW',
    en: 'the best of each: LAMB far ahead of LARS, behind AdamW',
  },
  { LARS: a!, LAMB: c!, AdamW: b! },
);
