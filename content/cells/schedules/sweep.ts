import { cosine } from 'optim';
import { check, display, heatmap } from 'notebook';

// zh: 同一只碗，余弦安排。横轴是峰值，纵轴是最后降到峰值的几分之几：最上一行就是固定的 η。
// en: The same bowl, cosine schedules: the peak across, the last rate over the peak up. The top row is constant.
const T = 1000;
const peaks = Array.from({ length: 31 }, (_, k) => 10 ** (-2.75 + k / 10));
const ends = Array.from({ length: 13 }, (_, k) => 10 ** (-3 + k / 4));
function expected(rate: (t: number) => number): number {
  let [loss, rates] = [0, Array.from({ length: T }, (_, k) => rate(k + 1))];
  for (const [curvature, start] of [
    [1, 3],
    [0.05, 10],
  ] as const) {
    const square = rates.reduce((sq, lr) => (1 - lr * curvature) ** 2 * sq + lr ** 2, start ** 2);
    loss += (curvature * square) / 2;
  }
  return loss;
}
const values = ends.map((end) =>
  peaks.map((lr) => expected(cosine(lr, { steps: T, min: lr * end }))),
);
display(
  heatmap({
    title: {
      zh: '期望损失：降得越低，峰值越不挑',
      en: 'Expected loss: the lower the end, the more peaks will do',
    },
    x: { label: { zh: '峰值 η', en: 'peak η' }, values: peaks, log: true },
    y: { label: { zh: '末尾 / 峰值', en: 'end / peak' }, values: ends, log: true },
    values,
    color: { label: { zh: '损失', en: 'loss' }, log: true, domain: [0.01, 1] },
  }),
);
const [lowest, constant] = [values[0]!, values.at(-1)!];
const best = (row: number[]) => Math.min(...row);
check.that(
  best(lowest) < best(constant) / 2,
  {
    zh: '降到千分之一：最好的损失不到固定 η 的一半',
    en: 'down to a thousandth: under half of the best constant',
  },
  { constant: best(constant), cosine: best(lowest), 'best of all': Math.min(...values.map(best)) },
);
// zh: 多少个峰值不差于调得最好的固定 η？
// en: How many peaks do at least as well as the best constant η?
const good = lowest.filter((loss) => loss <= best(constant)).length;
check.that(
  good >= 8,
  {
    zh: '31 个峰值里，至少 8 个不差于最好的固定 η',
    en: 'at least 8 of the 31 peaks do as well as the best constant η',
  },
  { good },
);
