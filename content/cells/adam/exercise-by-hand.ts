// zh: 这份手写的 Adam 有三处错误。改好它，使每一步都与库里的 Adam 相同。
// en: This Adam by hand has three mistakes. Mend it so that each step is the library’s.
import { Adam } from 'optim';
import { minimize, Random, rosenbrock } from 'problems';
import { check, freshSeed } from 'notebook';

interface Options {
  lr: number;
  beta1: number;
  beta2: number;
  eps: number;
}
function update(w: Float64Array, g: number[], m: number[], v: number[], t: number, o: Options) {
  for (let i = 0; i < w.length; i++) {
    m[i] = o.beta1 * m[i]! + (1 - o.beta1) * g[i]!;
    v[i] = o.beta2 * v[i]! + (1 - o.beta2) * g[i]! ** 2;
    // zh: t 是步数，从 1 开始。
    // en: t counts the steps, from 1.
    const mHat = m[i]! * (1 - o.beta1 ** t);
    const vHat = v[i]! * (1 - o.beta2 ** t);
    w[i]! -= (o.lr * mHat) / Math.sqrt(vHat + o.eps);
  }
}

function compare(options: Options): void {
  const w = new Float64Array([-1.2, 1]);
  const [m, v] = [
    [0, 0],
    [0, 0],
  ];
  let difference = 0;
  minimize(rosenbrock, (params) => new Adam(params, options), {
    steps: 100,
    onStep: ({ t }, [theta]) => {
      const [x = NaN, y = NaN] = w;
      const g = [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
      update(w, g, m, v, t, options);
      for (let i = 0; i < 2; i++) {
        const far = Math.abs((w[i] ?? NaN) - (theta?.data[i] ?? NaN));
        difference = Math.max(difference, Number.isNaN(far) ? Infinity : far);
      }
    },
  });
  check.that(
    difference < 1e-9,
    { zh: '100 步，处处与库里的相同', en: '100 steps, everywhere the library’s' },
    { ...options, difference },
  );
}
compare({ lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8 });
compare({ lr: 0.05, beta1: 0.5, beta2: 0.99, eps: 1 });
const beta1 = Number(new Random(freshSeed()).uniform(0.3, 0.9).toPrecision(2));
compare({ lr: 0.02, beta1, beta2: 0.95, eps: 1e-4 });
