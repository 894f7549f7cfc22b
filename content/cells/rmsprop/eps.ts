import { RMSProp, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 梯度恒为 g，走 200 步之后，每一步是 η 的几倍？两种写法，两个 ε。
// en: A constant gradient g: after 200 steps, how many η is a step? Both forms, two values of ε.
const gradients = Array.from({ length: 49 }, (_, k) => 10 ** (-9 + k / 4));
function step(g: number, eps: number, epsInsideRoot: boolean): number {
  const w = tensor([1]);
  const optimizer = new RMSProp([w], { lr: 1, alpha: 0.9, eps, epsInsideRoot });
  let before = 0;
  for (let t = 1; t <= 200; t++) {
    before = w.data[0]!;
    optimizer.step(() => [tensor([1], [g])]);
  }
  return before - w.data[0]!;
}
const curve = (eps: number, inside: boolean) => gradients.map((g) => step(g, eps, inside));
const name = (eps: number) => String(eps).replace('-', '−');
const forms = [1e-8, 1].map((eps) => ({ eps, out: curve(eps, false), in: curve(eps, true) }));
display(
  lines({
    title: { zh: 'ε 从哪里开始起作用', en: 'Where ε begins to matter' },
    series: forms.flatMap((form) => [
      { label: `√v + ε, ε = ${name(form.eps)}`, x: gradients, y: form.out },
      { label: `√(v + ε), ε = ${name(form.eps)}`, x: gradients, y: form.in, dash: true },
    ]),
    x: { label: { zh: '梯度 g', en: 'gradient g' }, log: true },
    y: { label: { zh: '步长 / η', en: 'step / η' }, log: true, domain: [1e-9, 2] },
  }),
);
const ratios = forms.map((form) => form.out.map((value, k) => form.in[k]! / value));
check.close(Math.max(...ratios[1]!), Math.SQRT2, {
  tolerance: 1e-6,
  label: { zh: 'ε = 1：两种写法最多差', en: 'ε = 1: the forms differ at most by' },
});
check.close(gradients[ratios[1]!.indexOf(Math.max(...ratios[1]!))]!, 1, {
  relative: 1e-6,
  label: { zh: '那时的梯度：', en: 'at a gradient of' },
});
// zh: ε = 1e-8：小梯度时，放在里面相当于 √ε = 1e-4。
// en: ε = 1e-8: for small gradients, inside means √ε = 1e-4.
const small = gradients.findIndex((g) => g > 0.99e-6);
check.close(1 / ratios[0]![small]!, 1e2, {
  relative: 0.02,
  label: { zh: 'ε = 1e−8，g = 1e−6，两种写法相差', en: 'ε = 1e−8, g = 1e−6: the forms differ by' },
});
