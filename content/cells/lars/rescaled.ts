import { LARS } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve, table } from 'notebook';

const scales = [1, 10, 50];
const run = (c: number, options: object) =>
  minimize(rescaledNetwork({ c }), (params) => new LARS(params, { lr: 1, ...options }), {
    steps: 300,
  });
const exact = scales.map((c) => run(c, { eps: 0 }));
const usual = scales.map((c) => run(c, {}));
const last = (runs: typeof exact) => runs.map(({ losses }) => losses.at(-1) ?? NaN);

display(
  lossCurve(Object.fromEntries(exact.map((each, k) => [`c = ${scales[k]}`, each])), {
    title: { zh: 'LARS：三条曲线叠成一条', en: 'LARS: three curves, one on top of the other' },
  }),
  table({
    title: { zh: '300 步后的损失', en: 'Loss after 300 steps' },
    columns: [{ label: 'c' }, { label: 'ε = 0', digits: 10 }, { label: 'ε = 1e−8', digits: 4 }],
    rows: scales.map((c, k) => [c, last(exact)[k] ?? NaN, last(usual)[k] ?? NaN]),
  }),
);
const [one, ...others] = exact.map(({ losses }) => losses);
const gap = Math.max(
  ...others.flatMap((losses) => losses.map((loss, t) => Math.abs(loss - one![t]!))),
);
check.that(
  gap < 1e-10,
  {
    zh: 'ε = 0：每一步的损失都相同，只差舍入',
    en: 'ε = 0: the same loss at every step, up to rounding',
  },
  { gap },
);
const [low, high] = [Math.min(...last(usual)), Math.max(...last(usual))];
check.that(
  high < 0.01 && high / low > 1.005 && high / low < 1.1,
  {
    zh: '默认的 ε：第二、三位数字上有差别',
    en: 'default ε: they differ in the second or third digit',
  },
  { low, high },
);
