// zh: 改 `perturbed`，让 SGD 离开下面两个鞍点，最后又停得很稳（损失低于 1e-8）。
// en: Change `perturbed` so that SGD leaves both saddles, yet ends with a loss below 1e-8.
import { SGD } from 'optim';
import { minimize, quadratic, Random, saddle, surface, type Problem } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

const perturbed = (problem: Problem): Problem => ({
  ...problem,
  gradient(params, into, step) {
    problem.gradient(params, into, step);
    const random = new Random(7, step);
    into[0]!.data.forEach((g, i) => (into[0]!.data[i] = g + random.normal(0, 1e-5)));
  },
});

// zh: 第二个鞍点转了方向：沿 x = y 上坡，沿 x = −y 下坡。
// en: The second saddle is turned: uphill along x = y, downhill along x = −y.
const far = new Random(freshSeed()).uniform(0.5, 1.5);
const turned = surface({
  name: 'turned',
  title: { zh: '转了方向的鞍点', en: 'A turned saddle' },
  f: (x, y) => (x + y) ** 2 / 4 + ((x - y) ** 2 / 2 - 1) ** 2 / 4,
  gradient(x, y) {
    const [a, b] = [(x + y) / 2, ((x - y) * ((x - y) ** 2 / 2 - 1)) / 2];
    return [a + b, a - b];
  },
  start: [far, far],
  x: [-2, 2],
  y: [-2, 2],
});
const run = (problem: Problem) =>
  minimize(perturbed(problem), (params) => new SGD(params, { lr: 0.1 }), { steps: 400 });
const runs = {
  saddle: run(saddle),
  turned: run(turned),
  bowl: run(quadratic({ eigenvalues: [1, 2] })),
};
display(
  lossCurve(runs, {
    title: { zh: '鞍点、转了方向的鞍点、碗', en: 'Saddle, turned saddle, bowl' },
    below: 1e-8,
    labels: {
      saddle: { zh: '鞍点', en: 'saddle' },
      turned: { zh: '转了方向的鞍点', en: 'turned saddle' },
      bowl: { zh: '没有鞍点的碗', en: 'bowl without a saddle' },
    },
  }),
);
check.converges(runs.saddle, { below: 1e-8, label: { zh: '鞍点：', en: 'saddle:' } });
check.converges(runs.turned, {
  below: 1e-8,
  label: { zh: '转了方向的鞍点：', en: 'turned saddle:' },
});
check.converges(runs.bowl, {
  below: 1e-8,
  label: { zh: '没有鞍点的碗：', en: 'bowl without a saddle:' },
});
