import { Adam, Adamax, tensor } from 'optim';
import { bars, check, display } from 'notebook';

// zh: 四串梯度，各 8,000 个；η = 1，记下走过的最长的一步。
// en: Four sequences of 8,000 gradients each; η = 1; note the longest step taken.
const count = 8000;
const sequence = (gradient: (back: number) => number) =>
  Array.from({ length: count }, (_, t) => gradient(count - 1 - t));
const cases = [
  { label: { zh: '恒定', en: 'steady' }, gradients: sequence(() => 1) },
  {
    label: { zh: '沉默之后一个尖峰', en: 'a spike after silence' },
    gradients: sequence((back) => (back ? 1e-9 : 1)),
  },
  {
    label: { zh: '每步大 11%', en: 'growing by 11% a step' },
    gradients: sequence((back) => (0.9 / 0.999) ** back + 1e-140),
  },
  {
    label: { zh: '每步小 0.1%', en: 'shrinking by 0.1% a step' },
    gradients: sequence((back) => 0.999 ** -back),
  },
];
const options = { lr: 1, eps: 0 };
const longest = (name: 'Adam' | 'Adamax', gradients: number[]) => {
  const weight = tensor([1]);
  const optimizer = name === 'Adam' ? new Adam([weight], options) : new Adamax([weight], options);
  let most = 0;
  for (const gradient of gradients) {
    const before = weight.data[0] ?? NaN;
    optimizer.step(() => [tensor([1], [gradient])]);
    most = Math.max(most, Math.abs((weight.data[0] ?? NaN) - before));
  }
  return most;
};
const found = cases.map(({ gradients }) => ({
  adam: longest('Adam', gradients),
  adamax: longest('Adamax', gradients),
}));
display(
  bars({
    title: { zh: '最长的一步', en: 'The longest step' },
    y: { label: { zh: '步长 / η', en: 'step / η' } },
    bars: cases.flatMap(({ label }, k) => [
      { label: 'Adam', optimizer: 'Adam', value: found[k]?.adam ?? NaN, group: label },
      { label: 'Adamax', optimizer: 'Adamax', value: found[k]?.adamax ?? NaN, group: label },
    ]),
  }),
);
check.that(
  Math.max(...found.map(({ adam }) => adam)) > 7,
  { zh: 'Adam 的一步可以超过 7 η', en: 'a step of Adam can exceed 7 η' },
  { spike: found[1]?.adam ?? NaN, growing: found[2]?.adam ?? NaN },
);
check.close(Math.max(...found.map(({ adamax }) => adamax)), 0.1 / (1 - 0.9 / 0.999), {
  relative: 1e-3,
  label: {
    zh: 'Adamax 最多 (1 − β₁)/(1 − β₁/β₂)：',
    en: 'Adamax at most (1 − β₁)/(1 − β₁/β₂):',
  },
});
