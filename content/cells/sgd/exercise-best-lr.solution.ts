// zh: 给定最平与最陡的曲率，返回最好的 η，使剩得最多的那个坐标剩得最少。
// en: Return the η that leaves least in the worse coordinate, from the curvatures `low` and `high`.
import { SGD } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, display, freshSeed, lines } from 'notebook';

function bestLr(low: number, high: number): number {
  return 2 / (low + high);
}

const worst = (low: number, high: number, lr: number) => {
  const bowl = quadratic({ eigenvalues: [low, high] });
  const run = minimize(bowl, (params) => new SGD(params, { lr }), { steps: 40 });
  return Math.max(...run.params[0]!.data.map(Math.abs));
};

const random = new Random(freshSeed());
const low = random.uniform(0.5, 2);
// zh: 检查：在 (0, 2/high) 上的 400 个 η 里，没有一个比你的更好。
// en: The check: of 400 values of η in (0, 2/high) none does better than yours.
const pairs = [
  [1, 10],
  [1.96, 98],
  [low, low * random.uniform(4, 12)],
] as const;
const series = pairs.map(([low, high]) => {
  const x = Array.from({ length: 400 }, (_, k) => (2 * (k + 0.5)) / (400 * high));
  return {
    label: `λ = ${low.toPrecision(3)} … ${high.toPrecision(3)}`,
    x: x.map((lr) => lr * high),
    y: x.map((lr) => worst(low, high, lr)),
  };
});
display(
  lines({
    title: {
      zh: '40 步之后，最差的坐标还剩多少',
      en: 'What 40 steps leave of the worst coordinate',
    },
    series,
    x: { label: 'η · λₘₐₓ' },
    y: { log: true, label: 'max |θ|' },
  }),
);
for (const [k, [low, high]] of pairs.entries()) {
  const yours = worst(low, high, bestLr(low, high));
  const grid = Math.min(...series[k]!.y);
  check.that(
    yours <= grid * (1 + 1e-9) + 1e-15,
    {
      zh: `曲率 ${low.toPrecision(3)} 与 ${high.toPrecision(3)}：没有更好的 η`,
      en: `curvatures ${low.toPrecision(3)} and ${high.toPrecision(3)}: no better η`,
    },
    { yours, grid },
  );
}
