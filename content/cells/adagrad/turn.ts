import { AdaGrad, SGD } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 把碗连同起点一起转一个角度：碗没有变，变的只是坐标轴。
// en: Turn the bowl and the start together: the same bowl, other coordinate axes.
const turned = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return quadratic({ eigenvalues: [1, 20], angle, start: [cos - 0.4 * sin, sin + 0.4 * cos] });
};
const run = (degrees: number, Method: typeof SGD | typeof AdaGrad, lr: number) =>
  minimize(turned(degrees), (params) => new Method(params, { lr }), { steps: 40 });

const degrees = slider({ zh: '角度', en: 'degrees' }, { min: 0, max: 90, value: 45, step: 1 });
const window = { domain: [-1.3, 1.3] } as const;
const show = (degrees: number) =>
  trajectory(
    turned(degrees),
    { SGD: run(degrees, SGD, 2 / 21), AdaGrad: run(degrees, AdaGrad, 0.5) },
    { title: { zh: `转 ${degrees}°`, en: `Turned by ${degrees}°` }, x: window, y: window },
  );
display(show(0), show(degrees));

const gd = [run(0, SGD, 2 / 21), run(degrees, SGD, 2 / 21)] as const;
const adagrad = [run(0, AdaGrad, 0.5), run(degrees, AdaGrad, 0.5)] as const;
display(
  lossCurve(
    {
      'SGD, 0°': gd[0],
      [`SGD, ${degrees}°`]: gd[1],
      'AdaGrad, 0°': adagrad[0],
      [`AdaGrad, ${degrees}°`]: adagrad[1],
    },
    {
      title: { zh: 'SGD 的两条曲线重合', en: 'The two curves of SGD coincide' },
      y: { domain: [1e-20, 100] },
    },
  ),
);
const gap = Math.max(...gd[0].losses.map((loss, t) => Math.abs(gd[1].losses[t]! / loss - 1)));
check.that(gap < 1e-9, { zh: 'SGD：损失分毫不差', en: 'SGD: the same losses' }, { gap });
check.that(
  adagrad[1].losses.at(-1)! > 1e6 * adagrad[0].losses.at(-1)!,
  {
    zh: 'AdaGrad：转过之后，损失高出百万倍以上',
    en: 'AdaGrad: turned, over a million times the loss',
  },
  {
    'loss(0°)': adagrad[0].losses.at(-1)!,
    turned: adagrad[1].losses.at(-1)!,
    SGD: gd[1].losses.at(-1)!,
  },
);
