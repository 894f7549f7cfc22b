// zh: 从 `losses` 里随机试 `k` 个（不重复），留下最小的。写出它的期望，要精确，不要抽样。
// en: Try `k` of the `losses` at random, none twice, and keep the least. Return its expectation: exact, no sampling.
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

function expectedBest(losses: readonly number[], k: number): number {
  // zh: 这是总抽中前 k 个的人得到的。
  // en: This is what one gets who always draws the first k.
  return Math.min(...losses.slice(0, k));
}

// zh: 九个学习率训练一个网络的损失；两份小的可以心算。
// en: Losses of a network at nine learning rates; the two short lists can be done in your head.
const nine = [0.22, 0.11, 0.013, 0.0035, 0.0022, 0.0013, 0.54, 0.58, 0.58];
check.close(expectedBest([1, 2], 1), 1.5, { tolerance: 1e-12, label: 'k = 1:' });
check.close(expectedBest([3, 1, 2], 2), 4 / 3, { tolerance: 1e-12, label: 'k = 2:' });
check.close(expectedBest([5, 5, 1], 2), 7 / 3, { tolerance: 1e-12, label: 'k = 2:' });
check.close(expectedBest(nine, 3), 2.1251 / 84, { tolerance: 1e-12, label: 'k = 3:' });
check.close(expectedBest(nine, 9), 0.0013, { tolerance: 1e-12, label: 'k = 9:' });
// zh: 最后是一份没见过的，与所有的抽法逐一列出来的平均相比。
// en: Last, losses not seen before, against the mean over every possible draw.
const random = new Random(freshSeed());
const fresh = Array.from({ length: 8 }, () => random.uniform());
const draws = (from: readonly number[], k: number): number[] =>
  k === 0
    ? [Infinity]
    : from.flatMap((x, i) => draws(from.slice(i + 1), k - 1).map((rest) => Math.min(x, rest)));
for (const k of [2, 5]) {
  const all = draws(fresh, k);
  const mean = all.reduce((sum, least) => sum + least, 0) / all.length;
  check.close(expectedBest(fresh, k), mean, { tolerance: 1e-9, label: `k = ${k}:` });
}
