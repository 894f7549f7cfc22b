import { Momentum, NAG } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, heatmap } from 'notebook';

// zh: 30 个学习率 × 25 个动量系数，每格跑 100 步，也就是 100 次梯度。
// en: 30 learning rates × 25 momenta; each square is a run of 100 steps, so 100 gradients.
const rates = Array.from({ length: 30 }, (_, i) => 0.001 * 60 ** (i / 29));
const momenta = Array.from({ length: 25 }, (_, j) => j * 0.04);
const sweep = (Method: typeof Momentum | typeof NAG) =>
  momenta.map((momentum) =>
    rates.map((lr) => {
      const make = (params: ReturnType<typeof ravine.start>) =>
        new Method(params, { lr, momentum });
      return minimize(ravine, make, { steps: 100, every: 100 }).losses.at(-1)!;
    }),
  );
const losses = { Momentum: sweep(Momentum), NAG: sweep(NAG) };

const best = { Momentum: Infinity, NAG: Infinity };
for (const name of ['Momentum', 'NAG'] as const) {
  best[name] = Math.min(...losses[name].flat().filter(Number.isFinite));
  const j = losses[name].findIndex((row) => row.includes(best[name]));
  const i = losses[name][j]!.indexOf(best[name]);
  display(
    heatmap({
      title: { zh: `${name}：100 步后的损失`, en: `${name}: loss after 100 steps` },
      x: { label: 'η', values: rates, log: true },
      y: { label: 'μ', values: momenta },
      values: losses[name],
      color: { label: { zh: '损失', en: 'loss' }, log: true, domain: [1e-20, 1] },
      mark: [{ x: rates[i]!, y: momenta[j]!, label: { zh: '最好', en: 'best' } }],
    }),
  );
}
// zh: 每一行（一个 μ）里没有发散的最大学习率。
// en: In each row (one μ), the largest learning rate that did not diverge.
const start = ravine.loss(ravine.start());
const largest = (row: number[]) => rates[row.findLastIndex((loss) => loss < start)]!;
check.that(
  momenta.every((mu, j) => {
    const [nag, ball] = [largest(losses.NAG[j]!), largest(losses.Momentum[j]!)];
    return mu < 0.2 ? nag <= ball : nag < ball;
  }),
  { zh: 'μ ≥ 0.2 的每一行，NAG 都更早发散', en: 'in every row with μ ≥ 0.2, NAG diverges sooner' },
  {
    'NAG, μ = 0.88': largest(losses.NAG[22]!),
    'Momentum, μ = 0.88': largest(losses.Momentum[22]!),
  },
);
check.that(
  best.Momentum < best.NAG,
  {
    zh: '各自调到最好，在这个二次函数上动量更快',
    en: 'each at its best, momentum is faster on this quadratic',
  },
  best,
);
