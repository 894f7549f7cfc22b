import { AdaGrad, SGD, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 一个从不出现的特征：损失的梯度恒为 0，只有 L2 正则的 λθ 在拉它。
// en: A feature that never turns up: the loss has gradient 0, only the L2 penalty λθ pulls.
const decays = [1e-1, 1e-3, 1e-6];
const zero = [tensor([1])];
function weights(make: (params: ReturnType<typeof tensor>[]) => AdaGrad | SGD): number[] {
  const params = [tensor([1], [1])];
  const optimizer = make(params);
  const w = [1];
  for (let t = 1; t <= 1000; t++) {
    optimizer.step(() => zero);
    w.push(params[0]!.data[0]!);
  }
  return w;
}
const lr = 0.01;
const adagrad = decays.map((weightDecay) => weights((p) => new AdaGrad(p, { lr, weightDecay })));
const sgd = decays.map((weightDecay) => weights((p) => new SGD(p, { lr, weightDecay })));
const figure = (name: string, runs: number[][]) =>
  lines({
    title: { zh: `${name}：从没用过的权重`, en: `${name}: a weight that was never used` },
    series: runs.map((y, k) => ({
      label: `λ = ${decays[k]!.toExponential().replace('-', '−')}`,
      y,
      dash: k > 0,
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ', domain: [0, 1] },
  });
display(figure('SGD', sgd), figure('AdaGrad', adagrad));

const [strong, , weak] = adagrad.map((w) => w.at(-1)!);
check.close(weak!, strong!, {
  tolerance: 1e-3,
  label: {
    zh: 'AdaGrad：λ 相差十万倍，结果一样',
    en: 'AdaGrad: λ differs by 10⁵, the end does not:',
  },
});
check.that(
  sgd[2]!.at(-1)! > 0.9999 && weak! < 0.5,
  {
    zh: 'λ = 1e−6：SGD 几乎不动，AdaGrad 减掉一半多',
    en: 'λ = 1e−6: SGD hardly moves, AdaGrad takes off over half',
  },
  { SGD: sgd[2]!.at(-1)!, AdaGrad: weak! },
);
