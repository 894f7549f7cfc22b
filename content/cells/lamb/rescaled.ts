import { LAMB, cosine } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve, table } from 'notebook';

const [steps, scales] = [300, [1, 10, 50]];
const schedule = cosine(0.01, { steps });
const run = (c: number, eps: number) =>
  minimize(rescaledNetwork({ c }), (params) => new LAMB(params, { eps, weightDecay: 0 }), {
    steps,
    schedule,
  });
// zh: ε 不能真取 0：从不激活的神经元会算出 0/0。1e-30 只有这一个作用。
// en: ε cannot be 0: a neuron that is never active would give 0/0. That is all that 1e-30 is for.
const exact = scales.map((c) => run(c, 1e-30));
const usual = scales.map((c) => run(c, 1e-6));
const last = (runs: typeof exact) => runs.map(({ losses }) => losses.at(-1) ?? NaN);
display(
  lossCurve(Object.fromEntries(exact.map((each, k) => [`c = ${scales[k]}`, each])), {
    title: { zh: 'LAMB：三条曲线叠成一条', en: 'LAMB: three curves, one on top of the other' },
  }),
  table({
    title: { zh: '300 步后的损失', en: 'Loss after 300 steps' },
    columns: [{ label: 'c' }, { label: 'ε = 1e−30', digits: 8 }, { label: 'ε = 1e−6', digits: 5 }],
    rows: scales.map((c, k) => [c, last(exact)[k] ?? NaN, last(usual)[k] ?? NaN]),
  }),
);
const [one = NaN, ...others] = last(exact);
const gap = Math.max(...others.map((loss) => Math.abs(loss / one - 1)));
check.that(
  one < 0.004 && gap < 1e-3,
  {
    zh: 'ε 可以忽略：最后的损失相同，直到舍入被放大',
    en: 'ε out of the way: the same last loss, but for magnified rounding',
  },
  { loss: one, gap },
);
const [low, high] = [Math.min(...last(usual)), Math.max(...last(usual))];
check.that(
  high < 0.005 && high / low > 1.05,
  {
    zh: '默认的 ε：第一、二位数字上有差别',
    en: 'default ε: they differ in the first or second digit',
  },
  { low, high },
);
