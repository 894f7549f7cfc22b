import { Momentum, tensor } from 'optim';
import { check, display, lines, slider } from 'notebook';

const momentum = slider('μ', { min: 0, max: 0.98, value: 0.9, step: 0.01 });
const steps = 400;

// zh: 两个梯度信号：沿着谷底，总是 1；横穿峡谷，+1 和 −1 交替。η = 0：参数不动，只看 m。
// en: Two gradient signals: along the valley always 1; across it +1 and −1 in turn. η = 0: only m moves.
const along = [0];
const across = [0];
const optimizer = new Momentum([tensor([2])], { lr: 0, momentum });
for (let t = 1; t <= steps; t++) {
  optimizer.step(() => [tensor([2], [1, t % 2 ? 1 : -1])]);
  const [first = NaN, second = NaN] = optimizer.m[0]?.data ?? [];
  along.push(first);
  across.push(second);
}
display(
  lines({
    title: {
      zh: '同样大小的梯度，累加之后差很多',
      en: 'Gradients of one size, very different sums',
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'm' },
    series: [
      {
        label: { zh: '沿谷底：方向一致', en: 'along: always the same way' },
        y: along.slice(0, 61),
      },
      {
        label: { zh: '横穿峡谷：来回变号', en: 'across: back and forth' },
        y: across.slice(0, 61),
        dash: true,
      },
    ],
    rules: [{ y: 1 / (1 - momentum), label: '1 / (1 − μ)' }],
  }),
);
const size = (values: number[]) => Math.abs(values.at(-1) ?? NaN);
check.close(size(along), 1 / (1 - momentum), {
  relative: 1e-3,
  label: { zh: '一致的梯度放大到 1 / (1 − μ)：', en: 'a steady gradient grows to 1 / (1 − μ):' },
});
check.close(size(across), 1 / (1 + momentum), {
  relative: 1e-3,
  label: { zh: '交替的梯度缩小到 1 / (1 + μ)：', en: 'an alternating one shrinks to 1 / (1 + μ):' },
});
