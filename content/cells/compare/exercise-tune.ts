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
  let spent = 0;
  const run: Try = (lr, steps) => {
    const result = minimize(problem, (params) => make(params, lr), { steps });
    spent += steps;
    return result;
  };
  const best = tune(run, rates, 1800);
  const label = { zh: `${name}，${title.zh}：`, en: `${name}, ${title.en}:` };
  check.close(best, expected, { tolerance: 0, label });
  check.that(
    spent === 1800,
    {
      zh: `${label.zh}1,800 次梯度，不多不少`,
      en: `${label.en} 1,800 gradients, no more, no less`,
    },
    { spent },
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
// zh: 再来一次假想的训练：最后的损失是随机的，每隔一个就发散。
// en: And a training that is made up: last losses at random, every second run diverged.
const random = new Random(freshSeed());
const last = rates.map(() => random.uniform());
const made: Try = (lr) => {
  const k = rates.indexOf(lr);
  const run = minimize(ravine, (params) => new SGD(params, { lr: 0 }), { steps: 1 });
  return { ...run, losses: [1, last[k]!], divergedAt: k % 2 ? 1 : null };
};
const least = rates
  .filter((_, k) => k % 2 === 0)
  .sort((a, b) => last[rates.indexOf(a)]! - last[rates.indexOf(b)]!);
check.close(tune(made, rates, 900), least[0]!, {
  tolerance: 0,
  label: { zh: '假想的训练：', en: 'made up:' },
});
