import { SGD } from 'optim';
import { linearRegression, minimize, type Problem } from 'problems';
import { check, display, lossCurve, slider } from 'notebook';

// zh: 把一批的损失加起来而不除以 B：梯度大了 B 倍，等于学习率大了 B 倍。
// en: Add up the losses of a batch and forget to divide by B:
// en: gradients, and so the learning rate, are B times as large.
const summed = (problem: Problem, B: number): Problem => ({
  ...problem,
  gradient(params, into, step) {
    problem.gradient(params, into, step);
    for (const { data } of into) data.forEach((g, i) => (data[i] = B * g));
  },
});

const lr = 0.1;
const B = slider('B', { min: 1, max: 64, value: 32, step: 1, log: true });
const run = (B: number, sum: boolean, rate = lr) => {
  const mean = linearRegression({ batchSize: B });
  return minimize(sum ? summed(mean, B) : mean, (params) => new SGD(params, { lr: rate }), {
    steps: 100,
  });
};
display(
  lossCurve(
    { mean: run(B, false), sum: run(B, true) },
    {
      title: {
        zh: `η = ${lr}，批量 ${B}：平均与求和`,
        en: `η = ${lr}, batch of ${B}: mean and sum`,
      },
      labels: { mean: { zh: '平均', en: 'mean' }, sum: { zh: '求和', en: 'sum' } },
    },
  ),
);
check.converges(run(32, false), {
  below: 0.15,
  label: { zh: '平均，B = 32：', en: 'mean, B = 32:' },
});
check.diverges(run(32, true), { label: { zh: '求和，B = 32：', en: 'sum, B = 32:' } });
check.close(run(32, true, lr / 32).losses.at(-1)!, run(32, false).losses.at(-1)!, {
  tolerance: 1e-12,
  label: { zh: '求和而 η 除以 B，与平均相同：', en: 'the sum with η / B is the mean:' },
});
