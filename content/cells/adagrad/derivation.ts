import { AdaGrad, tensor } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, table } from 'notebook';

const lr = 0.1;
const animals = dogsAndCats({ batchSize: 20 });
const sum = (g: readonly number[]) => g.reduce((total, gi) => total + gi * gi, 0);

// zh: 一步的大小，由到目前为止的梯度 g₁ … g_t 算出。
// en: The size of a step, from the gradients so far, g₁ … g_t.
const ways = {
  // zh: 两个因子：σ_t 是历次梯度的均方根，η_t = η/√t。
  // en: Two factors: σ_t is the root mean square of the gradients, η_t = η/√t.
  twoFactors: (g: number[], t: number) => lr / Math.sqrt(t) / (Math.sqrt(sum(g) / t) || 1),
  // zh: 求和漏掉第一个梯度，ε 放在根号里。
  // en: The sum leaves out the first gradient; ε is inside the root.
  late: (g: number[]) => lr / Math.sqrt(sum(g.slice(1)) + 1e-10),
};
function descend(way: keyof typeof ways, steps: number): number {
  const [w, gradient] = [tensor([4]), tensor([4])];
  const past: number[][] = [[], [], [], []];
  for (let t = 1; t <= steps; t++) {
    animals.gradient([w], [gradient], t);
    for (const [j, g] of past.entries()) {
      g.push(gradient.data[j]!);
      w.data[j]! -= ways[way](g, t) * g.at(-1)!;
    }
  }
  return w.data[0]!;
}

const rows = [1, 10, 100].map((t) => {
  const run = minimize(animals, (params) => new AdaGrad(params, { lr }), { steps: t });
  return [t, descend('twoFactors', t), run.params[0]!.data[0]!, descend('late', t)] as const;
});
display(
  table({
    title: { zh: '“吠叫”的权重，三种写法', en: 'The weight of “barks”, written three ways' },
    columns: [
      { label: 't' },
      { label: 'ηₜ / σₜ', digits: 8 },
      { label: 'AdaGrad', digits: 8 },
      { label: { zh: '漏掉 g₁', en: 'without g₁' }, digits: 4 },
    ],
    rows,
  }),
);
for (const [t, two, final] of rows)
  check.close(two, final, { tolerance: 1e-8, label: `t = ${t}:` });
check.that(
  Math.abs(rows[0]![3]) > 1000,
  { zh: '漏掉 g₁：第一步就飞了出去', en: 'without g₁ the very first step flies off' },
  { θ: rows[0]![3] },
);
