import { LAMB, cosine } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines, slider } from 'notebook';

const [steps, layers] = [100, [0, 1, 2]];
const c = slider('c', { min: 1, max: 50, value: 10, step: 1 });
const descend = (scale: number) =>
  minimize(rescaledNetwork({ c: scale }), (w) => new LAMB(w, { eps: 1e-30, weightDecay: 0 }), {
    steps,
    schedule: cosine(0.01, { steps }),
    record: Object.fromEntries(
      layers.map((l) => [`${l}`, (optimizer: LAMB) => optimizer.trustRatio[l]?.data[0] ?? NaN]),
    ),
  });
const [plain, rescaled] = [descend(1), descend(c)];
const ratios = ({ state }: typeof plain) => layers.map((l) => (state[`${l}`] ?? []).slice(1));
const [before, after] = [ratios(plain), ratios(rescaled)];
const x = before[0]!.map((_, k) => k + 1);
display(
  lines({
    title: {
      zh: `信任比，c = 1 与 c = ${c}`,
      en: `The trust ratio at c = 1 and c = ${c}`,
    },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'r', log: true },
    series: layers.flatMap((l) => [
      { label: { zh: `第 ${l + 1} 层，c = 1`, en: `layer ${l + 1}, c = 1` }, x, y: before[l]! },
      {
        label: { zh: `第 ${l + 1} 层，c = ${c}`, en: `layer ${l + 1}, c = ${c}` },
        x,
        y: after[l]!,
        dash: true,
      },
    ]),
  }),
);
const off = (l: number, factor: number) =>
  Math.max(...before[l]!.map((r, t) => Math.abs(after[l]![t]! / r / factor - 1)));
check.that(
  off(0, c) < 1e-3 && off(1, 1 / c) < 1e-3 && off(2, 1) < 1e-3,
  {
    zh: '每一步：第一层的 r 乘 c，第二层除以 c，第三层不变（LARS 是 c²）',
    en: 'at every step: r of layer 1 times c, of layer 2 over c, of layer 3 the same (for LARS it is c²)',
  },
  { c },
);
check.that(
  before[0]![0]! > 0.5 && Math.max(...before.flat()) < 10 && Math.min(...before.flat()) > 0.1,
  { zh: 'c = 1 时，r 在', en: 'at c = 1, r lies between' },
  { min: Math.min(...before.flat()), max: Math.max(...before.flat()) },
);
