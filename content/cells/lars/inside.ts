import { LARS } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines, slider } from 'notebook';

const lr = 1;
const layers = [0, 1, 2];
const c = slider('c', { min: 1, max: 50, value: 10, step: 1 });
const descend = (scale: number) =>
  minimize(rescaledNetwork({ c: scale }), (params) => new LARS(params, { lr, eps: 0 }), {
    steps: 200,
    record: Object.fromEntries(
      layers.map((l) => [`${l}`, (optimizer: LARS) => optimizer.trustRatio[l]?.data[0] ?? NaN]),
    ),
  });
const [plain, rescaled] = [descend(1), descend(c)];
// zh: 第 t 步用的信任比，从第 1 步起。
// en: The ratio used in step t, from step 1 on.
const ratios = ({ state }: typeof plain) => layers.map((l) => (state[`${l}`] ?? []).slice(1));
const figure = (run: typeof plain, scale: number) =>
  lines({
    title: {
      zh: `每一层的信任比，c = ${scale}`,
      en: `The trust ratio of each layer, c = ${scale}`,
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'r', log: true, domain: [1e-6, 1e4] },
    series: ratios(run).map((y, l) => ({
      label: { zh: `第 ${l + 1} 层`, en: `layer ${l + 1}` },
      x: y.map((_, k) => k + 1),
      y,
    })),
  });
display(figure(plain, 1), figure(rescaled, c));

const [before, after] = [ratios(plain), ratios(rescaled)];
const off = (l: number, factor: number) =>
  Math.max(...before[l]!.map((r, t) => Math.abs(after[l]![t]! / r / factor - 1)));
check.that(
  off(0, c ** 2) < 1e-6 && off(1, c ** -2) < 1e-6 && off(2, 1) < 1e-6,
  {
    zh: '每一步都是：第一层的 r 乘以 c²，第二层除以 c²，第三层不变',
    en: 'at every step: r of layer 1 times c², of layer 2 over c², of layer 3 the same',
  },
  { c },
);
const first = before[0]!;
check.that(
  first[199]! > 4 * first[0]!,
  {
    zh: '梯度变小，信任比变大：第一层从头到尾',
    en: 'as gradients shrink ratios grow: layer 1, first and last',
  },
  { first: first[0]!, last: first[199]! },
);
