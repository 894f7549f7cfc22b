import { SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lossCurve, slider } from 'notebook';

// zh: L = ½θ²，每个样本的梯度带方差为 1 的噪声，批量 B 的平均把方差变成 1/B。
// en: L = ½θ². A sample's gradient carries noise of variance 1; averaging B of them leaves 1/B.
const bowl = quadratic({ eigenvalues: [1], start: [10] });
const run = (lr: number, B: number) =>
  minimize(noisy(bowl, { sigma: 1 / Math.sqrt(B), seed: 1 }), (params) => new SGD(params, { lr }), {
    steps: 20_000,
    every: 50,
  });

const lr = slider('η', { min: 0.01, max: 1.9, value: 0.1, log: true });
const B = slider('B', { min: 1, max: 256, value: 1, step: 1, log: true });
const runs = {
  [`η = ${lr}, B = ${B}`]: run(lr, B),
  'η = 0.1, B = 16': run(0.1, 16),
  'η = 0.00625, B = 1': run(0.00625, 1),
};
display(
  lossCurve(runs, {
    title: {
      zh: '固定的 η 停不下来：到某个高度就不再下降',
      en: 'A constant η never comes to rest: the loss meets a floor',
    },
    smooth: 0.9,
  }),
);

// zh: 稳定后 θ 的方差是 η / (B(2 − η))，平均损失是它的一半。任何 η < 2 与 B 都成立，动动滑块看看。
// en: Once settled θ has variance η / (B(2 − η)), the mean loss half of it: for any η < 2 and B. Try the sliders.
const floor = (lr: number, B: number) => lr / (2 * B * (2 - lr));
const settled = (losses: number[]) => {
  const late = losses.slice(losses.length / 2);
  return late.reduce((sum, loss) => sum + loss, 0) / late.length;
};
check.close(settled(runs[`η = ${lr}, B = ${B}`]!.losses), floor(lr, B), {
  relative: 0.35,
  label: { zh: '地板的高度：', en: 'the floor:' },
});
check.close(settled(runs['η = 0.1, B = 16']!.losses) / settled(run(0.1, 1).losses), 1 / 16, {
  relative: 0.1,
  label: { zh: '批量 16 倍，地板之比：', en: '16 times the batch, ratio of floors:' },
});
