import { RMSProp, RMSPropTF, type Tensor } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 一只平缓的碗，同样的 η、α、ε。PyTorch 的 v 从 0 开始，TensorFlow 1 的从 1 开始。
// en: A gentle bowl, the same η, α, ε. PyTorch starts v from 0, TensorFlow 1 from 1.
const bowl = quadratic({ eigenvalues: [0.001], start: [1] });
const options = { lr: 0.01, alpha: 0.9, eps: 1e-10 };
const path = (make: (params: Tensor[]) => RMSProp | RMSPropTF) =>
  minimize(bowl, make, { steps: 250, record: { θ: (_, [w]) => w!.data[0]! } }).state.θ!;
const torch = path((params) => new RMSProp(params, options));
const tensorflow = path((params) => new RMSPropTF(params, options));
// zh: 搬家的正确办法：ε 放进根号，v 从 1 开始。
// en: How to move house: ε inside the root, and v from 1.
const ported = path((params) => {
  const optimizer = new RMSProp(params, { ...options, epsInsideRoot: true });
  for (const { data } of optimizer.v) data.fill(1);
  return optimizer;
});
display(
  lines({
    title: { zh: '同样的超参数，两个优化器', en: 'The same numbers, two optimizers' },
    series: [
      { label: 'PyTorch', y: torch },
      { label: 'TensorFlow 1', y: tensorflow },
      {
        label: { zh: 'PyTorch，照 TF 的起点', en: 'PyTorch, started like TF' },
        y: ported,
        dash: true,
      },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ' },
  }),
);
check.close(1 - torch[1]!, 0.01 / Math.sqrt(0.1), {
  relative: 1e-3,
  label: { zh: 'PyTorch 第一步 η/√(1 − α)：', en: 'PyTorch, first step, η/√(1 − α):' },
});
check.close(1 - tensorflow[1]!, (0.01 * 0.001) / Math.sqrt(0.9), {
  relative: 1e-3,
  label: { zh: 'TF 第一步 ηg/√α：', en: 'TF, first step, ηg/√α:' },
});
check.that(
  torch[100]! < 0.1 && tensorflow[100]! > 0.9,
  {
    zh: '100 步之后：一个快到了，一个还没动身',
    en: 'at step 100 one is nearly there, one has hardly left',
  },
  { PyTorch: torch[100]!, 'TensorFlow 1': tensorflow[100]! },
);
const gap = Math.max(...ported.map((x, t) => Math.abs(x - tensorflow[t]!)));
check.that(
  gap < 1e-9,
  { zh: '照 TF 的起点，就是同一条路', en: 'started like TF, it is the same path' },
  { gap },
);
