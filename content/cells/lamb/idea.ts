import { AdamW, LAMB, LARS, type Optimizer, type Tensor } from 'optim';
import { rescaledNetwork } from 'problems';
import { bars, check, display, histogram } from 'notebook';

const network = rescaledNetwork({ c: 50 });
// zh: 走一步，返回每一层的位移。
// en: Take one step and return how each layer moved.
function moves(make: (params: Tensor[]) => Optimizer): number[][] {
  const [before, params, gradient] = [network.start(), network.start(), network.start()];
  network.gradient(params, gradient, 1);
  make(params).step(() => gradient);
  return params.map(({ data }, l) => [...data].map((w, i) => w - before[l]!.data[i]!));
}
const steps = {
  LARS: moves((params) => new LARS(params, { lr: 10 })),
  AdamW: moves((params) => new AdamW(params, { lr: 0.01, weightDecay: 0 })),
  LAMB: moves((params) => new LAMB(params, { lr: 0.01, weightDecay: 0 })),
};
const lengths = network.start().map(({ data }) => Math.hypot(...data));
const part = (name: keyof typeof steps) =>
  steps[name].map((move, l) => Math.hypot(...move) / lengths[l]!);
const sizes = (move: number[]) => move.map(Math.abs).filter((size) => size > 0);
const spread = (values: number[]) => Math.max(...values) / Math.min(...values);
display(
  bars({
    title: {
      zh: '层与层之间：一步走了自身的几分之几',
      en: 'Between layers: the step as a part of the layer',
    },
    y: { label: '‖Δθ‖ / ‖θ‖', log: true },
    bars: [0, 1, 2].flatMap((l) =>
      (['LARS', 'AdamW', 'LAMB'] as const).map((name) => ({
        label: name,
        group: { zh: `第 ${l + 1} 层`, en: `layer ${l + 1}` },
        optimizer: name,
        value: Number(part(name)[l]!.toPrecision(3)),
      })),
    ),
  }),
  histogram({
    title: { zh: '第三层之内：各个权重走了多远', en: 'Within layer 3: how far each weight moved' },
    x: { label: '|Δθᵢ|', log: true },
    bins: 24,
    series: (['LARS', 'LAMB'] as const).map((name) => ({
      label: name,
      optimizer: name,
      values: sizes(steps[name][2]!),
    })),
  }),
);
check.that(
  spread(part('AdamW')) > 1000 && spread(part('LARS')) < 1.001 && spread(part('LAMB')) < 1.001,
  { zh: '层与层之间，动得最多与最少之比', en: 'between layers, most over least' },
  { LARS: spread(part('LARS')), AdamW: spread(part('AdamW')), LAMB: spread(part('LAMB')) },
);
const within = (name: keyof typeof steps) => spread(sizes(steps[name][2]!));
check.that(
  within('LARS') > 10 && within('LAMB') < 1.01,
  { zh: '第三层之内，动得最多与最少之比', en: 'within layer 3, most over least' },
  { LARS: within('LARS'), LAMB: within('LAMB') },
);
