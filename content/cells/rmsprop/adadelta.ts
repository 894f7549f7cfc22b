import { Adadelta } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: L = ½θ²，从 3 出发，不用选 η。再把起步用的 ε 换大。
// en: L = ½θ² from 3, no η to choose. Then with a larger ε, which is what it starts on.
const bowl = quadratic({ eigenvalues: [1], start: [3] });
const runs = [1e-6, 1e-4, 1e-2].map((eps) => ({
  eps,
  run: minimize(bowl, (params) => new Adadelta(params, { eps }), {
    steps: 800,
    record: {
      θ: (_, [w]) => w!.data[0]!,
      step: (optimizer) => Math.sqrt(optimizer.D[0]!.data[0]! + eps),
    },
  }),
}));
const figure = (zh: string, en: string, key: 'θ' | 'step', log: boolean) =>
  lines({
    title: { zh, en },
    series: runs.map(({ eps, run }, k) => ({
      label: `ε = ${eps.toExponential().replace('-', '−')}`,
      y: run.state[key]!,
      dash: k > 0,
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: key === 'θ' ? 'θ' : '√(D + ε)', log },
  });
display(
  figure('不用选 η，但起步很慢', 'No η to choose, and a slow start', 'θ', false),
  figure('步长从 √ε 慢慢长出来', 'The step size grows slowly out of √ε', 'step', true),
);
const theta = (k: number, t: number) => runs[k]!.run.state.θ![t]!;
check.close(theta(0, 200), 2.17, {
  tolerance: 0.005,
  label: { zh: 'ε = 1e−6，200 步之后：', en: 'ε = 1e−6, after 200 steps:' },
});
check.close(3 - theta(0, 1), Math.sqrt(1e-6 / 0.1), {
  relative: 1e-3,
  label: { zh: '第一步 √(ε / (1 − ρ))：', en: 'first step, √(ε / (1 − ρ)):' },
});
check.that(
  theta(1, 200) < 1 && Math.abs(theta(2, 200)) < 0.1,
  { zh: '同样 200 步，ε 大就快', en: 'the same 200 steps: faster with a larger ε' },
  { 'θ(ε = 1e−4)': theta(1, 200), 'θ(ε = 1e−2)': theta(2, 200) },
);
