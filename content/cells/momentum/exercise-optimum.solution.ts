// zh: 已知二次函数最小和最大的曲率，写出最好的 η 和 μ；每条山谷都要在规定步数之内走完。
// en: Given the smallest and largest curvature, return the best η and μ: every valley within its steps.
import { Momentum } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

function best(smallest: number, largest: number): { lr: number; momentum: number } {
  const [low, high] = [Math.sqrt(smallest), Math.sqrt(largest)];
  return { lr: (2 / (low + high)) ** 2, momentum: ((high - low) / (high + low)) ** 2 };
}

function descend(smallest: number, largest: number, within: number): void {
  const valley = quadratic({ eigenvalues: [smallest, largest] });
  const run = minimize(valley, (params) => new Momentum(params, best(smallest, largest)), {
    steps: 2 * within,
  });
  const below = 1e-8 * (run.losses[0] ?? NaN);
  display(lossCurve(run, { below, title: `λ = ${smallest} … ${largest}` }));
  check.converges(run, { below, within, label: `${smallest} … ${largest}:` });
}
descend(1, 10, 24);
descend(0.2, 20, 80);
descend(3, 3000, 270);
const flattest = Number(new Random(freshSeed()).uniform(0.01, 9).toPrecision(2));
descend(flattest, 100 * flattest, 80);
