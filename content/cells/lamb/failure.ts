import { AdamW, LARS, cosine, type Optimizer, type Tensor } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 批量里永远是三只狗、一只猫；有的特征常见，有的 50 只动物里才有一只。四个权重同在一个张量里。
// en: Three dogs and a cat in each batch; some features are common, one is seen in 1 animal of 50. The four weights are one tensor.
const [steps, start, seeds] = [500, [0.3, 0.3, -0.3, -0.3], [0, 1, 2, 3, 4]];
// zh: 最后的损失高出最小值多少，对五组随机批量取平均；学习率按余弦降到 0。
// en: How far the last loss is above the minimum, the mean of five sequences of batches; rates fall along a cosine.
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
display(
  lines({
    title: { zh: '最后的损失减最小值', en: 'Last loss above the minimum' },
    x: { label: 'η', log: true },
    y: { label: { zh: '损失 − 最小值', en: 'loss − minimum' }, log: true },
    series: [
      { label: 'LARS', optimizer: 'LARS', x: larsRates, y: lars, points: true },
      { label: 'AdamW', optimizer: 'AdamW', x: adamRates, y: adamw, points: true },
    ],
  }),
);
const [a, b] = [Math.min(...lars), Math.min(...adamw)];
check.that(a > 10 * b, { zh: '各自最好的', en: 'the best of each' }, { LARS: a, AdamW: b });
