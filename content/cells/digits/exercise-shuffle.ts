// zh: 写出 `shuffled`：返回 0 到 n − 1 的一个随机排列，每一种排列的机会都相同。
// en: Write `shuffled`: a random order of 0 … n − 1, in which every order is equally likely.
import { Random } from 'problems';
import { bars, check, display, freshSeed } from 'notebook';

// zh: random.integer(k) 是 0 到 k − 1 的整数，机会均等。
// en: random.integer(k) is a whole number from 0 to k − 1, each equally likely.
function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  // zh: 每个位置都与一个随机的位置交换。看起来很乱，可是机会并不均等。
  // en: Every place is swapped with a random one. It looks random, but not all orders are equally likely.
  for (let i = 0; i < n; i++) {
    const j = random.integer(n);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

for (const [k, seed] of [7, freshSeed()].entries()) {
  const random = new Random(seed);
  const counts = new Map<string, number>();
  for (let time = 0; time < 60_000; time++) {
    const order = shuffled(3, random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  const orders = [...counts].toSorted(([a], [b]) => a.localeCompare(b));
  if (k === 0) {
    display(
      bars({
        title: { zh: '60,000 次里，每种排列出现几次', en: 'How often each order comes, of 60,000' },
        y: { label: { zh: '次数', en: 'times' } },
        bars: orders.map(([label, value]) => ({ label, value })),
      }),
    );
  }
  const times = orders.map(([, count]) => count);
  check.that(
    orders.length === 6 && times.every((count) => Math.abs(count - 10_000) < 500),
    {
      zh: `第 ${k + 1} 个种子：六种排列各约 10,000 次`,
      en: `seed ${k + 1}: each of six orders about 10,000 times`,
    },
    { min: Math.min(...times), max: Math.max(...times) },
  );
}
const long = shuffled(8000, new Random(3));
check.that(
  new Set(long).size === 8000 && long.every((k) => Number.isInteger(k) && k >= 0 && k < 8000),
  { zh: '8,000 张图，每张正好一次', en: '8,000 pictures, each exactly once' },
);
