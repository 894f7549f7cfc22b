import { Momentum } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, heatmap } from 'notebook';

const eigenvalues = [1.96, 98];
// zh: 曲率 λ 上的一步：（θ，上一步的位移）乘以 2×2 矩阵，迹 1 + μ − ηλ，行列式 μ。返回较大的 |特征值|。
// en: One step at curvature λ is a 2×2 matrix with trace 1 + μ − ηλ, determinant μ: its larger |eigenvalue|.
function radius(lr: number, momentum: number, curvature: number): number {
  const trace = 1 + momentum - lr * curvature;
  const discriminant = trace * trace - 4 * momentum;
  if (discriminant < 0) return Math.sqrt(momentum); // complex pair
  return (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
}
const worst = (lr: number, momentum: number) =>
  Math.max(...eigenvalues.map((curvature) => radius(lr, momentum, curvature)));

const rates = Array.from({ length: 44 }, (_, k) => 0.001 * (k + 1));
const momenta = Array.from({ length: 50 }, (_, k) => 0.02 * k);
// zh: Polyak 的最优值。
// en: Polyak's optimum.
const [low, high] = [Math.sqrt(1.96), Math.sqrt(98)];
const lr = (2 / (low + high)) ** 2;
const momentum = ((high - low) / (high + low)) ** 2;
const grid = momenta.map((mu) => rates.map((eta) => worst(eta, mu)));
const best = Math.min(...grid.flat());
const row = grid.findIndex((rhos) => rhos.includes(best));
const square = { x: rates[grid[row]!.indexOf(best)]!, y: momenta[row]! };
display(
  heatmap({
    title: { zh: '每步缩小到原来的多少：ρ(η, μ)', en: 'What each step leaves: ρ(η, μ)' },
    x: { label: 'η', values: rates },
    y: { label: 'μ', values: momenta },
    values: grid.map((row) => row.map((rho) => Number(rho.toFixed(4)))),
    color: { label: 'ρ', domain: [0.75, 1.05] },
    mark: [{ ...square, label: { zh: '最好', en: 'best' } }],
  }),
);
check.close(worst(lr, momentum), Math.sqrt(momentum), {
  tolerance: 1e-6,
  label: { zh: '最优处 ρ = √μ：', en: 'at the optimum ρ = √μ:' },
});
check.that(
  best >= Math.sqrt(momentum) - 1e-9,
  { zh: '2,200 个格子，没有一个比它更好', en: 'none of 2,200 squares does better' },
  { best, optimum: Math.sqrt(momentum), η: lr, μ: momentum, edge: (2 * (1 + momentum)) / 98 },
);
// zh: 发散的边界：ρ < 1 当且仅当 η < 2(1 + μ)/λₙ。
// en: Where it diverges: ρ < 1 exactly when η < 2(1 + μ)/λₙ.
const agrees = grid.every((row, j) =>
  row.every((rho, i) => {
    const beyond = (rates[i] ?? NaN) - (2 * (1 + (momenta[j] ?? NaN))) / 98;
    return Math.abs(beyond) < 1e-9 || rho < 1 === beyond < 0;
  }),
);
check.that(agrees, {
  zh: '每个格子：ρ < 1 当且仅当 η < 2(1 + μ)/λₙ',
  en: 'in every square ρ < 1 exactly when η < 2(1 + μ)/λₙ',
});
// zh: 跑一遍再量：复数区里取 μ = 0.81，距离每步应当缩到 √μ = 0.9，不是 2√μ。
// en: Measured: with μ = 0.81, in the complex regime, distance should shrink by √μ = 0.9 a step, not 2√μ.
const run = minimize(ravine, (params) => new Momentum(params, { lr: 0.02, momentum: 0.81 }), {
  steps: 400,
});
const peak = (from: number) => Math.max(...run.losses.slice(from, from + 50));
const measured = (peak(350) / peak(50)) ** (1 / 600);
check.close(measured, 0.9, {
  tolerance: 0.002,
  label: { zh: '实测的速率：', en: 'measured rate:' },
});
