import { Momentum } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: relu(c·z) = c·relu(z)。第一层乘 c，第二层除以 c，网络算的仍是同一个函数。
// en: relu(c·z) = c·relu(z). Multiply layer 1 by c, divide layer 2 by c: the network computes the same function.
const scales = [1, 10, 50];
const networks = scales.map((c) => rescaledNetwork({ c }));
// zh: 0.05 是 c = 1 时一组学习率里最好的，见下文的“换尺度，换学习率”。
// en: 0.05 is the best of a grid of rates at c = 1: see “Another scale, another rate” below.
const runs = networks.map((network) =>
  minimize(network, (params) => new Momentum(params, { lr: 0.05, momentum: 0.9 }), { steps: 300 }),
);
display(
  lossCurve(Object.fromEntries(runs.map((run, k) => [`c = ${scales[k]}`, run])), {
    title: {
      zh: '同一个函数，同一个学习率，三种权重尺度',
      en: 'One function, one rate, three scales of its weights',
    },
  }),
);
const inputs = [0.3, -1, 0.5, 2];
const outputs = networks.map((network) => network.predict(network.start(), inputs)[0] ?? NaN);
check.close(outputs[2] ?? NaN, outputs[0] ?? NaN, {
  relative: 1e-12,
  label: { zh: 'c = 50 与 c = 1，起点的输出：', en: 'outputs at the start, c = 50 and c = 1:' },
});
const [one = NaN, ten = NaN] = runs.map((run) => run.losses.at(-1) ?? NaN);
check.that(
  one < 0.01 && ten > 1,
  {
    zh: '300 步后 c = 1 学会了，c = 10 没有',
    en: 'after 300 steps c = 1 has learnt, c = 10 has not',
  },
  { 'c = 1': one, 'c = 10': ten },
);
check.diverges(runs[2]!, { label: 'c = 50:' });
