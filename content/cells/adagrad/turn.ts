import { AdaGrad, SGD } from 'optim';
import { minimize, quadratic, type Run } from 'problems';
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
const all: Record<string, Run> = {
  'SGD, 0°': run(0, SGD, 2 / 21),
  [`SGD, ${degrees}°`]: run(degrees, SGD, 2 / 21),
  'AdaGrad, 0°': run(0, AdaGrad, 0.5),
  [`AdaGrad, ${degrees}°`]: run(degrees, AdaGrad, 0.5),
};
const show = (degrees: number) => {
  const names = [`SGD, ${degrees}°`, `AdaGrad, ${degrees}°`];
  return trajectory(turned(degrees), Object.fromEntries(names.map((name) => [name, all[name]!])), {
    title: { zh: `转 ${degrees}°`, en: `Turned by ${degrees}°` },
    x: window,
    y: window,
    among: all,
  });
};
display(show(0), show(degrees));
display(
  lossCurve(all, {
    title: { zh: 'SGD 的两条曲线重合', en: 'The two curves of SGD coincide' },
    y: { domain: [1e-20, 100] },
  }),
);
const both = (name: string) => [all[`${name}, 0°`]!, all[`${name}, ${degrees}°`]!] as const;
const [gd, adagrad] = [both('SGD'), both('AdaGrad')];
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
