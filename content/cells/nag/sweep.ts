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
// zh: 两者都没有发散的格子里，NAG 的损失更低的有多少？
// en: Of the squares where neither diverged, in how many does NAG have the lower loss?
const wins = (from: number, to: number) => {
  const start = ravine.loss(ravine.start());
  const squares = momenta.flatMap((mu, j) =>
    mu < from || mu >= to ? [] : rates.map((_, i) => [losses.NAG[j]![i]!, losses.Momentum[j]![i]!]),
  );
  const stable = squares.filter(([nag = NaN, ball = NaN]) => nag < start && ball < start);
  return { lower: stable.filter(([nag, ball]) => nag! < ball!).length, of: stable.length };
};
const [high, low] = [wins(0.9, 1), wins(0.01, 0.7)];
check.that(high.lower > 0.9 * high.of && low.lower === 0, {
  zh: `μ > 0.9 时 NAG 几乎处处更低（${high.of} 格里 ${high.lower} 格）；μ < 0.7 时一格也没有（${low.of} 格里 ${low.lower} 格）`,
  en: `with μ > 0.9 NAG is lower almost everywhere (${high.lower} of ${high.of} squares); with μ < 0.7 nowhere (${low.lower} of ${low.of})`,
});
check.that(
  best.Momentum < best.NAG,
  {
    zh: '各自调到最好，在这个二次函数上动量更快',
    en: 'each at its best, momentum is faster on this quadratic',
  },
  best,
);
