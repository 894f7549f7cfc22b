import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD, type Tensor } from 'optim';
import { minimize, sineNetwork } from 'problems';
import { check, display, lines, progress } from 'notebook';

// zh: 拟合 sin 3x 的网络，37 个权重，批量 8。九个学习率，从 0.001 到 10，各 400 次梯度。
// en: A network for sin 3x, 37 weights, batches of 8. Nine rates from 0.001 to 10, 400 gradients each.
const methods = { SGD, Momentum, NAG, AdaGrad, RMSProp, Adam, AdamW, LARS, LAMB };
const names = Object.keys(methods) as (keyof typeof methods)[];
const rates = Array.from({ length: 9 }, (_, k) => 10 ** (k / 2 - 3));
const problem = sineNetwork({ batchSize: 8, seed: 1 });
const start = problem.loss(problem.start());

// zh: 最后 80 步的平均损失；发散的，或者比起点还差的，记作起点的损失。
// en: The mean loss of the last 80 steps; what diverged or ended above its start counts as its start.
function trained(name: keyof typeof methods, lr: number): number {
  const options = name === 'LARS' ? { lr, trustCoefficient: 1 } : { lr };
  const make = (w: Tensor[]) => new methods[name](w, options);
  const { losses, divergedAt } = minimize(problem, make, { steps: 400, every: 20 });
  const mean = losses.slice(-5).reduce((sum, loss) => sum + loss / 5, 0);
  return divergedAt === null ? Math.min(mean, start) : start;
}
const results: number[][] = [];
for (const name of names) {
  results.push(rates.map((lr) => trained(name, lr)));
  await progress(results.length, names.length);
}
// zh: 随机试其中 k 个学习率，取最好的：它的几何平均，对所有取法。
// en: Try k of the rates at random and keep the best: its geometric mean over all ways to choose.
function afterTries(losses: number[], k: number): number {
  const sorted = losses.toSorted((a, b) => a - b);
  let [log, left] = [0, 1];
  for (const [j, loss] of sorted.entries()) {
    // zh: 前 j 个都没抽中，这个抽中了。
    // en: None of the first j was drawn, and this one is.
    const drawn = Math.min(1, k / (sorted.length - j));
    log += left * drawn * Math.log(loss);
    left *= 1 - drawn;
  }
  return Math.exp(log);
}
const tries = rates.map((_, k) => k + 1);
const loss = { label: { zh: '损失', en: 'loss' }, log: true };
const shown = (name: string) => ({ label: name, optimizer: name });
display(
  lines({
    title: { zh: '不同学习率下的损失', en: 'Loss against the learning rate' },
    x: { label: 'η', log: true },
    y: loss,
    series: names.map((name, k) => ({ ...shown(name), x: rates, y: results[k]!, points: true })),
  }),
  lines({
    title: { zh: '试过几个学习率之后的损失', en: 'Loss against how many rates were tried' },
    x: { label: { zh: '试过的学习率个数', en: 'rates tried' } },
    y: loss,
    series: names.map((name, k) => ({
      ...shown(name),
      x: tries,
      y: tries.map((count) => afterTries(results[k]!, count)),
      points: true,
    })),
  }),
);
const of = (name: (typeof names)[number], count: number) =>
  afterTries(results[names.indexOf(name)]!, count);
const order = (count: number) => names.toSorted((a, b) => of(a, count) - of(b, count));
check.that(
  order(9)[0] === 'AdaGrad' && order(9)[8] === 'SGD',
  { zh: '九个都试过：AdaGrad 第一，SGD 最后', en: 'all nine tried: AdaGrad first, SGD last' },
  { AdaGrad: of('AdaGrad', 9), Adam: of('Adam', 9), SGD: of('SGD', 9) },
);
check.that(
  tries.every((count) => order(count)[0] === 'AdaGrad'),
  { zh: '不论试几个，AdaGrad 都第一', en: 'however many are tried, AdaGrad is first' },
);
check.that(
  order(1)[1] === 'AdamW' && order(9)[4] === 'AdamW',
  {
    zh: '只试一个，AdamW 排第二；全试过，排第五',
    en: 'with one try AdamW is second, with nine it is fifth',
  },
  { one: of('AdamW', 1), nine: of('AdamW', 9) },
);
check.that(
  of('Adam', 9) < of('Momentum', 9) && of('Momentum', 9) < of('Adam', 3),
  {
    zh: '同样试九个，Adam 赢 Momentum；Adam 只许试三个，就输给它',
    en: 'with nine tries each Adam beats Momentum; allowed only three, it loses to it',
  },
  { 'Adam 9': of('Adam', 9), 'Momentum 9': of('Momentum', 9), 'Adam 3': of('Adam', 3) },
);
