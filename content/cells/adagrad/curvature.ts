import { AdaGrad, tensor } from 'optim';
import { dogsAndCats } from 'problems';
import { check, display, lines, slider } from 'notebook';

const s = slider('s', { min: 0, max: 2, value: 1, step: 0.05 });
const { data, solution } = dogsAndCats();
// zh: 停在最优值的 s 倍处（η = 0），一次看一个样本：√(G/t) 就是单个梯度的均方根。
// en: Stand still (η = 0) at s times the best weights, one sample at a time: √(G/t) is the RMS of the gradients.
function standAt(s: number) {
  const optimizer = new AdaGrad([tensor([4])], { lr: 0 });
  const curvature = [0, 0, 0, 0];
  for (const [i, x] of data.inputs.entries()) {
    const z = x.reduce((sum, value, j) => sum + value * s * solution[j]!, 0);
    const p = 1 / (1 + Math.exp(-z));
    const gradient = x.map((value) => (p - data.targets[i]!) * value);
    optimizer.step(() => [tensor([4], gradient)]);
    x.forEach((value, j) => (curvature[j]! += (p * (1 - p) * value * value) / 1000));
  }
  return { curvature, squares: [...optimizer.G[0]!.data].map((G) => G / 1000) };
}
const { curvature, squares } = standAt(s);

// zh: 画成线：四个特征按曲率从小到大。
// en: Drawn as lines, the four features in order of curvature.
const order = [3, 1, 2, 0];
const x = order.map((j) => curvature[j]!);
const line = (label: string, y: number[]) => ({ label, x, y, points: true });
display(
  lines({
    title: {
      zh: 's = 1 时，平方的均值 G/t 正是曲率',
      en: 'At s = 1 the mean square G/t is the curvature',
    },
    series: [
      line('λ', x),
      line(
        'G/t',
        order.map((j) => squares[j]!),
      ),
      line(
        '√(G/t)',
        order.map((j) => Math.sqrt(squares[j]!)),
      ),
    ],
    x: { label: { zh: '曲率 λ', en: 'curvature λ' }, log: true },
    y: { label: 'λ, G/t, √(G/t)', log: true },
  }),
);
function ratio(s: number): number {
  const { curvature, squares } = standAt(s);
  const ratios = squares.map((square, j) => square / curvature[j]!);
  return Math.max(...ratios) - Math.min(...ratios) < 1e-9 ? ratios[0]! : NaN;
}
check.close(ratio(1), 1, {
  tolerance: 1e-9,
  label: { zh: 's = 1，四个特征的 (G/t)/λ：', en: 's = 1, (G/t)/λ of all four:' },
});
check.close(ratio(0.5), 0.6, { tolerance: 1e-9, label: { zh: 's = 0.5：', en: 's = 0.5:' } });
check.close(ratio(0), 1, { tolerance: 1e-9, label: { zh: 's = 0：', en: 's = 0:' } });
