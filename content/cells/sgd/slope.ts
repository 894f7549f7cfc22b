import { tensor } from 'optim';
import { ravine } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 站在峡谷的起点，朝四面八方各走一步，步长 r，看损失变了多少。
// en: At the start of the ravine, step a distance r every way round and see how the loss changes.
const [x, y] = [-0.1, 0.02];
const loss = (x: number, y: number) => ravine.loss([tensor([2], [x, y])]);
const g = [1.96 * x, 98 * y] as const;
const size = Math.hypot(...g);

// zh: 0° 是负梯度的方向。纵轴除以 r‖∇L‖，不同的 r 才好画在一起。
// en: 0° is the way of the negative gradient. Divided by r‖∇L‖, so that all r share one axis.
const degrees = Array.from({ length: 121 }, (_, k) => 3 * k - 180);
const changes = (r: number) =>
  degrees.map((degree) => {
    const angle = Math.atan2(-g[1], -g[0]) + (degree * Math.PI) / 180;
    return (loss(x + r * Math.cos(angle), y + r * Math.sin(angle)) - loss(x, y)) / (r * size);
  });

const r = slider('r', { min: 0.001, max: 0.1, value: 0.05, log: true });
display(
  lines({
    title: {
      zh: '朝每个方向走一步，损失变多少',
      en: 'What a step in each direction does to the loss',
    },
    series: [
      { label: 'r = 0.0005', x: degrees, y: changes(0.0005) },
      { label: 'r = 0.02', x: degrees, y: changes(0.02) },
      { label: `r = ${r}`, x: degrees, y: changes(r), dash: true },
    ],
    x: {
      label: { zh: '与负梯度的夹角（度）', en: 'angle to the negative gradient (degrees)' },
      domain: [-180, 180],
    },
    y: { label: { zh: '损失的变化 / r‖∇L‖', en: 'change of the loss / r‖∇L‖' } },
    rules: [{ y: 0 }],
  }),
);
const tiny = changes(0.0005);
check.close(degrees[tiny.indexOf(Math.min(...tiny))]!, 0, {
  tolerance: 3,
  label: { zh: '小步下降最多的方向（度）：', en: 'best direction for a tiny step (degrees):' },
});
check.that(
  changes(0.05)[60]! > 0,
  { zh: '方向没变，r = 0.05 时损失却上升', en: 'the same direction at r = 0.05: the loss rises' },
  { ΔL: changes(0.05)[60]! * 0.05 * size },
);
