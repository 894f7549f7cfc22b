import { AdamW } from 'optim';
import { linearRegression, minimize, type Run } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 手写的衰减：先走一步不带衰减的 AdamW，再乘以一个因子。η = 0.01，λ = 0.05。
// en: Decay by hand: a step of AdamW without decay, then a factor on the weights. η = 0.01, λ = 0.05.
const problem = linearRegression({ batchSize: 20, seed: 1 });
const [lr, lambda, steps] = [0.01, 0.05, 1000];
const byHand = (factor: number): Run =>
  minimize(problem, (params) => new AdamW(params, { lr, weightDecay: 0 }), {
    steps,
    every: 5,
    onStep: (_, [weights]) => weights!.data.forEach((w, j, all) => (all[j] = w * factor)),
  });
const runs = {
  AdamW: minimize(problem, (params) => new AdamW(params, { lr, weightDecay: lambda }), {
    steps,
    every: 5,
  }),
  '× (1 − ηλ)': byHand(1 - lr * lambda),
  '× (1 − λ)': byHand(1 - lambda),
};
display(
  lossCurve(runs, {
    title: { zh: '忘了乘 η，权重离不开 0', en: 'Without η, the weights cannot leave 0' },
    log: false,
  }),
);
const [library, right, wrong] = Object.values(runs).map(({ params }) => params[0]!.data);
const gap = Math.max(...library!.map((w, j) => Math.abs(w - right![j]!)));
check.that(
  gap < 1e-4,
  { zh: '先走后乘 1 − ηλ：与 AdamW 几乎一样', en: 'step, then times 1 − ηλ: nearly AdamW' },
  { gap },
);
const size = Math.max(...wrong!.map(Math.abs));
check.that(
  size < 0.2,
  { zh: '乘 1 − λ：每个权重都过不了 η/λ = 0.2', en: 'times 1 − λ: no weight gets past η/λ = 0.2' },
  { size },
);
