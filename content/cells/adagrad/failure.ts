import { SGD } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 每一批三狗一猫。走 1,000 步，量最后 200 步里每个权重离它的最优值还差几成（均方根，10 个种子）。
// en: Each batch: three dogs, one cat. After 800 of 1,000 steps, how far is each weight off (RMS, 10 seeds)?
const rates = Array.from({ length: 17 }, (_, k) => 10 ** (-2 + k / 6));
const seeds = Array.from({ length: 10 }, (_, seed) => seed);
const { features, frequencies, solution } = dogsAndCats();

function errors(lr: number): number[] {
  const squares = features.map(() => 0);
  for (const seed of seeds) {
    minimize(dogsAndCats({ batchSize: 4, seed }), (params) => new SGD(params, { lr }), {
      steps: 1000,
      every: 1000,
      onStep({ t }, [w]) {
        if (t <= 800) return;
        solution.forEach((best, j) => (squares[j]! += (w!.data[j]! / best - 1) ** 2));
      },
    });
  }
  return squares.map((square) => Math.sqrt(square / (200 * seeds.length)));
}

const off = rates.map(errors);
const curve = (j: number) => off.map((row) => row[j]!);
display(
  lines({
    title: { zh: 'SGD：没有一个 η 对四个权重都合适', en: 'SGD: no η suits all four weights' },
    series: features.map((label, j) => ({ label, x: rates, y: curve(j) })),
    x: { label: 'η', log: true },
    y: { label: { zh: '相对误差', en: 'relative error' }, domain: [0, 1] },
  }),
);

const best = (j: number) => rates[curve(j).indexOf(Math.min(...curve(j)))]!;
const [barks, purrs] = [frequencies.indexOf(0.6), frequencies.indexOf(0.02)];
check.that(
  best(purrs) > 5 * best(barks),
  {
    zh: '“打呼噜”最合适的 η 比“吠叫”的大 5 倍以上',
    en: 'the best η for “purrs” is more than 5 times that for “barks”',
  },
  { barks: best(barks), purrs: best(purrs) },
);
const at = (j: number, lr: number) => curve(j)[rates.indexOf(lr)]!;
const least = at(barks, best(barks));
check.that(
  at(purrs, best(barks)) > 0.8,
  {
    zh: '用“吠叫”最好的 η，“打呼噜”差八成以上',
    en: 'with the best η for “barks”, “purrs” is off by over 80%',
  },
  { barks: least, purrs: at(purrs, best(barks)) },
);
check.that(
  at(barks, best(purrs)) > 3.5 * least,
  {
    zh: '用“打呼噜”最好的 η，“吠叫”的误差是自己最好时的 3.5 倍以上',
    en: 'with the best η for “purrs”, “barks” is off by over 3.5 times its least',
  },
  { times: at(barks, best(purrs)) / least },
);
const worst = Math.min(...off.map((row) => Math.max(...row)));
check.that(
  worst > 0.15,
  {
    zh: '哪个 η 都至少有一个权重差 15% 以上',
    en: 'at every η some weight is off by more than 15%',
  },
  { worst },
);
