import { LAMB, cosine, tensor } from 'optim';
import { minimize, rescaledNetwork, type Problem } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 为了省通信，有的程序把所有参数接成一个长张量。损失和梯度都不变。
// en: To save communication some programs join all parameters into one long tensor. Loss and gradient stay.
function flattened(problem: Problem): Problem {
  const [parts, gradients] = [problem.start(), problem.start()];
  const size = parts.reduce((sum, { data }) => sum + data.length, 0);
  const each = (visit: (k: number, from: number, to: number) => void) =>
    parts.reduce(
      (from, { data }, k) => (visit(k, from, from + data.length), from + data.length),
      0,
    );
  const split = (flat: ArrayLike<number>) =>
    each((k, from, to) => parts[k]!.data.set(Array.prototype.slice.call(flat, from, to)));
  return {
    name: 'flattened',
    title: { zh: '一个长张量', en: 'One long tensor' },
    start: () => [
      tensor(
        [size],
        problem.start().flatMap(({ data }) => [...data]),
      ),
    ],
    loss(params) {
      split(params[0]!.data);
      return problem.loss(parts);
    },
    gradient(params, into, step) {
      split(params[0]!.data);
      problem.gradient(parts, gradients, step);
      each((k, from) => into[0]!.data.set(gradients[k]!.data, from));
    },
  };
}
const steps = 150;
const schedule = cosine(0.01, { steps });
const run = (problem: Problem) =>
  minimize(problem, (params) => new LAMB(params, { weightDecay: 0 }), { steps, schedule });
const layers = run(rescaledNetwork({ c: 50 }));
const flat = run(flattened(rescaledNetwork({ c: 50 })));
display(
  lossCurve(
    { layers, flat },
    {
      labels: {
        layers: { zh: '每层一个', en: 'one ratio per layer' },
        flat: { zh: '总共一个', en: 'one ratio for all' },
      },
      title: {
        zh: '每层一个信任比，或者总共一个，c = 50',
        en: 'A ratio per layer, or one for all, c = 50',
      },
    },
  ),
);
check.close(flat.losses[0]!, layers.losses[0]!, {
  relative: 1e-12,
  label: { zh: '起点的损失相同：', en: 'the same loss at the start:' },
});
const [a, b] = [layers, flat].map(({ losses }) => losses.at(-1)!);
check.that(a! < 0.2 && b! > 1, { zh: '最后的损失', en: 'last loss' }, { layers: a!, flat: b! });
