import { Momentum, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines, slider } from 'notebook';

const momentum = slider('μ', { min: 0, max: 0.95, value: 0.9, step: 0.01 });
// zh: 真正的梯度是 1，每个小批量给出的是 1 加上标准差为 1 的噪声。η = 0：参数不动，只看平均。
// en: The true gradient is 1; each mini-batch gives 1 plus noise of deviation 1. η = 0: only the average moves.
const optimizer = new Momentum([tensor([1])], { lr: 0, momentum, form: 'ema' });
const random = new Random(1);
const [gradients, averages]: [number[], number[]] = [[], []];
for (let t = 0; t < 20_000; t++) {
  const g = 1 + random.normal();
  optimizer.step(() => [tensor([1], [g])]);
  gradients.push(g);
  averages.push(optimizer.m[0]?.data[0] ?? NaN);
}
display(
  lines({
    title: {
      zh: '小批量的梯度，和它的滑动平均',
      en: 'Mini-batch gradients and their moving average',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '梯度', en: 'gradient' } },
    series: [
      { label: 'g', y: gradients.slice(0, 200), dash: true },
      { label: 'm', optimizer: 'Momentum', y: averages.slice(0, 200) },
    ],
    rules: [{ y: 1 }],
  }),
);
// zh: 起步的一段不算，之后的方差。
// en: The variance, leaving out the beginning.
function variance(values: number[]): number {
  const late = values.slice(1000);
  const mean = late.reduce((sum, value) => sum + value, 0) / late.length;
  return late.reduce((sum, value) => sum + (value - mean) ** 2, 0) / late.length;
}
check.close(variance(averages) / variance(gradients), (1 - momentum) / (1 + momentum), {
  relative: 0.15,
  label: { zh: '方差缩小到 (1 − μ) / (1 + μ)：', en: 'variance shrinks to (1 − μ) / (1 + μ):' },
});
