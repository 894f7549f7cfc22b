// zh: 损失一涨就重新起步：在标出的分支里让速度清零，`k` 归零。
// en: When the loss rises, start afresh: in the marked branch, put the velocity and `k` back to 0.
import { NAG } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

function descend(kappa: number, steps: number) {
  const eigenvalues = Array.from({ length: 30 }, (_, i) => kappa ** (-i / 29));
  const valley = quadratic({ eigenvalues });
  let k = 1;
  let before = Infinity;
  let rises = 0;
  const run = minimize(valley, (params) => new NAG(params, { lr: 1, momentum: 0 }), {
    steps,
    onStep(optimizer, params) {
      const loss = valley.loss(params);
      if (loss > before) {
        rises += 1;
        optimizer.m[0]!.data.fill(0);
        k = 0;
      }
      before = loss;
      optimizer.groups[0]!.options.momentum = k / (k + 3);
      k += 1;
    },
  });
  display({
    zh: `κ = ${kappa}：损失涨了 ${rises} 次`,
    en: `κ = ${kappa}: the loss rose ${rises} times`,
  });
  check.converges(run, { below: 1e-12, label: `κ = ${kappa}` });
  return run;
}
const kappa = 50 + new Random(freshSeed()).integer(400);
display(
  lossCurve(
    {
      'κ = 100': descend(100, 300),
      'κ = 1000': descend(1000, 1000),
      [`κ = ${kappa}`]: descend(kappa, 700),
    },
    { title: { zh: '三个条件数的损失', en: 'Loss for three condition numbers' } },
  ),
);
