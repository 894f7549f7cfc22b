import { LARS, SGD, type Optimizer, type Tensor } from 'optim';
import { rescaledNetwork } from 'problems';
import { bars, check, display } from 'notebook';

const length = ({ data }: Tensor) => Math.hypot(...data);
// zh: 走一步，看每一层移动了自身长度的几分之几。
// en: Take one step. By what part of its own length did each layer move?
function moved(c: number, make: (params: Tensor[]) => Optimizer): number[] {
  const network = rescaledNetwork({ c });
  const [before, params, gradient] = [network.start(), network.start(), network.start()];
  network.gradient(params, gradient, 1);
  make(params).step(() => gradient);
  return params.map(({ data }, l) => {
    const start = before[l]!;
    return Math.hypot(...data.map((w, i) => w - start.data[i]!)) / length(start);
  });
}
const sgd = (params: Tensor[]) => new SGD(params, { lr: 0.05 });
const lars = (params: Tensor[]) => new LARS(params, { lr: 1, eps: 0 });
const results = [1, 50].flatMap((c) => [
  { name: 'SGD', c, layers: moved(c, sgd) },
  { name: 'LARS', c, layers: moved(c, lars) },
]);
display(
  bars({
    title: { zh: '一步走了自身的几分之几', en: 'One step, as a part of the layer itself' },
    y: { label: '‖Δθ‖ / ‖θ‖', log: true },
    bars: [0, 1, 2].flatMap((l) =>
      results.map(({ name, c, layers }) => ({
        label: `${name}, c = ${c}`,
        group: { zh: `第 ${l + 1} 层`, en: `layer ${l + 1}` },
        optimizer: name,
        value: Number(layers[l]!.toPrecision(3)),
      })),
    ),
  }),
);
const spread = (layers: number[]) => Math.max(...layers) / Math.min(...layers);
const [sgd1, , sgd50] = results.map(({ layers }) => spread(layers));
check.that(
  sgd1! > 10 && sgd50! > 1e7,
  { zh: 'SGD 里动得最多与最少的层相差', en: 'SGD: the most moved layer over the least' },
  { 'c = 1': sgd1!, 'c = 50': sgd50! },
);
check.that(
  results.every(
    ({ name, layers }) => name !== 'LARS' || layers.every((x) => Math.abs(x - 1e-3) < 1e-12),
  ),
  {
    zh: 'LARS：每一层都恰好移动自身的千分之一',
    en: 'LARS: every layer moves by exactly a thousandth of itself',
  },
);
