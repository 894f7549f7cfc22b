import { Adam, NAdam, type Optimizer, type Tensor } from 'optim';
import { beale, minimize, nesterovWorstCase, quadratic, rosenbrock, type Run } from 'problems';
import { check, display, progress, table } from 'notebook';

// zh: 四个问题，每种方法试同样的 31 个学习率（1e-3 到 10），各 2,000 个梯度。
// en: Four problems; each method tries the same 31 learning rates (1e-3 to 10), 2,000 gradients each.
const rates = Array.from({ length: 31 }, (_, k) => 1e-3 * 10_000 ** (k / 30));
const turned = quadratic({ eigenvalues: [1.96, 98], angle: Math.PI / 4, start: [-1, 0.5] });
const problems = [
  { problem: beale, title: { zh: 'Beale 曲面', en: 'Beale’s surface' } },
  { problem: turned, title: { zh: '斜放的峡谷', en: 'A ravine at 45°' } },
  { problem: rosenbrock, title: { zh: '弯谷', en: 'The bent valley' } },
  {
    problem: nesterovWorstCase({ n: 51 }),
    title: { zh: 'Nesterov 最坏情形二次函数', en: 'Nesterov’s worst-case quadratic' },
  },
];
const methods: ((lr: number) => (params: Tensor[]) => Optimizer)[] = [
  (lr) => (params) => new Adam(params, { lr }),
  (lr) => (params) => new NAdam(params, { lr }),
  // zh: Keras 的升法：0.96ᵗ，没有 ψ。
  // en: The schedule of Keras: 0.96ᵗ, without ψ.
  (lr) => (params) => new NAdam(params, { lr, momentumDecay: 1 }),
];
// zh: 从第几步起，损失再也不高于 1e-4？
// en: From which step on is the loss never again above 1e-4?
function settles({ losses }: Run): number {
  const last = losses.findLastIndex((loss) => !(loss <= 1e-4));
  return last === losses.length - 1 ? Infinity : last + 1;
}
const fastest: number[][] = [];
for (const { problem } of problems) {
  const row: number[] = [];
  for (const make of methods) {
    const runs = rates.map((lr) => minimize(problem, make(lr), { steps: 2000 }));
    row.push(Math.min(...runs.map(settles)));
    await progress(fastest.length * 3 + row.length, 12);
  }
  fastest.push(row);
}
display(
  table({
    title: {
      zh: '多少步之后，损失不再高于 1e−4',
      en: 'Steps until the loss stays below 1e−4',
    },
    columns: [
      { label: { zh: '问题', en: 'problem' } },
      { label: 'Adam', align: 'right' },
      { label: 'NAdam, ψ = 0.004', align: 'right' },
      { label: 'NAdam, ψ = 1', align: 'right' },
    ],
    rows: problems.map(({ title }, k) => [
      title,
      ...fastest[k]!.map((steps) => (steps === Infinity ? '> 2,000' : steps)),
    ]),
  }),
);
check.that(
  fastest.every(([adam, slow]) => adam! < slow!),
  { zh: 'ψ = 0.004：四个问题都比 Adam 慢', en: 'ψ = 0.004: slower than Adam on all four' },
);
check.that(
  fastest.every(([, slow, fast]) => fast! < slow!),
  { zh: 'ψ = 1：四个问题都比 ψ = 0.004 快', en: 'ψ = 1: faster than ψ = 0.004 on all four' },
);
const ahead = fastest.filter(([adam, , fast]) => fast! < adam!).length;
check.that(
  ahead === 2,
  { zh: 'ψ = 1 与 Adam 各胜两个', en: 'ψ = 1 and Adam: two each' },
  { NAdam: ahead, Adam: 4 - ahead },
);
