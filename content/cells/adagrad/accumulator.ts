import { AdaGrad } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines, lossCurve } from 'notebook';

// zh: 第一步走多远（除以 η），取决于梯度多大、G 从哪里开始。
// en: How far the first step goes (over η), for gradients of all sizes and two starts of G.
const gradients = Array.from({ length: 49 }, (_, i) => 10 ** (-6 + i / 6));
const fromZero = gradients.map((g) => g / (Math.sqrt(0 + g * g) + 1e-10));
const fromTenth = gradients.map((g) => g / Math.sqrt(0.1 + g * g + 1e-7));

// zh: 换成一次训练：同样的 η，碗很平，梯度不到 0.003。
// en: And as a run: the same η in a flat bowl whose gradients are below 0.003.
const flat = quadratic({ eigenvalues: [0.003, 0.001] });
const run = (initialAccumulatorValue: number) =>
  minimize(flat, (params) => new AdaGrad(params, { lr: 0.1, initialAccumulatorValue }), {
    steps: 300,
  });
const runs = { 'G₀ = 0': run(0), 'G₀ = 0.1': run(0.1) };
display(
  lines({
    title: {
      zh: '第一步：PyTorch 与 Keras、optax',
      en: 'The first step: PyTorch, and Keras or optax',
    },
    series: [
      { label: 'G₀ = 0, √G + 1e−10', x: gradients, y: fromZero },
      { label: 'G₀ = 0.1, √(G + 1e−7)', x: gradients, y: fromTenth, dash: true },
    ],
    x: { label: '|g|', log: true },
    y: { label: { zh: '第一步 / η', en: 'first step / η' }, log: true },
  }),
  lossCurve(runs, {
    title: { zh: '同一个 η，一个几乎没动', en: 'One η, and one run hardly moves' },
  }),
);
const at = gradients.findIndex((g) => Math.abs(g - 1e-3) < 1e-9);
check.close(fromZero[at]! / fromTenth[at]!, 316, {
  relative: 0.01,
  label: {
    zh: '|g| = 0.001 时，第一步相差（倍）：',
    en: 'at |g| = 0.001 the first steps differ by a factor:',
  },
});
check.that(
  runs['G₀ = 0.1'].losses.at(-1)! > 0.5 * flat.loss(flat.start()),
  {
    zh: 'G₀ = 0.1：300 步后损失还剩一半以上',
    en: 'G₀ = 0.1: over half the loss left after 300 steps',
  },
  { share: runs['G₀ = 0.1'].losses.at(-1)! / flat.loss(flat.start()) },
);
check.converges(runs['G₀ = 0'], { below: 1e-6, label: 'G₀ = 0:' });
