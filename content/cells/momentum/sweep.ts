import { Momentum } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, heatmap, progress } from 'notebook';

const rates = Array.from({ length: 44 }, (_, k) => 0.001 * (k + 1));
const momenta = Array.from({ length: 50 }, (_, k) => 0.02 * k);
const steps = 60;

// zh: 每个格子是一次真的训练：60 步之后的损失。
// en: Each cell of the grid is a run of its own: the loss after 60 steps.
const losses: number[][] = [];
for (const momentum of momenta) {
  losses.push(
    rates.map((lr) => {
      const run = minimize(ravine, (params) => new Momentum(params, { lr, momentum }), { steps });
      return run.losses.at(-1) ?? NaN;
    }),
  );
  await progress(losses.length, momenta.length);
}
const best = Math.min(...losses.flat());
const row = losses.findIndex((values) => values.includes(best));
const lr = rates[losses[row]?.indexOf(best) ?? 0] ?? NaN;
const momentum = momenta[row] ?? NaN;
display(
  heatmap({
    title: { zh: '峡谷里 60 步之后的损失', en: 'Loss after 60 steps in the ravine' },
    x: { label: 'η', values: rates },
    y: { label: 'μ', values: momenta },
    values: losses.map((values) => values.map((loss) => Number(loss.toPrecision(3)))),
    color: { label: { zh: '损失', en: 'loss' }, log: true, domain: [1e-16, 1] },
    mark: [{ x: lr, y: momentum, label: { zh: '最好', en: 'best' } }],
  }),
);
const bestSgd = Math.min(...(losses[0] ?? []));
check.that(
  best < 1e-10 * bestSgd,
  {
    zh: '最好的 (η, μ) 胜过最好的 SGD（最下一行）百亿倍以上',
    en: 'the best (η, μ) beats the best SGD (bottom row) by a factor above 10¹⁰',
  },
  { best, bestSgd, η: lr, μ: momentum },
);
// zh: 发散的边界：ηλ = 2(1 + μ)。两边各让一格。
// en: The edge of divergence: ηλ = 2(1 + μ). One grid cell is left free on either side.
const wrong = losses.flatMap((values, j) => {
  const edge = (2 * (1 + (momenta[j] ?? 0))) / 98;
  return values.filter((loss, i) => (rates[i] ?? 0) > edge + 0.001 && loss < 0.03);
});
check.that(wrong.length === 0, {
  zh: 'η > 2(1 + μ)/λₙ 的格子，没有一个收敛',
  en: 'no cell with η > 2(1 + μ)/λₙ converges',
});
