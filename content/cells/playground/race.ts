import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD, type Tensor } from 'optim';
import { beale, centralDifferences, cliff, differenceError, minimize, noisy } from 'problems';
import { plateau, ravine, rosenbrock, saddle, surface, twoBasins } from 'problems';
import { check, display, lines, lossCurve, point, select, slider } from 'notebook';
import { table, toggle, trajectory } from 'notebook';

// zh: 自己的函数：改 f，再把下面的曲面选成“自己的”。梯度不用写，由中心差分求出。
// en: Your own function: change f and choose “your own” as the surface. Central differences give its gradient.
const own = surface({
  name: 'own',
  title: { zh: '自己的', en: 'Your own' },
  f: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
  start: [0, 0],
  x: [-5, 5],
  y: [-5, 5],
  log: true,
});
const surfaces = { ravine, rosenbrock, beale, saddle, plateau, twoBasins, cliff, own };
const options = {
  ravine: { zh: '峡谷', en: 'ravine' },
  rosenbrock: { zh: '弯谷', en: 'Rosenbrock’s valley' },
  beale: { zh: 'Beale 曲面', en: 'Beale’s surface' },
  saddle: { zh: '鞍点', en: 'saddle' },
  plateau: { zh: '平坦区', en: 'plateau' },
  twoBasins: { zh: '两个盆地', en: 'two basins' },
  cliff: { zh: '先陡后缓', en: 'steep, then gentle' },
  own: { zh: '自己的', en: 'your own' },
};
const chosen = select({ zh: '曲面', en: 'surface' }, { options, value: 'rosenbrock' });
const exact = surfaces[chosen];
const window = exact.surface!;
const place = options[chosen];
const start = point(
  { zh: `起点 · ${place.zh}`, en: `start · ${place.en}` },
  { x: window.x, y: window.y, value: [...exact.start()[0]!.data] },
);
const auto = toggle({ zh: '自动选学习率', en: 'automatic rates' }, { value: false });
const steps = slider({ zh: '步数', en: 'steps' }, { min: 10, max: 2000, value: 300, step: 10 });
const sigma = slider({ zh: '梯度噪声 σ', en: 'gradient noise σ' }, { min: 0, max: 2, value: 0 });
const problem = noisy(exact, { sigma, seed: 1 });

const momentum = slider('μ', { min: 0, max: 0.99, value: 0.9 });
const beta1 = slider('β₁', { min: 0, max: 0.99, value: 0.9 });
const beta2 = slider('β₂', { min: 0.5, max: 0.999, value: 0.999, step: 0.001 });
const weightDecay = slider('λ', { min: 0, max: 0.5, value: 0 });
// zh: 每一种的学习率，是在默认的曲面上还算合适的值。
// en: The rate of each is one that suits it on the surface shown at first.
const methods = {
  SGD: { on: true, lr: 1e-3, make: (w: Tensor[], lr: number) => new SGD(w, { lr, weightDecay }) },
  Momentum: {
    on: true,
    lr: 5e-4,
    make: (w: Tensor[], lr: number) => new Momentum(w, { lr, momentum, weightDecay }),
  },
  NAG: {
    on: false,
    lr: 5e-4,
    make: (w: Tensor[], lr: number) => new NAG(w, { lr, momentum, weightDecay }),
  },
  AdaGrad: {
    on: false,
    lr: 0.5,
    make: (w: Tensor[], lr: number) => new AdaGrad(w, { lr, weightDecay }),
  },
  RMSProp: {
    on: false,
    lr: 0.02,
    make: (w: Tensor[], lr: number) => new RMSProp(w, { lr, weightDecay }),
  },
  Adam: {
    on: true,
    lr: 0.1,
    make: (w: Tensor[], lr: number) => new Adam(w, { lr, beta1, beta2, weightDecay }),
  },
  AdamW: {
    on: false,
    lr: 0.1,
    make: (w: Tensor[], lr: number) => new AdamW(w, { lr, beta1, beta2, weightDecay }),
  },
  // zh: 两个数只算一层，所以 LARS 和 LAMB 只有一个信任比。
  // en: Two numbers are one layer: LARS and LAMB have a single trust ratio.
  LARS: {
    on: false,
    lr: 0.005,
    make: (w: Tensor[], lr: number) =>
      new LARS(w, { lr, momentum, weightDecay, trustCoefficient: 1 }),
  },
  LAMB: {
    on: false,
    lr: 0.05,
    make: (w: Tensor[], lr: number) => new LAMB(w, { lr, beta1, beta2, weightDecay }),
  },
};
const racing = Object.entries(methods).filter(([name, { on }]) => toggle(name, { value: on }));

// zh: 每种方法都试这 33 个学习率，看最后的损失；打开“自动选学习率”，就用其中最好的那个。
// en: Each method tries these 33 rates; with “automatic rates” on it races at the one with the least last loss.
const rates = Array.from({ length: 33 }, (_, k) => 10 ** (k / 8 - 4));
const race = racing.map(([name, { lr: value, make }]) => {
  const last = rates.map((lr) => {
    const { losses, divergedAt } = minimize(problem, (w) => make(w, lr), { steps, start });
    return divergedAt === null ? losses.at(-1)! : Infinity;
  });
  const best = rates[last.indexOf(Math.min(...last))]!;
  const label = `η · ${name}`;
  const lr = auto ? best : slider(label, { min: 1e-4, max: 1, value, log: true });
  const run = minimize(problem, (w) => make(w, lr), { steps, start });
  return { name, last, best, lr, run };
});
const runs = Object.fromEntries(race.map(({ name, run }) => [name, run]));
if (race.length > 0) {
  display(
    trajectory(exact, runs, { start }),
    lossCurve(runs),
    lines({
      title: { zh: `学习率不同，${steps} 步之后的损失`, en: `Loss after ${steps} steps, by rate` },
      x: { label: 'η', log: true },
      y: { label: { zh: '损失', en: 'loss' }, log: true },
      series: race.map(({ name, last }) => ({ label: name, optimizer: name, x: rates, y: last })),
    }),
    table({
      columns: [
        { label: '' },
        { label: 'η', align: 'right', digits: 3 },
        { label: { zh: '最后的损失', en: 'last loss' }, align: 'right', digits: 3 },
        { label: { zh: '最好的 η', en: 'best η' }, align: 'right', digits: 3 },
        { label: { zh: '用它的损失', en: 'loss with it' }, align: 'right', digits: 3 },
      ],
      rows: race.map(({ name, last, best, lr, run }) => {
        return [name, lr, run.losses.at(-1)!, best, Math.min(...last)];
      }),
    }),
  );
}

// zh: 梯度对不对？沿着每条路，与 f 的中心差分相比。
// en: Is the gradient right? Along every path it is compared with central differences of f.
const f = (x: number, y: number) => {
  const at = exact.start();
  at[0]!.data.set([x, y]);
  return exact.loss(at);
};
const slope = centralDifferences(f);
let [largest, distrust] = [0, 0];
for (const { run } of race) {
  for (const [k, x] of run.path!.x.entries()) {
    const y = run.path!.y[k]!;
    const [at, into] = [exact.start(), exact.start()];
    at[0]!.data.set([x, y]);
    exact.gradient(at, into, 1);
    const [dx, dy] = slope(x, y);
    const scale = Math.max(1, Math.hypot(dx, dy));
    if (!Number.isFinite(scale)) continue;
    const apart = Math.hypot(into[0]!.data[0]! - dx, into[0]!.data[1]! - dy);
    largest = Math.max(largest, apart / scale);
    distrust = Math.max(distrust, differenceError(f, x, y) / scale);
  }
}
check.that(largest < 1e-4 && distrust < 1e-4, {
  zh: `路上的梯度与中心差分相符（最多差 ${largest.toPrecision(2)}），差分本身也可信（最多差 ${distrust.toPrecision(2)}）`,
  en: `along the paths the gradient is that of central differences (within ${largest.toPrecision(2)}), which can be trusted (within ${distrust.toPrecision(2)})`,
});
