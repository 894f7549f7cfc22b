import { SGD, tensor, type Tensor } from 'optim';
import { dogsAndCats, minimize } from 'problems';
import { bars, check, display, lines, slider } from 'notebook';

// zh: 1,000 只动物：是狗（0）还是猫（1）？每只只显出一种特征，常见程度各不相同。
// en: 1,000 animals: dog (0) or cat (1)? Each shows one of four signs, some common and some rare.
const problem = dogsAndCats();
const g = tensor([4]);
problem.gradient(problem.start(), [g], 1);

// zh: 记录每个权重走完的比例：现在的值除以最优值。
// en: Record how far each weight has come: its value over its best value.
const share =
  (j: number) =>
  (_: SGD, [w]: readonly Tensor[]) =>
    w!.data[j]! / problem.solution[j]!;
const run = (lr: number, steps: number) =>
  minimize(problem, (params) => new SGD(params, { lr }), {
    steps,
    record: { 0: share(0), 1: share(1), 2: share(2), 3: share(3) },
  }).state;

const lr = slider('η', { min: 0.5, max: 20, value: 2, step: 0.5 });
const state = run(lr, 200);
display(
  bars({
    title: { zh: '起点处每个权重分到的梯度', en: 'The gradient each weight gets at the start' },
    bars: problem.features.map((label, j) => ({ label, value: Math.abs(g.data[j]!) })),
    y: { label: '|g|' },
  }),
  lines({
    title: { zh: '每个权重走完了多少路', en: 'How far each weight has come' },
    series: problem.features.map((label, j) => ({ label, y: state[j]! })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '权重 / 最优权重', en: 'weight / best weight' }, domain: [0, 1.1] },
  }),
);
// zh: 步子小时，走完一半所需的步数与频率成反比：0.6 / 0.02 = 30 倍。
// en: With small steps, the steps to get half way are
// en: inverse to the frequency: 0.6 / 0.02 = 30 times as many.
const slow = run(0.2, 1500);
const half = (j: number) => slow[j]!.findIndex((value) => value > 0.5);
check.close(half(3) / half(0), problem.frequencies[0]! / problem.frequencies[3]!, {
  relative: 0.05,
  label: { zh: '“打呼噜”与“吠叫”的步数之比：', en: 'steps for “purrs” over steps for “barks”:' },
});
