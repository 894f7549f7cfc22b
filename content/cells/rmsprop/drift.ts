import { AdaGrad, RMSProp, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 最低点每步移动 0.01，梯度带 σ = 1 的噪声。返回每一步离它有多远。
// en: A minimum that moves by 0.01 a step; noise of deviation 1 on the gradient. Returns the distance to it.
function follow(Method: typeof AdaGrad | typeof RMSProp, lr: number, steps: number): number[] {
  const [w, g, random] = [tensor([1]), tensor([1]), new Random(1)];
  const optimizer = new Method([w], { lr });
  return Array.from({ length: steps }, (_, t) => {
    g.data[0] = w.data[0]! - 0.01 * t + random.normal();
    optimizer.step(() => [g]);
    return Math.abs(w.data[0]! - 0.01 * t);
  });
}
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
// zh: 两种方法都在前 1,000 步上，从同样 31 个 η 里选最好的；然后继续走到 50,000 步。
// en: Both are tuned on the first 1,000 steps, by the same 31 rates; then they go on to 50,000.
const rates = Array.from({ length: 31 }, (_, k) => 10 ** (-2 + k / 10));
const methods = { AdaGrad, RMSProp };
const runs = (['AdaGrad', 'RMSProp'] as const).map((name) => {
  const errors = rates.map((lr) => mean(follow(methods[name], lr, 1000)));
  const lr = rates[errors.indexOf(Math.min(...errors))]!;
  const distances = follow(methods[name], lr, 50_000);
  const y = Array.from({ length: 50 }, (_, k) => mean(distances.slice(1000 * k, 1000 * k + 1000)));
  return { name, lr, y };
});
display(
  lines({
    title: { zh: '最低点在移动：谁跟得上？', en: 'The minimum moves: who keeps up?' },
    series: runs.map(({ name, lr, y }) => ({
      label: `${name}, η = ${lr.toPrecision(2)}`,
      optimizer: name,
      x: y.map((_, k) => 1000 * (k + 1)),
      y,
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '每 1,000 步的平均距离', en: 'mean distance, by thousands of steps' } },
  }),
);
const [adagrad, rmsprop] = runs.map(({ y }) => y);
check.that(
  adagrad!.at(-1)! > 4 * adagrad![0]!,
  { zh: 'AdaGrad：落后越来越多', en: 'AdaGrad falls further and further behind' },
  { first: adagrad![0]!, last: adagrad!.at(-1)! },
);
check.that(
  Math.abs(rmsprop!.at(-1)! / rmsprop![0]! - 1) < 0.5,
  { zh: 'RMSProp：始终跟着', en: 'RMSProp keeps up' },
  { first: rmsprop![0]!, last: rmsprop!.at(-1)! },
);
