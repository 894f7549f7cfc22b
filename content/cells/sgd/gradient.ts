import { SGD, tensor } from 'optim';
import { minimize, type Problem } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 同一个碗，这次交出梯度：每个参数乘以它的曲率。
// en: The same bowl, now with its gradient: each parameter times its curvature.
const bowl = (n: number): Problem => {
  const curvature = (i: number) => 1 + (9 * i) / (n - 1);
  return {
    name: 'bowl',
    title: `n = ${n}`,
    start: () => [tensor([n], new Float64Array(n).fill(1))],
    loss([theta]) {
      let sum = 0;
      theta!.data.forEach((w, i) => (sum += (curvature(i) * w * w) / 2));
      return sum;
    },
    gradient([theta], [g]) {
      theta!.data.forEach((w, i) => (g!.data[i] = curvature(i) * w));
    },
  };
};

const sizes = [2, 10, 100, 1000];
const series = sizes.map((n) => {
  const run = minimize(bowl(n), (params) => new SGD(params, { lr: 0.18 }), { steps: 30 });
  return { label: `n = ${n}`, y: run.losses.map((loss) => loss / run.losses[0]!) };
});
display(
  lines({
    title: {
      zh: '有了梯度，参数再多也一样快',
      en: 'With the gradient, any number of parameters is as fast',
    },
    series,
    x: { label: { zh: '步数（每步一次梯度）', en: 'step (one gradient each)' } },
    y: { label: { zh: '损失 / 起点损失', en: 'loss / first loss' }, log: true, domain: [1e-6, 1] },
  }),
);
const steps = series.map(({ y }) => y.findIndex((share) => share < 0.01));
check.that(
  steps.every((count) => count > 0 && count <= steps[0]!),
  {
    zh: '损失降到百分之一，1,000 个参数所用的步数不比 2 个多',
    en: 'down to one per cent: 1,000 parameters need no more steps than 2 do',
  },
  { 'steps(n = 2)': steps[0]!, 'steps(n = 1000)': steps[3]! },
);
