// zh: 曲率 λ、动量 μ：学习率到多大会发散？写出这个边界。
// en: Curvature λ, momentum μ: above which learning rate does it diverge? Return that edge.
import { Momentum } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function edge(curvature: number, momentum: number): number {
  // zh: 一个猜想：有效学习率 η / (1 − μ) 要小于 2 / λ。
  // en: A guess: the effective rate η / (1 − μ) must stay below 2 / λ.
  return (2 * (1 - momentum)) / curvature;
}

// zh: 边界之下 1% 应当收敛，之上 1% 应当发散。
// en: One per cent below the edge it should converge, one per cent above it diverge.
function test(curvature: number, momentum: number): void {
  const bowl = quadratic({ eigenvalues: [curvature] });
  const run = (factor: number) =>
    minimize(
      bowl,
      (params) => new Momentum(params, { lr: factor * edge(curvature, momentum), momentum }),
      {
        steps: 3000,
      },
    );
  const label = `λ = ${curvature}, μ = ${momentum}:`;
  check.converges(run(0.99), { below: 1e-6, label });
  check.diverges(run(1.01), { label });
}
test(1, 0);
test(98, 0.5);
test(0.3, 0.9);
test(7, 0.99);
const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
test(near(random.uniform(0.5, 50)), near(random.uniform(0.1, 0.9)));
