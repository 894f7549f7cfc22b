import { RMSProp, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 梯度恒为 0.1：方差 v − ḡ² 按 αᵗ 趋于 0，只剩舍入误差，可正可负。
// en: The gradient is always 0.1: the variance v − ḡ² goes to 0 like αᵗ, and rounding may make it negative.
function steps(epsInsideRoot: boolean): number[] {
  const w = tensor([1]);
  const optimizer = new RMSProp([w], { lr: 1, centered: true, epsInsideRoot });
  const gradient = tensor([1], [0.1]);
  return Array.from({ length: 4000 }, () => {
    const before = w.data[0]!;
    optimizer.step(() => [gradient]);
    return before - w.data[0]!;
  });
}
const [outside, inside] = [steps(false), steps(true)];
const at = (values: number[]) => values.filter((_, t) => t % 5 === 0);
const x = at(outside.map((_, t) => t + 1));
display(
  lines({
    title: { zh: '方向太确定，步子就失控', en: 'Too sure of the direction, out of control' },
    series: [
      { label: { zh: 'ε 在根号外', en: 'ε outside the root' }, x, y: at(outside) },
      { label: { zh: 'ε 在根号里', en: 'ε inside the root' }, x, y: at(inside), dash: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '步长 / η', en: 'step / η' }, log: true },
  }),
);
const firstNaN = outside.findIndex(Number.isNaN) + 1;
check.that(
  outside[1999]! > 1000 && firstNaN > 0,
  {
    zh: 'ε 在外：步长先过 1000 倍 η，然后成了 NaN',
    en: 'ε outside: steps of over 1,000 η, then NaN',
  },
  { 'step(2000)': outside[1999]!, 'first NaN': firstNaN },
);
check.close(inside.at(-1)!, 0.1 / Math.sqrt(1e-8), {
  relative: 1e-3,
  label: { zh: 'ε 在里：封顶于 g/√ε：', en: 'ε inside: never above g/√ε:' },
});
