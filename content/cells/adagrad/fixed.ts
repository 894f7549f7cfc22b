import { AdaGrad, SGD } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 和开头同样的批、同样的步数、同一组 η；只把 SGD 换成 AdaGrad。
// en: The batches, steps and rates of the first cell; only SGD gives way to AdaGrad.
const rates = Array.from({ length: 17 }, (_, k) => 10 ** (-2 + k / 6));
const { features, solution } = dogsAndCats();

function errors(Method: typeof AdaGrad | typeof SGD, lr: number): number[] {
  const squares = features.map(() => 0);
  for (let seed = 0; seed < 10; seed++) {
    minimize(dogsAndCats({ batchSize: 4, seed }), (params) => new Method(params, { lr }), {
      steps: 1000,
      every: 1000,
      onStep({ t }, [w]) {
        if (t <= 800) return;
        solution.forEach((best, j) => (squares[j]! += (w!.data[j]! / best - 1) ** 2));
      },
    });
  }
  return squares.map((square) => Math.sqrt(square / 2000));
}

// zh: 各取自己最好的 η：让最差的那个权重误差最小。
// en: Each at its own best η, the one whose worst weight is least wrong.
function tuned(Method: typeof AdaGrad | typeof SGD) {
  const all = rates.map((lr) => ({ lr, off: errors(Method, lr) }));
  const best = all.reduce((a, b) => (Math.max(...b.off) < Math.max(...a.off) ? b : a));
  return { all, best };
}
const [sgd, adagrad] = [tuned(SGD), tuned(AdaGrad)];
display(
  lines({
    title: { zh: 'AdaGrad：四个谷底靠到一起', en: 'AdaGrad: the four lowest points draw together' },
    series: features.map((label, j) => ({
      label,
      x: rates,
      y: adagrad.all.map(({ off }) => off[j]!),
    })),
    x: { label: 'η', log: true },
    y: { label: { zh: '相对误差', en: 'relative error' }, domain: [0, 1] },
  }),
);
features.forEach((_, j) =>
  check.that(
    adagrad.best.off[j]! < 0.85 * sgd.best.off[j]!,
    {
      zh: `第 ${j + 1} 个权重：误差比调好的 SGD 小 15% 以上`,
      en: `weight ${j + 1}: over 15% less error than tuned SGD`,
    },
    { SGD: sgd.best.off[j]!, AdaGrad: adagrad.best.off[j]! },
  ),
);
check.that(
  Math.max(...adagrad.best.off) < 0.12,
  { zh: '有一个 η，四个误差都小于 12%', en: 'at one η all four errors are below 12%' },
  { 'η (AdaGrad)': adagrad.best.lr, 'η (SGD)': sgd.best.lr },
);
const lowest = features.map(
  (_, j) => adagrad.all.reduce((a, b) => (b.off[j]! < a.off[j]! ? b : a)).lr,
);
const spread = Math.max(...lowest) / Math.min(...lowest);
check.that(
  spread < 2.5,
  { zh: '四个权重各自最好的 η，最大与最小之比', en: 'the best η of the four, greatest over least' },
  { spread },
);
