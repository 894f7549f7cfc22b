import { AdamW, cosine, type Tensor } from 'optim';
import { minimize, Network, Random, training } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 一层线性网络，拟合 y = 30 + x₁ − x₂。30 这个偏移只能由偏置来学。
// en: One linear layer for y = 30 + x₁ − x₂. Only the bias can learn the offset of 30.
const random = new Random(1);
const inputs = Array.from({ length: 2 * 50 }, () => random.normal());
const network = new Network({ inputs: 2, layers: [{ units: 1, activation: 'linear' }] });
const problem = training({
  name: 'offset',
  title: { zh: '有偏移的回归', en: 'Regression with an offset' },
  network,
  inputs,
  targets: Array.from({ length: 50 }, (_, i) => 30 + inputs[2 * i]! - inputs[2 * i + 1]!),
  loss: 'squares',
  initial: network.initial(1),
  batchSize: 10,
});
const options = { lr: 0.1, weightDecay: 0.1 };
const run = (make: (params: Tensor[]) => AdamW) =>
  minimize(problem, make, {
    steps: 2000,
    every: 10,
    schedule: cosine(options.lr, { steps: 2000 }),
    record: { bias: (_, [, biases]) => biases!.data[0]! },
  });
const all = run((params) => new AdamW(params, options));
const apart = run(
  ([weights, biases]) =>
    new AdamW([{ params: [weights!] }, { params: [biases!], weightDecay: 0 }], options),
);
const x = all.losses.map((_, k) => 10 * k);
display(
  lines({
    title: { zh: '偏置要去 30', en: 'The bias has to get to 30' },
    series: [
      { label: { zh: '全都衰减', en: 'all decay' }, x, y: all.state.bias! },
      { label: { zh: '偏置不衰减', en: 'no decay on the bias' }, x, y: apart.state.bias! },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'b' },
    rules: [{ y: 30 }, { y: 1 / options.weightDecay, label: '1/λ' }],
  }),
);
check.that(
  all.state.bias!.at(-1)! <= 10.01,
  { zh: '全都衰减：偏置过不了 1/λ = 10', en: 'all decay: the bias does not pass 1/λ = 10' },
  { bias: all.state.bias!.at(-1)!, loss: all.losses.at(-1)! },
);
check.close(apart.state.bias!.at(-1)!, 30, {
  tolerance: 0.1,
  label: { zh: '分了组：', en: 'in groups:' },
});
