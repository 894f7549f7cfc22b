import { SGD } from 'optim';
import { linearRegression, minimize } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 2,000 个样本，每种批量都恰好看四遍。各自从同一组 η 里，取最后一遍平均损失最小的。
// en: 2,000 samples, seen four times at every batch size. Each takes the η of one grid with the
// en: least mean loss during the last pass.
const samples = 2000;
const seen = 4 * samples;
const rates = Array.from({ length: 10 }, (_, k) => 2 / 2 ** k);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const best = (batchSize: number) => {
  const problem = linearRegression({ samples, batchSize });
  const runs = rates.map((lr) => {
    const steps = seen / batchSize;
    const every = Math.max(1, steps / 80);
    const run = minimize(problem, (params) => new SGD(params, { lr }), { steps, every });
    const y = run.losses.map((loss) => loss - problem.minimum);
    return { batchSize, lr, every, y, last: mean(y.slice(-Math.floor(y.length / 4))) };
  });
  return runs.reduce((a, b) => (b.last < a.last ? b : a));
};

const found = [10, 100, 2000].map(best);
display(
  lines({
    title: { zh: '看过同样多的样本之后', en: 'After the same number of samples' },
    series: found.map(({ batchSize, lr, every, y }) => ({
      label: `B = ${batchSize}, η = ${lr}`,
      x: y.map((_, i) => i * every * batchSize),
      y,
      points: batchSize === 2000,
    })),
    x: { label: { zh: '看过的样本数', en: 'samples seen' } },
    y: { label: { zh: '损失 − 最小损失', en: 'loss − least loss' }, log: true },
  }),
);
const [small, , full] = found.map(({ last }) => last);
check.that(
  small! < full! / 50,
  {
    zh: '最后一遍的平均：B = 10 剩下的不到全批量的 1/50',
    en: 'mean of the last pass: B = 10 has less than 1/50 left of what the full batch has',
  },
  { 'loss(B = 10)': small!, 'loss(B = 2000)': full! },
);
