import { SGD } from 'optim';
import { minimize, type Run, sharpness, sineNetwork } from 'problems';
import { check, display, lines, lossCurve, progress } from 'notebook';

// zh: 37 个权重的 tanh 网络拟合 sin 3x，全批量。锐度是 Hessian 的最大特征值，也就是最陡方向的 λ。
// en: A tanh network of 37 weights fits sin 3x, full batch.
// en: Sharpness: the Hessian's largest eigenvalue, the steepest λ.
const net = sineNetwork();
const rates = [0.05, 0.2, 0.3, 0.5];
const runs: Run[] = [];
for (const lr of rates) {
  await progress(runs.length, rates.length);
  // zh: 45 是奇数，隔步振荡的两个相位轮流被记到。
  // en: 45 is odd, so that both phases of an oscillation of period 2 are recorded in turn.
  const run = minimize(net, (params) => new SGD(params, { lr }), {
    steps: 6000,
    every: 45,
    record: { sharpness: (_, params) => sharpness(net, params, { steps: 15 }) },
  });
  runs.push(run);
}
const names = rates.map((lr) => `η = ${lr}`);
display(
  lines({
    title: {
      zh: '锐度自己升到 2/η 附近，然后停在那里',
      en: 'Sharpness climbs to about 2/η by itself, and stays',
    },
    series: runs.map(({ state }, k) => ({
      label: names[k]!,
      optimizer: 'SGD',
      x: state.sharpness!.map((_, i) => 45 * i),
      y: state.sharpness!,
    })),
    // zh: 右边留出写 2/η 的地方。
    // en: Room on the right for the labels 2/η.
    x: { label: { zh: '步数', en: 'step' }, domain: [0, 7000] },
    y: { label: { zh: '锐度', en: 'sharpness' } },
    rules: rates.slice(1).map((lr) => ({ y: 2 / lr, label: `2 / ${lr}` })),
  }),
  lossCurve(Object.fromEntries(runs.map((run, k) => [names[k]!, run])), {
    title: { zh: '在边缘上，损失时升时降', en: 'At the edge the loss goes up and down' },
  }),
);
for (const [k, lr] of rates.entries()) {
  const late = runs[k]!.state.sharpness!.slice(-22);
  if (k === 0) continue;
  check.close(late.reduce((a, b) => a + b) / 22, 2 / lr, {
    relative: 0.05,
    label: {
      zh: `η = ${lr}，最后 1,000 步的锐度`,
      en: `η = ${lr}, sharpness of the last 1,000 steps`,
    },
  });
}
const highest = Math.max(...runs[0]!.state.sharpness!);
check.that(
  highest < 10,
  {
    zh: 'η = 0.05，锐度一直低于 10，离 2/0.05 = 40 还远',
    en: 'η = 0.05, the sharpness stays below 10, far from 2/0.05 = 40',
  },
  { highest },
);
const rises = runs.map(({ losses }) => losses.filter((loss, i) => loss > losses[i - 1]!).length);
check.that(
  rises[0] === 0 && rises[1]! > 10,
  {
    zh: '在边缘上，损失不再单调；在边缘之下，从不上升',
    en: 'at the edge the loss is not monotone; below it, it never rises',
  },
  { 'rises(η = 0.05)': rises[0]!, 'rises(η = 0.2)': rises[1]! },
);
