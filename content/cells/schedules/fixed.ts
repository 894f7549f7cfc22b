import { constant, cosine, exponential, inverseRoot, oneCycle, SGD, step, warmup } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { bars, check, display } from 'notebook';

const [T, curvatures, start] = [1000, [1, 0.05], [3, 10]];
const shapes: Record<string, (lr: number) => (t: number) => number> = {
  constant,
  'inverse root': (lr) => inverseRoot(lr, { scale: 10 }),
  'one cycle': (lr) => oneCycle(lr, { steps: T }),
  'warm-up + cosine': (lr) => warmup(cosine(lr, { steps: 0.9 * T }), { steps: 0.1 * T }),
  cosine: (lr) => cosine(lr, { steps: T }),
  exponential: (lr) => exponential(lr, { factor: 0.001 ** (1 / T) }),
  step: (lr) => step(lr, { every: T / 4, factor: 0.3 }),
};
const chinese: Record<string, string> = {
  constant: '固定',
  'inverse root': '反根号',
  'one cycle': '单周期',
  'warm-up + cosine': '预热 + 余弦',
  cosine: '余弦',
  exponential: '指数',
  step: '阶梯',
};
// zh: 噪声与 θ 无关，所以 E θ² 有精确的递推：一步乘以 (1 − ηλ)²，再加 η²。用它挑 η，不靠运气。
// en: The noise does not depend on θ, so E θ² is exact: times (1 − ηλ)², plus η². No luck in tuning.
function expected(rate: (t: number) => number): number {
  return curvatures.reduce((loss, curvature, i) => {
    let square = start[i]! ** 2;
    for (let t = 1; t <= T; t++) square = (1 - rate(t) * curvature) ** 2 * square + rate(t) ** 2;
    return loss + (curvature * square) / 2;
  }, 0);
}
// zh: 每种都从同样 31 个峰值里取最好的，再真的用 SGD 跑 200 次，看最后一步。
// en: Each has the best of the same 31 peaks; then 200 runs of SGD with it, and their last step.
const peaks = Array.from({ length: 31 }, (_, k) => 10 ** (-2.75 + k / 10));
const rows = Object.entries(shapes).map(([name, shape]) => {
  const losses = peaks.map((lr) => expected(shape(lr)));
  const theory = Math.min(...losses);
  const peak = peaks[losses.indexOf(theory)]!;
  let sum = 0;
  for (let seed = 0; seed < 200; seed++) {
    const problem = noisy(quadratic({ eigenvalues: curvatures, start }), { sigma: 1, seed });
    const options = { steps: T, every: T, schedule: shape(peak) };
    sum += minimize(problem, (params) => new SGD(params), options).losses.at(-1)!;
  }
  return { name, peak, theory, measured: sum / 200 };
});
display(
  bars({
    title: { zh: '各自调好之后，最后一步的平均损失', en: 'Tuned: mean loss at the last step' },
    x: {},
    y: { label: { zh: '损失', en: 'loss' } },
    bars: rows.map(({ name, peak, measured }) => ({
      label: {
        zh: `${chinese[name]}（峰值 ${peak.toPrecision(2)}）`,
        en: `${name} (peak ${peak.toPrecision(2)})`,
      },
      value: measured,
    })),
  }),
);
rows.forEach(({ name, theory, measured }) =>
  check.close(measured, theory, {
    relative: 0.25,
    label: { zh: `${chinese[name]}：`, en: `${name}:` },
  }),
);
check.that(
  rows.every(({ name, measured }) => name === 'constant' || measured < 0.75 * rows[0]!.measured),
  {
    zh: '每一种安排都比调好的固定 η 低 25% 以上',
    en: 'every schedule is at least 25% below the tuned constant',
  },
  { constant: rows[0]!.measured, step: rows.at(-1)!.measured },
);
