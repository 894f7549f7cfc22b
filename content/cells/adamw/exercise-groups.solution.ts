// zh: 写出 `groups`：偏置（只有一个维度的张量）不衰减，权重矩阵照旧。
// en: Write `groups`: no decay on biases (tensors of one dimension), the usual decay on weight matrices.
import { AdamW, tensor, type Params, type AdamWOptions, type Tensor } from 'optim';
import { type Activation, Network, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function groups(params: Tensor[]): Params<AdamWOptions> {
  return [
    { params: params.filter(({ shape }) => shape.length > 1) },
    { params: params.filter(({ shape }) => shape.length === 1), weightDecay: 0 },
  ];
}

// zh: 参数全设为 1，梯度全为 0，走一步：剩下的就只有衰减。
// en: All parameters 1, all gradients 0, one step: what is left to see is the decay alone.
const layer = (units: number, activation: Activation) => ({ units, activation });
const units = 5 + new Random(freshSeed()).integer(20);
const networks = {
  [`2-${units}-3`]: new Network({
    inputs: 2,
    layers: [layer(units, 'relu'), layer(3, 'linear')],
  }),
  '3-1': new Network({ inputs: 3, layers: [layer(1, 'linear')] }),
  '1-12-1': new Network({ inputs: 1, layers: [layer(12, 'tanh'), layer(1, 'linear')] }),
  '4-8-8-2': new Network({
    inputs: 4,
    layers: [layer(8, 'relu'), layer(8, 'relu'), layer(2, 'linear')],
  }),
};
const [lr, weightDecay] = [0.1, 0.5];
for (const [name, network] of Object.entries(networks)) {
  const params = network.initial(1);
  for (const { data } of params) data.fill(1);
  const optimizer = new AdamW(groups(params), { lr, weightDecay });
  optimizer.step(() => optimizer.params.map(({ shape }) => tensor(shape)));
  const all = (matrices: boolean, value: number) =>
    params
      .filter(({ shape }) => shape.length > 1 === matrices)
      .every(({ data }) => data.every((w) => Math.abs(w - value) < 1e-12));
  check.that(all(true, 1 - lr * weightDecay) && optimizer.params.length === params.length, {
    zh: `${name}：权重都乘了 0.95`,
    en: `${name}: all weights times 0.95`,
  });
  check.that(all(false, 1), { zh: `${name}：偏置没有动`, en: `${name}: no bias has moved` });
}
