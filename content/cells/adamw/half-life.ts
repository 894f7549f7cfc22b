import { Adam, AdamW, tensor } from 'optim';
import { check, display, table } from 'notebook';

// zh: 一个没有梯度的权重（例如从不出现的词），从 1 出发。η = 0.001，这是 Adam 的默认值。
// en: A weight without gradient, say of a word that never occurs, from 1. η = 0.001 is Adam's default.
const [lr, limit] = [0.001, 100_000];
const none = [tensor([1])];
const lambdas = [1e-4, 1e-2, 1e-1];

function stepsToHalf(Method: typeof Adam | typeof AdamW, weightDecay: number): number {
  const weights = tensor([1], [1]);
  const optimizer = new Method([weights], { lr, weightDecay });
  while (weights.data[0]! > 0.5 && optimizer.t < limit) optimizer.step(() => none);
  return weights.data[0]! > 0.5 ? Infinity : optimizer.t;
}
const l2 = lambdas.map((lambda) => stepsToHalf(Adam, lambda));
const decoupled = lambdas.map((lambda) => stepsToHalf(AdamW, lambda));
const predicted = lambdas.map((lambda) => Math.log(2) / (lr * lambda));
const shown = (steps: number) => (steps === Infinity ? '> 100,000' : steps);
const whole = (steps: number) => Math.round(steps).toLocaleString('en-US');
display(
  table({
    title: { zh: '多少步减掉一半', en: 'Steps until half is gone' },
    columns: [
      { label: 'λ', align: 'right' },
      { label: 'Adam + L2', align: 'right' },
      { label: 'AdamW', align: 'right' },
      { label: 'ln 2/(ηλ)', align: 'right' },
    ],
    rows: lambdas.map((lambda, k) => [
      lambda,
      shown(l2[k]!),
      shown(decoupled[k]!),
      whole(predicted[k]!),
    ]),
  }),
);
check.that(
  l2.every((steps) => Math.abs(steps - l2[0]!) <= 1 && steps < 600),
  {
    zh: 'Adam + L2：λ 相差一千倍，步数一样',
    en: 'Adam + L2: the same number of steps, with λ a thousandfold apart',
  },
  { 'λ = 1e−4': l2[0]!, 'λ = 0.1': l2[2]! },
);
check.close(decoupled[1]!, predicted[1]!, { relative: 1e-3, label: 'AdamW, λ = 0.01:' });
check.that(
  decoupled[0] === Infinity,
  {
    zh: 'AdamW，λ = 1e−4：十万步还没减掉一半',
    en: 'AdamW, λ = 1e−4: not half is gone after 100,000 steps',
  },
  { 'ln 2/(ηλ)': predicted[0]! },
);
