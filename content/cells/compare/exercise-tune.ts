// zh: 写一个公平的 `tune`：把 `budget` 次梯度平分给所有学习率，返回最后损失最小的那个。
// en: Write a fair `tune`: share the `budget` of gradients equally among the rates, return the one with the lowest last loss.
import { Adam, Momentum, type Optimizer, SGD, type Tensor } from 'optim';
import { beale, minimize, plateau, type Problem, Random, ravine, rosenbrock } from 'problems';
import { check, freshSeed } from 'notebook';

type Make = (params: Tensor[], lr: number) => Optimizer;

// zh: 用一个学习率跑 steps 个梯度。
// en: A run of `steps` gradients at one learning rate.
type Try = (lr: number, steps: number) => ReturnType<typeof minimize>;

function tune(run: Try, rates: readonly number[], budget: number): number {
  // zh: 第一个学习率拿走全部预算，只要它不发散，就是它了。
  // en: The first rate takes the whole budget and, unless it diverges, the prize.
  const first = rates[0]!;
  return run(first, budget).divergedAt === null ? first : rates[1]!;
}

const rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
type Title = { zh: string; en: string };
function test(problem: Problem, title: Title, name: string, make: Make, expected: number): void {
  const spent = rates.map(() => 0);
  const run: Try = (lr, steps) => {
    spent[rates.indexOf(lr)]! += steps;
    return minimize(problem, (params) => make(params, lr), { steps });
  };
  const best = tune(run, rates, 1800);
  const label = { zh: `${name}，${title.zh}：`, en: `${name}, ${title.en}:` };
  check.close(best, expected, { tolerance: 0, label });
  check.that(
    spent.every((steps) => steps === 200),
    {
      zh: `${name}，${title.zh}：每个学习率 200 次梯度，不多不少`,
      en: `${name}, ${title.en}: 200 gradients for each rate, no more, no less`,
    },
    { min: Math.min(...spent), max: Math.max(...spent) },
  );
}
const bent = { zh: '弯谷', en: 'Rosenbrock’s valley' };
test(ravine, { zh: '峡谷', en: 'ravine' }, 'SGD', (params, lr) => new SGD(params, { lr }), 0.01);
test(rosenbrock, bent, 'Momentum', (params, lr) => new Momentum(params, { lr }), 0.003);
test(rosenbrock, bent, 'Adam', (params, lr) => new Adam(params, { lr }), 1);
test(
  beale,
  { zh: 'Beale 曲面', en: 'Beale’s surface' },
  'SGD',
  (params, lr) => new SGD(params, { lr }),
  0.03,
);
test(
  plateau,
  { zh: '平坦区', en: 'plateau' },
  'Momentum',
  (params, lr) => new Momentum(params, { lr }),
  1,
);
// zh: 再来一次假想的训练：损失先降到 1 − last，最后是 last；每隔一个就发散，最后是 NaN 或 0.001。
// en: And a training that is made up: the loss dips to 1 − last and ends at last; every second run diverges and ends at NaN or 0.001.
const random = new Random(freshSeed());
const last = rates.map(
  (_, k) => [random.uniform(0.5, 1), NaN, random.uniform(0.5, 1), 0.001][k % 4]!,
);
const shares = rates.map(() => 0);
const made: Try = (lr, steps) => {
  const k = rates.indexOf(lr);
  shares[k]! += steps;
  const run = minimize(ravine, (params) => new SGD(params, { lr: 0 }), { steps: 1 });
  return { ...run, losses: [1, 1 - last[k]!, last[k]!], divergedAt: k % 2 ? 1 : null };
};
const least = Math.min(...last.filter((_, k) => k % 2 === 0));
check.close(tune(made, rates, 900), rates[last.indexOf(least)]!, {
  tolerance: 0,
  label: { zh: '假想的训练：', en: 'made up:' },
});
check.that(
  shares.every((steps) => steps === 100),
  { zh: '假想的训练：每个学习率 100 步', en: 'made up: 100 steps for each rate' },
  { min: Math.min(...shares), max: Math.max(...shares) },
);
