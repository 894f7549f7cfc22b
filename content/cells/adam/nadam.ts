import { Adam, NAdam, type Optimizer, type Tensor } from 'optim';
import { beale, minimize, nesterovWorstCase, type Problem, quadratic, rosenbrock } from 'problems';
import { check, display, progress, table } from 'notebook';

// zh: 四个问题，每种方法试同样的 15 个学习率（1e-3 到 1），各 300 个梯度，取最好的损失。
// en: Four problems; each method tries the same 15 learning rates (1e-3 to 1), 300 gradients each, and keeps its best loss.
const rates = Array.from({ length: 15 }, (_, k) => 1e-3 * 1000 ** (k / 14));
const problems: Problem[] = [
  beale,
  quadratic({
    eigenvalues: [1.96, 98],
    angle: Math.PI / 4,
    start: [-1, 0.5],
    title: { zh: '斜放的峡谷', en: 'A ravine at 45°' },
  }),
  rosenbrock,
  nesterovWorstCase({ n: 51 }),
];
const methods: ((lr: number) => (params: Tensor[]) => Optimizer)[] = [
  (lr) => (params) => new Adam(params, { lr }),
  (lr) => (params) => new NAdam(params, { lr }),
  // zh: Keras 的计划：0.96ᵗ，没有 ψ。
  // en: The schedule of Keras: 0.96ᵗ, without ψ.
  (lr) => (params) => new NAdam(params, { lr, momentumDecay: 1 }),
];
const losses: number[][] = [];
for (const problem of problems) {
  const row: number[] = [];
  for (const make of methods) {
    const finals = rates.map(
      (lr) => minimize(problem, make(lr), { steps: 300, every: 300 }).losses.at(-1) ?? NaN,
    );
    row.push(Math.min(...finals.filter(Number.isFinite)));
    await progress(losses.length * 3 + row.length, 12);
  }
  losses.push(row);
}
display(
  table({
    title: { zh: '300 步之后最好的损失', en: 'Best loss after 300 steps' },
    columns: [
      { label: { zh: '问题', en: 'problem' } },
      { label: 'Adam', digits: 2 },
      { label: 'NAdam, ψ = 0.004', digits: 2 },
      { label: 'NAdam, ψ = 1', digits: 2 },
    ],
    rows: problems.map(({ title }, k) => [title, ...(losses[k] ?? [])]),
  }),
);
const better = losses.filter(([adam = NaN, nadam = NaN]) => nadam < adam).length;
check.that(
  better === 2,
  { zh: '四个问题，NAdam 胜两个，Adam 胜两个', en: 'of four problems NAdam wins two and Adam two' },
  { NAdam: better, Adam: 4 - better },
);
