// zh: 只许求梯度，找出不发散的最大 η，误差不超过 1%。
// en: With gradients alone, find the largest η that does not diverge, to within 1%.
import { SGD, tensor } from 'optim';
import { minimize, type Problem, quadratic, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function largestLr(problem: Problem, size: number): number {
  const gradientAt = (theta: ArrayLike<number>) => {
    const g = tensor([size]);
    problem.gradient([tensor([size], theta)], [g], 1);
    return g.data;
  };
  // zh: 幂迭代，从一个不对称的点出发：∇L = Hθ，反复用 H 去乘，长度的增长率趋于最大的曲率。
  // en: Power iteration, from no symmetric place: ∇L = Hθ,
  // en: so apply H again and again; growth tends to the steepest λ.
  let v = Array.from({ length: size }, (_, i) => i + 1);
  let growth = 1;
  for (let k = 0; k < 500; k++) {
    const Hv = gradientAt(v);
    growth = Math.hypot(...Hv) / Math.hypot(...v);
    v = [...Hv].map((value) => value / Math.hypot(...Hv));
  }
  return 2 / growth;
}

const random = new Random(freshSeed());
const near = (value: number) => Number(value.toPrecision(2));
const [a, c] = [near(random.uniform(1, 30)), near(random.uniform(1, 30))];
const b = near(random.uniform(-0.9, 0.9) * Math.sqrt(a * c));
const bowls: Record<string, number[][]> = {
  [`(${a}, ${b}; ${b}, ${c})`.replaceAll('-', '−')]: [
    [a, b],
    [b, c],
  ],
  'diag(1, 3)': [
    [1, 0],
    [0, 3],
  ],
  'diag(40, 0.01, 41)': [
    [40, 0, 0],
    [0, 0.01, 0],
    [0, 0, 41],
  ],
  '(3, −2; −2, 3)': [
    [3, -2],
    [-2, 3],
  ],
};
for (const [name, hessian] of Object.entries(bowls)) {
  const bowl = quadratic({ hessian, start: hessian.map((_, i) => i + 1) });
  const lr = largestLr(bowl, hessian.length);
  const run = (lr: number) => minimize(bowl, (params) => new SGD(params, { lr }), { steps: 1500 });
  const [inside, outside] = [run(0.99 * lr), run(1.01 * lr)];
  check.that(
    inside.losses.at(-1)! < inside.losses[0]! && outside.losses.at(-1)! > outside.losses[0]!,
    {
      zh: `H = ${name}：0.99 η 收敛，1.01 η 发散`,
      en: `H = ${name}: 0.99 η converges, 1.01 η diverges`,
    },
    { η: lr },
  );
}
