import { NAG, SGD } from 'optim';
import { minimize, nesterovWorstCase } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 201 个变量排成一条链，每个只与邻居相连。曲率都不超过 4，学习率取 1/4。
// en: 201 variables in a chain. No curvature is above 4, so the learning rate is 1/4.
const [n, lr, steps] = [201, 1 / 4, 100];
const problem = nesterovWorstCase({ n });

// zh: 动量系数随时间增长：走完 t 步之后取 (t − 1)/(t + 2)，从 0 走向 1。
// en: The momentum grows with time: after t steps it is (t − 1)/(t + 2), from 0 towards 1.
const gd = minimize(problem, (params) => new SGD(params, { lr }), { steps });
const nag = minimize(problem, (params) => new NAG(params, { lr, momentum: 0 }), {
  steps,
  onStep: ({ groups, t }) => (groups[0]!.options.momentum = (t - 1) / (t + 2)),
});

// zh: 保证是 2‖θ₀ − θ*‖² / (η(k + 1)²)。下界管住所有只沿着见过的梯度走的方法。
// en: The guarantee, 2‖θ₀ − θ*‖² / (η(k + 1)²). The floor is for all that move along gradients seen.
const distance = (n * (2 * n + 1)) / (6 * (n + 1));
const guarantee = (k: number) => (2 * distance) / (lr * (k + 1) ** 2);
const k = Array.from({ length: steps }, (_, i) => i + 1);
const curve = (label: { zh: string; en: string }, y: number[], optimizer?: string) =>
  optimizer ? { label, x: k, y, optimizer } : { label, x: k, y, dash: true };
display(
  lines({
    title: { zh: '最坏的二次函数', en: 'The worst quadratic' },
    series: [
      curve({ zh: '梯度下降', en: 'gradient descent' }, gd.losses.slice(1), 'SGD'),
      curve({ zh: 'NAG', en: 'NAG' }, nag.losses.slice(1), 'NAG'),
      curve({ zh: 'NAG 的保证', en: 'NAG’s guarantee' }, k.map(guarantee)),
      curve({ zh: '下界', en: 'floor' }, k.map(problem.lowerBound)),
    ],
    x: { label: { zh: '梯度次数 k', en: 'gradients k' }, log: true },
    y: { label: { zh: '损失', en: 'loss' }, log: true, domain: [0.001, 2] },
  }),
);
const at = (zh: string, en: string) => ({ zh: `k = 100，${zh}：`, en: `k = 100, ${en}:` });
check.close(gd.losses[100]!, 0.037, { relative: 0.02, label: at('梯度下降', 'gradient descent') });
check.close(nag.losses[100]!, 0.008, { relative: 0.02, label: at('NAG', 'NAG') });
check.close(problem.lowerBound(100), 0.0025, { relative: 0.02, label: at('下界', 'floor') });
check.that(
  k.every((t) => nag.losses[t]! > problem.lowerBound(t) && nag.losses[t]! < guarantee(t)),
  { zh: 'NAG 每一步都在下界与保证之间', en: 'NAG is between floor and guarantee at every step' },
);
