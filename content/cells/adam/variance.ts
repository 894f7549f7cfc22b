import { RAdam, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 4,000 次独立的训练，梯度都是 N(0, 1)。第 t 步的 1/√v̂ 本该是 1，实际差多少？
// en: 4,000 independent runs whose gradients are all N(0, 1). At step t, 1/√v̂ ought to be 1; how far off is it?
const [runs, steps, beta2] = [4000, 200, 0.999];
const [sum, squares] = [new Float64Array(steps), new Float64Array(steps)];
for (let run = 0; run < runs; run++) {
  const random = new Random(9, run);
  let v = 0;
  for (let t = 1; t <= steps; t++) {
    v = beta2 * v + (1 - beta2) * random.normal() ** 2;
    const factor = 1 / Math.sqrt(v / (1 - beta2 ** t));
    sum[t - 1]! += factor / runs;
    squares[t - 1]! += factor ** 2 / runs;
  }
}
const spread = Array.from(squares, (value, k) => Math.sqrt(value - (sum[k] ?? NaN) ** 2));
// zh: RAdam 的系数 c：梯度恒为 1 时，它每步走 c·η。
// en: RAdam’s factor c: with a gradient that is always 1 it steps by c·η.
const weight = tensor([1]);
const optimizer = new RAdam([weight], { lr: 1, beta1: 0, beta2, eps: 0 });
const c = spread.map(() => {
  const before = weight.data[0] ?? NaN;
  optimizer.step(() => [tensor([1], [1])]);
  return before - (weight.data[0] ?? NaN);
});
const t = spread.map((_, k) => k + 1);
const from = 5;
display(
  lines({
    title: {
      zh: '开头的分母不可信；c 正好把它压平',
      en: 'Early denominators are not to be trusted; c levels them',
    },
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y: { label: { zh: '标准差', en: 'standard deviation' }, log: true },
    series: [
      { label: '1/√v̂', optimizer: 'Adam', x: t.slice(1), y: spread.slice(1) },
      {
        label: 'c/√v̂',
        optimizer: 'RAdam',
        x: t.slice(from),
        y: t.slice(from).map((_, k) => (c[k + from] ?? NaN) * (spread[k + from] ?? NaN)),
      },
    ],
    rules: [{ y: 1 / Math.sqrt(2 * 1999), label: '1/√(2ρ∞)' }],
  }),
);
check.that(
  (spread[0] ?? NaN) > 10 && (spread[4] ?? NaN) > 0.4,
  {
    zh: '前 5 步，1/√v̂ 的标准差在 0.4 以上',
    en: 'over the first 5 steps 1/√v̂ has a standard deviation above 0.4',
  },
  { 't = 1': spread[0] ?? NaN, 't = 5': spread[4] ?? NaN, 't = 200': spread[199] ?? NaN },
);
check.that(
  t.every(
    (step) =>
      step < 20 ||
      Math.abs((c[step - 1] ?? NaN) * (spread[step - 1] ?? NaN) * Math.sqrt(3998) - 1) < 0.1,
  ),
  {
    zh: '从第 20 步起，乘上 c 之后的标准差与 1/√(2ρ∞) 相差不到 10%',
    en: 'from step 20 on, times c it is within 10% of 1/√(2ρ∞)',
  },
);
