// zh: 写出 `shuffled`：返回 0 到 n − 1 的一个随机排列，每一种排列的机会都相同。
// en: Write `shuffled`: a random order of 0 … n − 1, in which every order is equally likely.
import { Random } from 'problems';
import { bars, check, display, freshSeed } from 'notebook';

// zh: random.integer(k) 是 0 到 k − 1 的整数，机会均等。
// en: random.integer(k) is a whole number from 0 to k − 1, each equally likely.
function shuffled(n: number, random: Random): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.integer(i + 1);
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
// zh: 照剧本抽数的 Random：让每一次抽取依次取遍所有的值，把每一种抽法都走一遍。
// en: A Random that draws by a script: it goes through all values of every draw, and so through every course.
class Scripted extends Random {
  readonly script: { value: number; below: number }[] = [];
  private at = 0;
  override integer(below: number): number {
    // zh: 抽了 40 次还没完的，不再记录。
    // en: What has not ended after 40 draws is no longer recorded.
    if (this.at === 40) return super.integer(below);
    const draw = (this.script[this.at++] ??= { value: 0, below });
    return draw.value;
  }
  next(): boolean {
    this.at = 0;
    while (this.script.length && this.script.at(-1)!.value === this.script.at(-1)!.below - 1) {
      this.script.pop();
    }
    if (this.script.length) this.script.at(-1)!.value++;
    return this.script.length > 0;
  }
}
for (const n of [2, 3, 4]) {
  const random = new Scripted(1);
  const chances = new Map<string, number>();
  let courses = 0;
  do {
    const order = shuffled(n, random).join('');
    const chance = random.script.reduce((product, { below }) => product / below, 1);
    chances.set(order, (chances.get(order) ?? 0) + chance);
    courses++;
  } while (courses < 600_000 && random.next());
  const orders = [1, 1, 2, 6, 24][n]!;
  const each = [...chances.values()];
  const fair = each.every((chance) => Math.abs(chance - 1 / orders) < 1e-9);
  check.that(
    each.length === orders && fair,
    {
      zh: `n = ${n}，random.integer 的每一种抽法：${orders} 种排列的机会完全相同`,
      en: `n = ${n}, all that random.integer can draw: ${orders} orders, exactly equal chances`,
    },
    { courses, min: Math.min(...each), max: Math.max(...each) },
  );
  if (!fair) break;
}
const long = shuffled(8000, new Random(3));
check.that(
  new Set(long).size === 8000 && long.every((k) => Number.isInteger(k) && k >= 0 && k < 8000),
  { zh: '8,000 张图，每张正好一次', en: '8,000 pictures, each exactly once' },
);
