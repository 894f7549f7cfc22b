// zh: 换成坐标 u，θ = R u，让 AdaGrad 沿碗自己的主轴走。`toU` 写错了，请改正。
// en: Let AdaGrad work along the axes of the turned bowl, in u with θ = R u. `toU` is wrong: correct it.
import { AdaGrad, tensor, type Tensor } from 'optim';
import { minimize, type Problem, quadratic, Random } from 'problems';
import { check, freshSeed } from 'notebook';

type Pair = readonly [number, number];
// zh: θ = R u，R 把向量逆时针转 angle。
// en: θ = R u, where R turns a vector counter-clockwise by `angle`.
function toTheta([x, y]: Pair, angle: number): Pair {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos * x - sin * y, sin * x + cos * y];
}
// zh: 梯度 ∇_u L = Rᵀ ∇_θ L。
// en: The gradient ∇_u L = Rᵀ ∇_θ L.
function toU([x, y]: Pair, angle: number): Pair {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos * x - sin * y, sin * x + cos * y];
}

function unturned(problem: Problem, angle: number): Problem {
  const pair = (params: readonly Tensor[]): Pair => [params[0]!.data[0]!, params[0]!.data[1]!];
  const theta = (u: readonly Tensor[]) => [tensor([2], toTheta(pair(u), angle))];
  return {
    name: 'unturned',
    title: problem.title,
    start: () => [tensor([2], [1, 1])],
    loss: (u) => problem.loss(theta(u)),
    gradient(u, into, step) {
      problem.gradient(theta(u), into, step);
      into[0]!.data.set(toU(pair(into), angle));
    },
  };
}
const descend = (problem: Problem) =>
  minimize(problem, (params) => new AdaGrad(params, { lr: 0.5 }), { steps: 30 }).losses.at(-1)!;
const eigenvalues = [1, 50];
const straight = descend(quadratic({ eigenvalues }));
for (const degrees of [20, 45, 110, 15 + new Random(freshSeed()).integer(70)]) {
  const angle = (degrees * Math.PI) / 180;
  const slanted = descend(unturned(quadratic({ eigenvalues, angle }), angle));
  check.close(slanted, straight, { relative: 1e-6, label: `${degrees}°:` });
}
