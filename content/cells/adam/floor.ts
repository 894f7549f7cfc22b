import { Adam } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: ½x²，梯度加上 σ = 1 的噪声，从最低点出发；看它平均晃多远。
// en: ½x² with noise of deviation 1 on the gradient, started at the minimum: how far does it wander?
const rates = [0.003, 0.01, 0.03, 0.1];
const bowl = noisy(quadratic({ eigenvalues: [1] }), { sigma: 1, seed: 3 });
const wander = (lr: number, schedule?: (t: number) => number) => {
  let [sum, count] = [0, 0];
  minimize(bowl, (params) => new Adam(params, { lr }), {
    steps: 20000,
    start: [0],
    every: 20000,
    ...(schedule && { schedule }),
    onStep: ({ t }, [x]) => {
      if (t <= 10000) return;
      sum += (x?.data[0] ?? NaN) ** 2;
      count++;
    },
  });
  return sum / count;
};
const constant = rates.map((lr) => wander(lr));
const decaying = rates.map((lr) => wander(lr, (t) => (lr * 10) / Math.sqrt(100 + t)));
display(
  lines({
    title: { zh: '离最低点有多远，由 η 决定', en: 'η decides how close it gets' },
    x: { label: 'η', log: true },
    y: { label: { zh: 'x² 的平均', en: 'mean of x²' }, log: true },
    series: [
      {
        label: { zh: 'Adam，η 不变', en: 'Adam, constant η' },
        optimizer: 'Adam',
        x: rates,
        y: constant,
        points: true,
      },
      { label: 'η·10/√(100 + t)', x: rates, y: decaying, points: true, dash: true },
      { label: 'η / 2', x: rates, y: rates.map((lr) => lr / 2), dash: true },
    ],
  }),
);
constant.forEach((value, k) => {
  const lr = rates[k] ?? NaN;
  check.close(value, lr / 2, { relative: 0.15, label: `η = ${lr}:` });
});
check.that(
  decaying.every((value, k) => value < 0.25 * (constant[k] ?? NaN)),
  { zh: '学习率下降之后，都小到四分之一以下', en: 'with a decaying rate each is below a quarter' },
  { 'η = 0.1': decaying[3] ?? NaN },
);
