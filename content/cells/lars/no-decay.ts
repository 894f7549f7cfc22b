import { LARS, Momentum, tensor, type Tensor } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve } from 'notebook';

const network = rescaledNetwork();
const descend = (make: (params: Tensor[]) => LARS | Momentum) =>
  minimize(network, make, { steps: 150 });
// zh: alwaysAdapt: false 是不少程序的默认行为：只有 weightDecay 不为 0，才用信任比。
// en: alwaysAdapt: false is what several programs do by default: the ratio only where weightDecay is not 0.
const off = descend((params) => new LARS(params, { lr: 1, alwaysAdapt: false }));
const tiny = descend(
  (params) => new LARS(params, { lr: 1, alwaysAdapt: false, weightDecay: 1e-12 }),
);
const on = descend((params) => new LARS(params, { lr: 1 }));
const momentum = descend((params) => new Momentum(params, { lr: 1, momentum: 0.9 }));
display(
  lossCurve(
    { 'weightDecay: 0': off, 'weightDecay: 1e-12': tiny },
    {
      title: { zh: 'alwaysAdapt: false，η = 1', en: 'alwaysAdapt: false, η = 1' },
      y: { domain: [1e-3, 1e6] },
    },
  ),
);
check.that(
  off.losses.length === momentum.losses.length &&
    off.losses.every((loss, t) => Object.is(loss, momentum.losses[t])),
  {
    zh: 'weightDecay 为 0：与学习率为 1 的动量逐位相同',
    en: 'weightDecay 0: momentum with a rate of 1, bit for bit',
  },
);
// zh: 权重全为 0 的网络永远回答 0。
// en: A network whose weights are all 0 always answers 0.
const silent = network.loss(network.start().map(({ shape }) => tensor(shape)));
check.close(off.losses.at(-1)!, silent, {
  relative: 1e-3,
  label: {
    zh: 'weightDecay 为 0：什么也没学到，损失与永远回答 0 一样：',
    en: 'weightDecay 0: nothing learnt, the loss of always answering 0:',
  },
});
const [least, most] = [tiny.losses.at(-1) ?? NaN, on.losses.at(-1) ?? NaN];
check.that(
  least < 0.05 && most < 0.05,
  {
    zh: '衰减 1e−12 或 alwaysAdapt：又是 LARS',
    en: 'a decay of 1e−12, or alwaysAdapt: LARS again',
  },
  { '1e−12': least, alwaysAdapt: most },
);
