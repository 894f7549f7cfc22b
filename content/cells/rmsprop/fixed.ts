import { AdaGrad, RMSProp } from 'optim';
import { cliff, minimize } from 'problems';
import { check, display, lines, lossCurve } from 'notebook';

const adagrad = (lr: number) =>
  minimize(cliff, (params) => new AdaGrad(params, { lr }), { steps: 500 });
const rmsprop = (lr: number) =>
  minimize(cliff, (params) => new RMSProp(params, { lr, alpha: 0.9 }), { steps: 500 });
const runs = { AdaGrad: adagrad(0.03), RMSProp: rmsprop(0.03) };
// zh: 然后各试同样的 31 个 η，每次 500 个梯度。
// en: Then both at the same 31 rates, 500 gradients each.
const rates = Array.from({ length: 31 }, (_, k) => 10 ** (-3 + k / 7.5));
const ends = { AdaGrad: rates.map(adagrad), RMSProp: rates.map(rmsprop) };
const last = (name: 'AdaGrad' | 'RMSProp') =>
  ends[name].map(({ losses }) => Math.max(losses.at(-1)!, 1e-12));
const methods = ['AdaGrad', 'RMSProp'] as const;
display(
  lossCurve(runs, { title: { zh: '同样的 η = 0.03', en: 'The same η = 0.03' } }),
  lines({
    title: { zh: '每个 η，500 步之后', en: 'After 500 steps, rate by rate' },
    series: methods.map((name) => ({ label: name, optimizer: name, x: rates, y: last(name) })),
    x: { label: 'η', log: true },
    y: { label: { zh: '损失（下限 1e−12）', en: 'loss (not below 1e−12)' }, log: true },
  }),
);
check.converges(runs.RMSProp, { below: 1e-3 });
check.that(
  runs.AdaGrad.losses.at(-1)! > 10,
  { zh: '同样的 η，AdaGrad 还在陡壁上', en: 'at that η, AdaGrad is still on the wall' },
  { loss: runs.AdaGrad.losses.at(-1)! },
);
// zh: 损失低于 0.01 的 η 从哪里开始？
// en: From which η on is the loss below 0.01?
const first = methods.map((name) => rates[last(name).findIndex((loss) => loss < 0.01)]!);
check.that(
  first[0]! > 20 * first[1]!,
  {
    zh: 'AdaGrad 也有走得到的 η，至少大 20 倍',
    en: 'AdaGrad has rates that arrive too, over 20 times as large',
  },
  { AdaGrad: first[0]!, RMSProp: first[1]! },
);
check.that(
  Math.min(...last('AdaGrad')) === 1e-12 && Math.min(...last('RMSProp')) > 1e-5,
  { zh: '调好之后，停得更稳的是 AdaGrad', en: 'tuned, it is AdaGrad that comes to rest' },
  { AdaGrad: Math.min(...last('AdaGrad')), RMSProp: Math.min(...last('RMSProp')) },
);
