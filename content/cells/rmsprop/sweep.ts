import { AdaGrad, RMSProp, type Tensor } from 'optim';
import { minimize, surface } from 'problems';
import { check, display, heatmap } from 'notebook';

// zh: 同样的缓坡，陡壁的斜率从 3 到 1000。
// en: The same gentle slope below walls of slope 3 to 1,000.
const slopes = Array.from({ length: 11 }, (_, i) => 3 * (1000 / 3) ** (i / 10));
const rates = Array.from({ length: 29 }, (_, i) => 10 ** (-2.5 + i / 7));
const wall = (S: number) =>
  surface({
    name: 'wall',
    title: { zh: '陡壁', en: 'Wall' },
    f: (x, y) =>
      S * (x > -3 ? 0 : x > -4 ? (x + 3) ** 2 / 2 : -3.5 - x) +
      Math.hypot(1, x - 3) -
      1 +
      (y * y) / 2,
    gradient: (x, y) => [(x - 3) / Math.hypot(1, x - 3) - S * Math.min(Math.max(-3 - x, 0), 1), y],
    start: [-5, 1],
    x: [-6, 5],
    y: [-2, 2],
  });
const sweep = (make: (lr: number) => (params: Tensor[]) => AdaGrad | RMSProp) =>
  slopes.map((S) => rates.map((lr) => minimize(wall(S), make(lr), { steps: 500 }).losses.at(-1)!));
const maps = {
  AdaGrad: sweep((lr) => (params) => new AdaGrad(params, { lr })),
  RMSProp: sweep((lr) => (params) => new RMSProp(params, { lr, alpha: 0.9 })),
};
for (const name of ['AdaGrad', 'RMSProp'] as const) {
  display(
    heatmap({
      title: name,
      x: { label: 'η', values: rates, log: true },
      y: { label: { zh: '陡壁的斜率', en: 'slope of the wall' }, values: slopes, log: true },
      values: maps[name].map((row) => row.map((loss) => Math.max(loss, 1e-6))),
      color: {
        label: { zh: '500 步后的损失', en: 'loss after 500 steps' },
        log: true,
        domain: [1e-5, 100],
      },
    }),
  );
}
// zh: 能把损失降到 0.1 以下的最小的 η。
// en: The least η that brings the loss below 0.1.
const least = (name: 'AdaGrad' | 'RMSProp', row: number) =>
  rates[maps[name][row]!.findIndex((loss) => loss < 0.1)]!;
const [first, last] = [0, slopes.length - 1];
check.that(
  least('AdaGrad', last) > 10 * least('AdaGrad', first),
  {
    zh: 'AdaGrad：壁更陡，η 得大 10 倍以上',
    en: 'AdaGrad: the steeper wall needs over 10 times the η',
  },
  { 'η(slope 3)': least('AdaGrad', first), 'η(slope 1000)': least('AdaGrad', last) },
);
check.that(
  least('RMSProp', last) < 2 * least('RMSProp', first),
  { zh: 'RMSProp：不到两倍', en: 'RMSProp: less than twice' },
  { 'η(slope 3)': least('RMSProp', first), 'η(slope 1000)': least('RMSProp', last) },
);
