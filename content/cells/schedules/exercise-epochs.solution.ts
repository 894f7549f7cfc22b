// zh: 写出“每 `every` 轮乘以 `factor`”的安排，`t` 是更新的序号，从 1 起；一轮有 ⌈N/B⌉ 步。
// en: Write “times `factor` after every `every` epochs” as a function of the update `t`, from 1; an epoch has ⌈N/B⌉ updates.
import { SGD } from 'optim';
import { minimize, quadratic, Random } from 'problems';
import { check, freshSeed } from 'notebook';

interface Plan {
  lr: number;
  N: number;
  B: number;
  every: number;
  factor: number;
}
function byEpochs({ lr, N, B, every, factor }: Plan): (t: number) => number {
  const perEpoch = Math.ceil(N / B);
  return (t) => lr * factor ** Math.floor((t - 1) / (perEpoch * every));
}

const random = new Random(freshSeed());
const plans: Plan[] = [
  { lr: 0.1, N: 1000, B: 100, every: 3, factor: 0.1 },
  { lr: 0.5, N: 1050, B: 100, every: 2, factor: 0.5 },
  { lr: 1, N: 7, B: 8, every: 10, factor: 0.3 },
  { lr: 0.3, N: 500 + random.integer(500), B: 30 + random.integer(60), every: 2, factor: 0.5 },
];
const bowl = quadratic({ eigenvalues: [1] });
for (const plan of plans) {
  const { lr, N, B, every, factor } = plan;
  // zh: 两重循环，照训练脚本的样子数。
  // en: Two loops, counted as a training script does.
  const expected: number[] = [];
  for (let epoch = 0; epoch < 3 * every; epoch++) {
    for (let first = 0; first < N; first += B) {
      expected.push(lr * factor ** Math.floor(epoch / every));
    }
  }
  const used: number[] = [];
  minimize(bowl, (params) => new SGD(params), {
    steps: expected.length,
    schedule: byEpochs(plan),
    onStep: (optimizer) => void used.push(optimizer.lr),
  });
  const wrong = expected.findIndex((rate, k) => Math.abs(used[k]! / rate - 1) > 1e-9);
  check.that(
    wrong < 0,
    {
      zh: `N = ${N}，B = ${B}：${expected.length} 步的学习率全对`,
      en: `N = ${N}, B = ${B}: right at all ${expected.length} updates`,
    },
    wrong < 0 ? {} : { t: wrong + 1, expected: expected[wrong]!, used: used[wrong]! },
  );
}
