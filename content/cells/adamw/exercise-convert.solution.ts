// zh: 已知 Momentum 的 L2 系数，写出 SGDW 该用的 λ，让两者停在同一点。
// en: Given the L2 coefficient of Momentum, return the λ with which SGDW rests at the same point.
import { Momentum, SGDW } from 'optim';
import { linearRegression, minimize, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function decoupled(l2: number, momentum: number): number {
  return l2 / (1 - momentum);
}

const problem = linearRegression();
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const cases = [
  { l2: 0.2, momentum: 0 },
  { l2: 0.2, momentum: 0.5 },
  { l2: 0.05, momentum: 0.9 },
  { l2: 0.1, momentum: 0.98 },
  { l2: near(random.uniform(0.02, 0.3)), momentum: near(random.uniform(0.2, 0.9)) },
];
for (const { l2, momentum } of cases) {
  const lr = 0.2 * (1 - momentum);
  const [end] = minimize(
    problem,
    (params) => new Momentum(params, { lr, momentum, weightDecay: l2 }),
    { steps: 2000 },
  ).params;
  const [own] = minimize(
    problem,
    (params) => new SGDW(params, { lr, momentum, weightDecay: decoupled(l2, momentum) }),
    { steps: 2000 },
  ).params;
  const distance = Math.hypot(...own!.data.map((w, j) => w - end!.data[j]!));
  check.that(
    distance < 1e-6,
    { zh: `μ = ${momentum}：停在同一点`, en: `μ = ${momentum}: the same resting point` },
    { distance },
  );
}
