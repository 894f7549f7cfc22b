import { LARS, constant, cosine, type Schedule, type Tensor } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lines, lossCurve } from 'notebook';

const [steps, lr] = [300, 20];
const network = rescaledNetwork();
function descend(schedule: Schedule) {
  let before = [...network.start()[0]!.data];
  return minimize(network, (params) => new LARS(params), {
    steps,
    schedule,
    record: {
      // zh: 第一层这一步移动了自身的几分之几。
      // en: By what part of itself layer 1 moved in this step.
      moved: (_: LARS, params: readonly Tensor[]) => {
        const now = [...params[0]!.data];
        const part = Math.hypot(...now.map((w, i) => w - before[i]!)) / Math.hypot(...before);
        before = now;
        return part;
      },
    },
  });
}
const runs = { 'η = 20': descend(constant(lr)), cosine: descend(cosine(lr, { steps })) };
display(
  lossCurve(runs, {
    title: { zh: '固定的学习率到不了底', en: 'A constant rate does not get down' },
    labels: { cosine: { zh: '余弦', en: 'cosine' } },
  }),
  lines({
    title: { zh: '第一层每步移动的比例', en: 'The part of itself by which layer 1 moves' },
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: '‖Δθ‖ / ‖θ‖', log: true, domain: [1e-5, 0.1] },
    series: Object.entries(runs).map(([label, run]) => ({
      label: label === 'cosine' ? { zh: '余弦', en: 'cosine' } : label,
      optimizer: 'LARS',
      x: (run.state.moved ?? []).slice(1).map((_, k) => k + 1),
      y: (run.state.moved ?? []).slice(1),
    })),
  }),
);
const late = Object.values(runs).map(({ state }) => (state.moved ?? []).slice(-50));
const mean = late.map((parts) => parts.reduce((sum, part) => sum + part, 0) / parts.length);
check.that(
  mean[0]! > 0.01 && mean[1]! < mean[0]! / 20,
  {
    zh: '最后 50 步，第一层每步移动的比例',
    en: 'part of itself that layer 1 moves, last 50 steps',
  },
  { constant: mean[0]!, cosine: mean[1]! },
);
const [flat, falling] = Object.values(runs).map(({ losses }) => losses.at(-1) ?? NaN);
check.that(
  falling! < flat! / 5,
  { zh: '最后的损失', en: 'last loss' },
  { constant: flat!, cosine: falling! },
);
