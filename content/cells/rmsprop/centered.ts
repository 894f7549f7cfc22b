import { RMSProp, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 一面斜率为 1 的坡，梯度带噪声 σ。5,000 步里，平均每步走几个 η？
// en: A slope of 1, gradients with noise σ. How many η is a step, on average over 5,000?
const sigmas = Array.from({ length: 10 }, (_, k) => 10 ** (-1 + k / 6));
function pace(sigma: number, centered: boolean): number {
  const [w, g, random] = [tensor([1]), tensor([1]), new Random(2)];
  const optimizer = new RMSProp([w], { lr: 1, centered });
  for (let t = 1; t <= 5000; t++) {
    g.data[0] = 1 + sigma * random.normal();
    optimizer.step(() => [g]);
  }
  return -w.data[0]! / 5000;
}
const plain = sigmas.map((sigma) => pace(sigma, false));
const centered = sigmas.map((sigma) => pace(sigma, true));
display(
  lines({
    title: {
      zh: '减去平均：方向越确定，走得越快',
      en: 'Centred: the surer the direction, the faster',
    },
    series: [
      {
        label: { zh: '减去平均', en: 'centred' },
        x: sigmas,
        y: centered,
        optimizer: 'RMSProp',
        points: true,
      },
      { label: '1/σ', x: sigmas, y: sigmas.map((sigma) => 1 / sigma), dash: true },
      { label: { zh: '不减', en: 'not centred' }, x: sigmas, y: plain, points: true },
      { label: '1/√(1 + σ²)', x: sigmas, y: sigmas.map((s) => 1 / Math.hypot(1, s)), dash: true },
    ],
    x: { label: { zh: '噪声 σ', en: 'noise σ' }, log: true },
    y: { label: { zh: '平均步长 / η', en: 'mean step / η' }, log: true },
  }),
);
sigmas.forEach((sigma, k) => {
  if (k % 3 !== 0) return;
  check.close(plain[k]!, 1 / Math.hypot(1, sigma), {
    relative: 0.12,
    label: { zh: `σ = ${sigma.toFixed(2)}，不减：`, en: `σ = ${sigma.toFixed(2)}, not centred:` },
  });
  check.close(centered[k]!, 1 / sigma, {
    relative: 0.2,
    label: { zh: `σ = ${sigma.toFixed(2)}，减去平均：`, en: `σ = ${sigma.toFixed(2)}, centred:` },
  });
});
