import { RMSProp } from 'optim';
import { minimize, twoBasins } from 'problems';
import { check, display, lines, trajectory } from 'notebook';

// zh: 起点就在深盆地里，离它的最低点 (−2, 0) 不远。η = 0.1，α = 0.999：记得久一些，v 才平稳。
// en: The start lies in the deep basin, near its minimum (−2, 0). η = 0.1; α = 0.999, a long memory, keeps v steady.
const lr = 0.1;
const run = minimize(twoBasins, (params) => new RMSProp(params, { lr, alpha: 0.999 }), {
  steps: 200,
  start: [-2.5, 1],
});
const x = run.path?.x ?? [];
const strides = x.slice(1).map((value, t) => Math.abs(value - (x[t] ?? NaN)) / lr);
display(
  trajectory(twoBasins, run, {
    title: {
      zh: '第一步就被踢进另一个盆地',
      en: 'The first step kicks it into the other basin',
    },
  }),
  lines({
    title: { zh: '每一步有多长（以 η 为单位）', en: 'How long each step is, in units of η' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '|Δx| / η' },
    series: [
      {
        label: 'RMSProp',
        optimizer: 'RMSProp',
        x: strides.slice(0, 20).map((_, t) => t + 1),
        y: strides.slice(0, 20),
        points: true,
      },
    ],
    rules: [{ y: 1, label: 'η' }],
  }),
);
check.close(strides[0] ?? NaN, 1 / Math.sqrt(1 - 0.999), {
  relative: 1e-3,
  label: { zh: '第一步 / η = 1/√(1 − α)：', en: 'first step / η = 1/√(1 − α):' },
});
check.that(
  (x.at(-1) ?? NaN) > 0.5,
  {
    zh: '200 步之后停在浅盆地里，没有回来',
    en: 'after 200 steps it sits in the shallow basin and has not come back',
  },
  { x: x.at(-1) ?? NaN, loss: run.losses.at(-1) ?? NaN },
);
