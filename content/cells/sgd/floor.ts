import { SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: L = ½θ²，单个样本的梯度带方差为 1 的噪声，批量 B 的平均把方差变成 1/B。画 30 次运行的平均。
// en: L = ½θ². A sample's gradient has noise of variance 1, the mean of B of them 1/B. Mean of 30 runs.
const bowl = quadratic({ eigenvalues: [1], start: [10] });
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function run(lr: number, B: number) {
  const runs = Array.from({ length: 30 }, (_, seed) => {
    const problem = noisy(bowl, { sigma: 1 / Math.sqrt(B), seed });
    const options = { steps: 1500, every: 10 };
    return minimize(problem, (params) => new SGD(params, { lr }), options).losses;
  });
  const y = runs[0]!.map((_, i) => mean(runs.map((losses) => losses[i]!)));
  return { label: `η = ${lr}, B = ${B}`, x: y.map((_, i) => 10 * i), y };
}

const lr = slider('η', { min: 0.01, max: 1.9, value: 0.1, log: true });
const B = slider('B', { min: 1, max: 256, value: 1, step: 1, log: true });
const series = [run(lr, B), run(0.1, 16), run(0.00625, 1)];
display(
  lines({
    title: {
      zh: '固定的 η 停不下来：损失落到地板为止',
      en: 'A constant η never rests: the loss meets a floor',
    },
    series,
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '平均损失', en: 'mean loss' }, log: true },
  }),
);

// zh: 稳定后 θ 的方差是 η / (B(2 − η))，平均损失是它的一半，任何 η < 2 都是如此：动动滑块看看。
// en: Once settled θ has variance η / (B(2 − η)), and half of it is the mean loss, for any η < 2.
const floor = (lr: number, B: number) => lr / (2 * B * (2 - lr));
const settled = series.map(({ y }) => mean(y.slice(-50)));
check.close(settled[0]!, floor(lr, B), {
  relative: 0.35,
  label: { zh: '你的地板：', en: 'your floor:' },
});
check.close(settled[1]!, floor(0.1, 16), {
  relative: 0.2,
  label: { zh: '批量 16 倍：', en: 'a batch of 16:' },
});
check.close(settled[2]!, floor(0.00625, 1), {
  relative: 0.2,
  label: { zh: 'η 的 1/16：', en: 'a sixteenth of η:' },
});
