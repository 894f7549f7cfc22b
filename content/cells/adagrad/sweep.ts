import { AdaGrad, SGD } from 'optim';
import { minimize, quadratic, type Problem } from 'problems';
import { check, display, heatmap } from 'notebook';

// zh: 同一只碗（条件数 30），改两样东西：损失乘以 c；起点离最低点的距离 D。
// en: One bowl (condition number 30), two things changed: the loss times c, and the distance D to go.
const rates = Array.from({ length: 33 }, (_, i) => 10 ** (-4 + i / 4));
const factors = Array.from({ length: 9 }, (_, i) => 10 ** (-2 + i / 2));
const scaled = (c: number) => quadratic({ eigenvalues: [30 * c, c], start: [0.4, 1] });
const far = (D: number) => quadratic({ eigenvalues: [30, 1], start: [0.4 * D, D] });

// zh: 颜色：30 步的平均损失与起点损失之比；冲过头的，也算在里面。
// en: Colour: the mean loss of 30 steps over the loss at the start, so that overshooting counts.
function sweep(Method: typeof AdaGrad | typeof SGD, make: (factor: number) => Problem) {
  return factors.map((factor) =>
    rates.map((lr) => {
      const { losses } = minimize(make(factor), (params) => new Method(params, { lr }), {
        steps: 30,
      });
      return losses.slice(1).reduce((sum, loss) => sum + loss, 0) / 30 / losses[0]!;
    }),
  );
}
const title = (zh: string, en: string) => ({ zh, en });
const maps = [
  { title: title('SGD：损失乘以 c', 'SGD: loss times c'), label: 'c', map: sweep(SGD, scaled) },
  {
    title: title('AdaGrad：损失乘以 c', 'AdaGrad: loss times c'),
    label: 'c',
    map: sweep(AdaGrad, scaled),
  },
  { title: title('AdaGrad：距离 D', 'AdaGrad: distance D'), label: 'D', map: sweep(AdaGrad, far) },
];
for (const { title, label, map } of maps) {
  display(
    heatmap({
      title,
      x: { label: 'η', values: rates, log: true },
      y: { label, values: factors, log: true },
      values: map,
      color: {
        label: { zh: '平均损失之比', en: 'mean loss ratio' },
        log: true,
        domain: [1e-2, 1e2],
      },
    }),
  );
}
// zh: 最上一行与最下一行，最好的 η 差多少个数量级？
// en: By how many powers of ten does the best η move from the first row to the last?
const best = maps.map(({ map }) => map.map((row) => rates[row.indexOf(Math.min(...row))]!));
const shift = best.map((row) => Math.log10(row.at(-1)! / row[0]!));
check.close(shift[0]!, -4, {
  tolerance: 0.01,
  label: title('SGD，c 大 10⁴ 倍，log₁₀ η 移动：', 'SGD, c times 10⁴, shift of log₁₀ η:'),
});
check.close(shift[1]!, 0, {
  tolerance: 0.01,
  label: title('AdaGrad，c 大 10⁴ 倍，log₁₀ η 移动：', 'AdaGrad, c times 10⁴, shift of log₁₀ η:'),
});
check.close(shift[2]!, 4, {
  tolerance: 0.01,
  label: title('AdaGrad，D 大 10⁴ 倍，log₁₀ η 移动：', 'AdaGrad, D times 10⁴, shift of log₁₀ η:'),
});
// zh: 过大一万倍的 η 也不发散：第一步冲出去，账上就记下了。
// en: Not even an η ten thousand times too large diverges: the first step flies off, and G takes note.
const huge = minimize(far(1), (params) => new AdaGrad(params, { lr: 1e4 }), { steps: 30 });
check.converges(huge, { below: 1e-6, label: 'AdaGrad, η = 10⁴:' });
