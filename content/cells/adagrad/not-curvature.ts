import { AdaGrad } from 'optim';
import { minimize, noisy, quadratic, type Problem } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 同一只碗，曲率从 0.01 到 100。AdaGrad 停着不走（η = 0），只记账。
// en: One bowl, curvatures from 0.01 to 100. AdaGrad stands still (η = 0) and only keeps its account.
const curvatures = [0.01, 0.1, 1, 10, 100];
const bowl = (start: number[]) => quadratic({ eigenvalues: curvatures, start });
function roots(problem: Problem, steps: number): number[] {
  let G: number[] = [];
  minimize(problem, (params) => new AdaGrad(params, { lr: 0 }), {
    steps,
    onStep: (optimizer) => (G = [...optimizer.G[0]!.data]),
  });
  return G.map((sum) => Math.sqrt(sum / steps));
}
const equal = roots(bowl(curvatures.map(() => 1)), 1);
const unequal = roots(bowl(curvatures.map((curvature) => curvature ** -2)), 1);
const noise = roots(noisy(bowl(curvatures.map(() => 0)), { sigma: 1 }), 1000);
const line = (zh: string, en: string, y: number[]) => ({
  label: { zh, en },
  x: curvatures,
  y,
  points: true,
});
display(
  lines({
    title: { zh: '同样的曲率，三种 √(G/t)', en: 'The same curvatures, three different √(G/t)' },
    series: [
      line('每个坐标离最低点一样远', 'all coordinates equally far', equal),
      line('越平的坐标离得越远', 'the flatter, the farther', unequal),
      line('在最低点，只有噪声', 'at the bottom, noise only', noise),
    ],
    x: { label: { zh: '曲率 λ', en: 'curvature λ' }, log: true },
    y: { label: '√(G/t)', log: true },
  }),
);
const ratio = (y: number[]) => y.at(-1)! / y[0]!;
const label = (zh: string, en: string) => ({ zh: `${zh}，√G 之比：`, en: `${en}, ratio of √G:` });
check.close(ratio(equal), 1e4, { relative: 1e-9, label: label('一样远', 'equally far') });
check.close(ratio(unequal), 1e-4, { relative: 1e-9, label: label('越平越远', 'flatter, farther') });
check.close(ratio(noise), 1, { tolerance: 0.1, label: label('只有噪声', 'noise only') });
