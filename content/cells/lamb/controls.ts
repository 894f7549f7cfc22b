import { AdamW, LAMB, cosine } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve, slider } from 'notebook';

const steps = 100;
const lr = slider('η', { min: 0.002, max: 0.1, value: 0.02, log: true });
const beta1 = slider('β₁', { min: 0, max: 0.99, value: 0.9, step: 0.01 });
const beta2 = slider('β₂', { min: 0.5, max: 0.999, value: 0.999, step: 0.001 });
const c = 2 ** slider('log₂ c', { min: -6, max: 6, value: 4, step: 1 });
const schedule = cosine(lr, { steps });

const descend = (scale: number) =>
  minimize(
    rescaledNetwork({ c: scale }),
    (params) => new LAMB(params, { beta1, beta2, eps: 1e-100, weightDecay: 0 }),
    { steps, schedule },
  );
const [plain, rescaled] = [descend(1), descend(c)];
const other = minimize(
  rescaledNetwork({ c }),
  (params) => new AdamW(params, { beta1, beta2, weightDecay: 0 }),
  { steps, schedule },
);
display(
  lossCurve(
    { [`LAMB, c = ${c}`]: rescaled, [`AdamW, c = ${c}`]: other },
    { title: { zh: '损失', en: 'Loss' }, y: { domain: [1e-3, 10] } },
  ),
);
check.that(
  rescaled.losses.length === plain.losses.length &&
    rescaled.losses.every((loss, t) => Object.is(loss, plain.losses[t])),
  {
    zh: 'LAMB：每一步的损失与 c = 1 时逐位相同',
    en: 'LAMB: every loss is that of c = 1, bit for bit',
  },
  { c },
);
