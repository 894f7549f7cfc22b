// zh: 从 losses 里随机试 k 个（不重复），留下最小的。写出它的期望，要精确，不要抽样。
// en: Try k of the losses at random, none twice, and keep the least. Return its expectation: exact, no sampling.
import { check } from 'notebook';

function expectedBest(losses: readonly number[], k: number): number {
  const sorted = losses.toSorted((a, b) => a - b);
  const n = sorted.length;
  // zh: 最小的那个抽中的概率是 k / n；没抽中，就在剩下的 n − 1 个里接着看下一个。
  // en: The least is drawn with probability k / n; if not, look at the next among the n − 1 left.
  let [expectation, left] = [0, 1];
  for (const [j, loss] of sorted.entries()) {
    const drawn = Math.min(1, k / (n - j));
    expectation += left * drawn * loss;
    left *= 1 - drawn;
  }
  return expectation;
}

// zh: 九个学习率训练一个网络的损失；两份小的可以心算。
// en: Losses of a network at nine learning rates; the two short lists can be done in your head.
const nine = [0.22, 0.11, 0.013, 0.0035, 0.0022, 0.0013, 0.54, 0.58, 0.58];
check.close(expectedBest([1, 2], 1), 1.5, { tolerance: 1e-12, label: 'k = 1:' });
check.close(expectedBest([3, 1, 2], 2), 4 / 3, { tolerance: 1e-12, label: 'k = 2:' });
check.close(expectedBest([5, 5, 1], 2), 7 / 3, { tolerance: 1e-12, label: 'k = 2:' });
check.close(expectedBest(nine, 3), 2.1251 / 84, { tolerance: 1e-12, label: 'k = 3:' });
check.close(expectedBest(nine, 9), 0.0013, { tolerance: 1e-12, label: 'k = 9:' });
