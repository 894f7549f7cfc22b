import { SGD } from 'optim';
import { minimize, noisy, twoBasins } from 'problems';
import { bars, check, display, point, trajectory } from 'notebook';

// zh: 从 x = 3 出发，先遇到浅盆 (1.5, 0)，深盆在 (−2, 0)。噪声的标准差取 0、1、2，各跑 50 次。
// en: From x = 3 the shallow basin (1.5, 0) comes first;
// en: the deep one is (−2, 0). Noise 0, 1 and 2, 50 runs each.
const start = point({ zh: '起点', en: 'start' }, { ...twoBasins.surface!, value: [3, 0] });
const run = (sigma: number, seed: number) =>
  minimize(noisy(twoBasins, { sigma, seed }), (params) => new SGD(params, { lr: 0.1 }), {
    steps: 500,
    start,
    every: 4,
  });
const deep = [0, 1, 2].map((sigma) => {
  const ends = Array.from({ length: 50 }, (_, seed) => run(sigma, seed).path!.x.at(-1)!);
  return ends.filter((x) => x < 0.5).length;
});
display(
  trajectory(
    twoBasins,
    { 'σ = 0': run(0, 0), 'σ = 2': run(2, 0) },
    {
      title: { zh: '没有噪声，停在先遇到的盆里', en: 'Without noise it stays in the first basin' },
      start,
    },
  ),
  bars({
    title: { zh: '50 次里有几次停在深盆', en: 'Of 50 runs, how many end in the deep basin' },
    bars: deep.map((value, sigma) => ({ label: `σ = ${sigma}`, value })),
  }),
);
check.that(deep[0] === 0 && deep[1]! < 25 && deep[2]! > 25, {
  zh: `没有噪声从不离开浅盆，噪声大了才常常离开（σ = 0、1、2：50 次里 ${deep.join('、')} 次）`,
  en: `never without noise, often only with much of it (σ = 0, 1, 2: ${deep.join(', ')} of 50)`,
});
check.close(run(0, 0).path!.x.at(-1)!, 1.5, {
  tolerance: 1e-6,
  label: { zh: '没有噪声，停在 x =', en: 'without noise it ends at x =' },
});
