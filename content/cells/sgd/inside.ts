import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 峡谷里每一步的位移，分成两个坐标看。
// en: The step taken in the ravine, coordinate by coordinate.
const lr = slider('η', { min: 0.001, max: 0.02, value: 0.02, step: 0.001 });
const run = minimize(ravine, (params) => new SGD(params, { lr }), { steps: 40 });
const steps = (values: number[]) => values.slice(1).map((value, i) => value - values[i]!);
const [dx, dy] = [steps(run.path!.x), steps(run.path!.y)];
display(
  lines({
    title: {
      zh: '横着的步子来回抵消，沿谷的步子一直同向',
      en: 'Across, the steps cancel; along, they agree',
    },
    series: [
      { label: { zh: '沿谷 Δx', en: 'along, Δx' }, y: dx },
      { label: { zh: '横向 Δy', en: 'across, Δy' }, y: dy, points: true },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '位移', en: 'displacement' } },
    rules: [{ y: 0 }],
  }),
);
const path = (values: number[]) => values.reduce((sum, value) => sum + Math.abs(value), 0);
const net = (values: number[]) => Math.abs(values.reduce((sum, value) => sum + value, 0));
check.that(
  Math.abs(net(dx) / path(dx) - 1) < 1e-9,
  { zh: '沿谷的位移全都同号：一步不浪费', en: 'along the valley no step is taken back' },
  { net: net(dx), path: path(dx) },
);
// zh: 重跑第 2 步：换一个新的优化器，从第 1 步的终点出发，结果分毫不差，它什么都没记住。
// en: A fresh optimizer from where step 1 ended makes the very same step 2: nothing was remembered.
const start = [run.path!.x[1]!, run.path!.y[1]!];
const fresh = minimize(ravine, (params) => new SGD(params, { lr }), { steps: 1, start });
check.close(fresh.path!.y[1]!, run.path!.y[2]!, {
  tolerance: 0,
  label: { zh: '新的优化器走出同一步：', en: 'a fresh optimizer makes the same step:' },
});
