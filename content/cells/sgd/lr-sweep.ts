import { SGD } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, heatmap } from 'notebook';

// zh: 横轴学习率，纵轴曲率，各跨三个数量级；颜色是 50 步后的损失与起点之比。
// en: Learning rates across, curvatures up, three decades each;
// en: the colour is loss after 50 steps over loss at the start.
const rates = Array.from({ length: 31 }, (_, i) => 10 ** (-2 + i / 10));
const curvatures = Array.from({ length: 31 }, (_, i) => 10 ** (-1 + i / 10));
const values = curvatures.map((curvature) =>
  rates.map((lr) => {
    const bowl = quadratic({ eigenvalues: [curvature] });
    const { losses } = minimize(bowl, (params) => new SGD(params, { lr }), { steps: 50 });
    return losses.at(-1)! / losses[0]!;
  }),
);
display(
  heatmap({
    title: {
      zh: '稳定与发散的分界：ηλ = 2',
      en: 'Where it converges and where not: the border is ηλ = 2',
    },
    x: { label: 'η', values: rates, log: true },
    y: { label: 'λ', values: curvatures, log: true },
    values,
    color: {
      label: { zh: '损失之比', en: 'loss ratio' },
      log: true,
      domain: [1e-8, 1e8],
      diverging: true,
    },
  }),
);
// zh: 每一格都核对：ηλ < 2 的损失都下降，ηλ > 2 的都上升。
// en: Every cell of the map: the loss fell where ηλ < 2 and rose where ηλ > 2.
const wrong = curvatures.flatMap((curvature, i) =>
  rates.filter((lr, k) => values[i]![k]! < 1 !== lr * curvature < 2),
);
check.that(wrong.length === 0, {
  zh: '961 格无一例外：下降当且仅当 ηλ < 2',
  en: 'all 961 squares: the loss falls if and only if ηλ < 2',
});
