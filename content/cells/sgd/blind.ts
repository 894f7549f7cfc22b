import { Random } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 损失：n 个参数的碗，曲率从 1 到 10，最低点在原点；起点的每个参数都是 1。
// en: The loss: a bowl in n parameters, curvatures from 1 to 10, lowest at the origin; all start at 1.
const loss = (theta: number[]) =>
  theta.reduce((sum, w, i) => sum + ((1 + (9 * i) / (theta.length - 1)) * w * w) / 2, 0);

// zh: 盲目试探：朝随机方向挪一步，损失变小才留下。成功就把步子放大，失败就缩小一点。
// en: Blind trial: move at random, keep it if the loss falls.
// en: Success lengthens the step, failure shortens it.
function blind(n: number, trials: number) {
  const random = new Random(1);
  let theta = Array.from({ length: n }, () => 1);
  let size = 1 / Math.sqrt(n);
  const [x, y] = [[0], [1]];
  for (let trial = 1; trial <= trials; trial++) {
    const moved = theta.map((w) => w + random.normal(0, size));
    const better = loss(moved) < loss(theta);
    if (better) theta = moved;
    size *= better ? 1.5 : 0.9;
    if (trial % 20 !== 0) continue;
    x.push(trial);
    y.push(loss(theta) / loss(theta.map(() => 1)));
  }
  return { label: `n = ${n}`, x, y };
}

const options = { min: 200, max: 2000, value: 1000, step: 20 };
const trials = slider({ zh: '试探次数', en: 'trials' }, options);
const series = [2, 10, 100, 1000].map((n) => blind(n, trials));
display(
  lines({
    title: { zh: '参数越多，瞎试越不管用', en: 'The more parameters, the less blind trials help' },
    series,
    x: { label: { zh: '试探次数', en: 'trials' } },
    y: { label: { zh: '损失 / 起点损失', en: 'loss / first loss' }, log: true, domain: [1e-6, 1] },
  }),
);
const left = series.map(({ y }) => y.at(-1)!);
check.that(
  left.every((value, i) => i === 0 || value > left[i - 1]!),
  { zh: '参数越多，剩下的损失越大', en: 'the more parameters, the more of the loss is left' },
);
check.that(
  left[3]! > 0.25,
  { zh: 'n = 1000：损失还剩四分之一以上', en: 'n = 1000: over a quarter of the loss is left' },
  { 'L/L₀': left[3]! },
);
