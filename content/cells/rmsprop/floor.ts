import { RMSProp, cosine } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: L = ½θ²，没有噪声。η 不变，RMSProp 也停不下来。
// en: L = ½θ² without any noise. With a constant η, RMSProp does not come to rest even so.
const alpha = 0.9;
const bowl = quadratic({ eigenvalues: [1], start: [1.003] });
const steps = 1000;
const run = (lr: number, schedule?: (t: number) => number) =>
  minimize(bowl, (params) => new RMSProp(params, { lr, alpha }), {
    steps,
    ...(schedule && { schedule }),
  });
const runs = {
  'η = 0.1': run(0.1),
  'η = 0.01': run(0.01),
  'η = 0.1 → 0': run(0.1, cosine(0.1, { steps })),
};
display(
  lossCurve(runs, {
    title: { zh: '固定的 η：在 ±η/2 之间来回跳', en: 'A constant η: to and fro between ±η/2' },
    y: { domain: [1e-12, 1] },
  }),
);
for (const [name, lr] of [
  ['η = 0.1', 0.1],
  ['η = 0.01', 0.01],
] as const) {
  check.close(runs[name].losses.at(-1)!, lr ** 2 / 8, {
    relative: 0.01,
    label: { zh: `${name}，最后的损失 η²/8：`, en: `${name}, the last loss, η²/8:` },
  });
}
check.that(
  runs['η = 0.1 → 0'].losses.at(-1)! < 1e-8,
  { zh: 'η 降到 0，就停住了', en: 'with η going to 0 it does come to rest' },
  { loss: runs['η = 0.1 → 0'].losses.at(-1)! },
);
