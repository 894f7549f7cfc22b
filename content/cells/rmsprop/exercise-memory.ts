// zh: 梯度一直是 1，有一次是 S。此后第几个梯度起，步长不小于平时的一半？写出 `halfAt(S, alpha)`。
// en: Gradients of 1, and once S. After how many further ones is the step size at least half of normal? Write `halfAt(S, alpha)`.
import { RMSProp, tensor } from 'optim';
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

function halfAt(S: number, alpha: number): number {
  return Math.ceil((S * S - 1) * (1 - alpha));
}

function measured(S: number, alpha: number): number {
  const optimizer = new RMSProp([tensor([1])], { alpha });
  const v = optimizer.v[0]!.data;
  // zh: 已经走了很久：v = 1。
  // en: Long under way: v = 1.
  v[0] = 1;
  optimizer.step(() => [tensor([1], [S])]);
  while (Math.sqrt(1 / v[0]) < 0.5) optimizer.step(() => [tensor([1], [1])]);
  return optimizer.t - 1;
}
const random = new Random(freshSeed());
const cases: [S: number, alpha: number][] = [
  [10, 0.9],
  [100, 0.9],
  [1000, 0.9],
  [100, 0.99],
  [1000, 0.999],
  [20 + random.integer(500), 0.95],
];
for (const [S, alpha] of cases) {
  check.close(halfAt(S, alpha), measured(S, alpha), {
    tolerance: 0,
    label: `S = ${S}, α = ${alpha}:`,
  });
}
