// zh: 只凭最小和最大的曲率，替 NAG 选学习率和动量系数，每条山谷都要过关。
// en: Choose NAG’s learning rate and momentum from two curvatures, for every valley.
import { NAG } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

function tune(smallest: number, largest: number) {
  return { lr: 1 / largest, momentum: 1 - smallest / largest };
}

// zh: 每个山谷有 30 个方向，曲率从 smallest 到 largest 等比排开。
// en: Each valley has 30 directions, with curvatures from smallest to largest in equal ratios.
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const runs = [
  [0.1, 1],
  [0.5, 50],
  [0.004, 4],
  [near(random.uniform(0.01, 0.1)), near(random.uniform(1, 20))],
].map(([smallest = NaN, largest = NaN]) => {
  const kappa = largest / smallest;
  const eigenvalues = Array.from({ length: 30 }, (_, i) => smallest * kappa ** (i / 29));
  const valley = quadratic({ eigenvalues, start: eigenvalues.map((value) => value ** -0.5) });
  const steps = Math.ceil(8 * Math.sqrt(kappa));
  const run = minimize(valley, (params) => new NAG(params, tune(smallest, largest)), { steps });
  check.converges(run, { below: 1e-6 * run.losses[0]!, label: `κ = ${Math.round(kappa)}` });
  return [`κ = ${Math.round(kappa)}`, run] as const;
});
display(lossCurve(Object.fromEntries(runs)));
