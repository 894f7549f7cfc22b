import { LARS, Momentum } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve, slider } from 'notebook';

const lr = slider('η', { min: 0.1, max: 50, value: 2, log: true });
const trustCoefficient = slider('κ', { min: 1e-4, max: 1e-2, value: 1e-3, log: true });
const momentum = slider('μ', { min: 0, max: 0.99, value: 0.9, step: 0.01 });
// zh: c 取 2 的幂：乘以 2 的幂在计算机里没有舍入，路径可以逐位比较。
// en: c is a power of 2: such factors are exact in floating point, so that paths can be compared bit by bit.
const c = 2 ** slider('log₂ c', { min: -6, max: 6, value: 4, step: 1 });

const descend = (scale: number) =>
  minimize(
    rescaledNetwork({ c: scale }),
    (params) => new LARS(params, { lr, trustCoefficient, momentum, eps: 0 }),
    { steps: 100 },
  );
const [plain, rescaled] = [descend(1), descend(c)];
const other = minimize(
  rescaledNetwork({ c }),
  (params) => new Momentum(params, { lr: 0.05, momentum: 0.9 }),
  { steps: 100 },
);
display(
  lossCurve(
    { [`LARS, c = ${c}`]: rescaled, [`Momentum, η = 0.05, c = ${c}`]: other },
    { title: { zh: '损失', en: 'Loss' }, y: { domain: [1e-3, 10] } },
  ),
);
check.that(
  rescaled.losses.length === plain.losses.length &&
    rescaled.losses.every((loss, t) => Object.is(loss, plain.losses[t])),
  {
    zh: 'LARS：每一步的损失与 c = 1 时逐位相同',
    en: 'LARS: every loss is that of c = 1, bit for bit',
  },
  { c },
);
