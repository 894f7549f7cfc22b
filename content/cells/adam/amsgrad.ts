import { Adam } from 'optim';
import { adamCounterExample, minimize } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 每三步：一次梯度 C = 10，两次梯度 −1。平均是 (10 − 2)/3 > 0，所以 x 应当往下走，到 −1。
// en: Every three steps: one gradient C = 10, two of −1. The mean (10 − 2)/3 is above 0, so x should go down, to −1.
const c = 10;
const short = 1 / (1 + c * c);
const run = (beta2: number, amsgrad: boolean) =>
  minimize(adamCounterExample({ c }), (params) => new Adam(params, { beta1: 0, beta2, amsgrad }), {
    steps: 20000,
    start: [0],
    every: 10,
    schedule: (t) => 0.1 / Math.sqrt(t),
    record: { x: (_, params) => params[0]?.data[0] ?? NaN },
  }).state.x ?? [];
const adam = run(short, false);
const amsgrad = run(short, true);
const patient = run(0.999, false);
const kept = adam.map((_, k) => k).filter((k) => k > 0 && (k < 100 || k % 20 === 0));
const at = (values: number[]) => kept.map((k) => values[k] ?? NaN);
const x = kept.map((k) => 10 * k);
display(
  lines({
    title: { zh: 'Adam 走反了，AMSGrad 没有', en: 'Adam goes the wrong way, AMSGrad does not' },
    x: { label: { zh: '步数', en: 'step' }, log: true },
    y: { label: 'x', domain: [-1.1, 1.1] },
    series: [
      { label: 'Adam, β₂ = 1/(1 + C²)', optimizer: 'Adam', x, y: at(adam) },
      { label: 'AMSGrad, β₂ = 1/(1 + C²)', optimizer: 'AMSGrad', x, y: at(amsgrad) },
      { label: 'Adam, β₂ = 0.999', x, y: at(patient), dash: true },
    ],
    rules: [{ y: -1, label: { zh: '最好', en: 'best' } }],
  }),
);
const last = (values: number[]) => values.at(-1) ?? NaN;
check.close(last(adam), 1, {
  tolerance: 0.01,
  label: { zh: 'Adam 走到 +1：', en: 'Adam goes to +1:' },
});
check.close(last(amsgrad), -1, {
  tolerance: 0.01,
  label: { zh: 'AMSGrad 走到 −1：', en: 'AMSGrad goes to −1:' },
});
check.close(last(patient), -1, {
  tolerance: 0.01,
  label: { zh: 'β₂ = 0.999 的 Adam 也走到 −1：', en: 'Adam with β₂ = 0.999 goes to −1 as well:' },
});
