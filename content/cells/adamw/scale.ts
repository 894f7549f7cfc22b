import { Adam, AdamW, cosine } from 'optim';
import { linearRegression, minimize, type Problem } from 'problems';
import { check, display, heatmap } from 'notebook';

// zh: 20 个特征、30 个含噪的样本：不加衰减就过拟合。真正的权重是 ±1，所以测试误差可以直接算。
// en: 20 features, 30 noisy samples: without decay it overfits. The true weights are ±1, so test error can be computed.
const scales = Array.from({ length: 20 }, () => 1);
const data = linearRegression({ samples: 30, scales, noise: 2, batchSize: 5, seed: 1 });
const times = (c: number): Problem => ({
  ...data,
  loss: (params) => c * data.loss(params),
  gradient(params, into, step) {
    data.gradient(params, into, step);
    into[0]!.data.forEach((g, j) => (into[0]!.data[j] = c * g));
  },
});
const factors = [0.01, 0.1, 1, 10, 100];
const lambdas = Array.from({ length: 17 }, (_, k) => 10 ** (-3 + k / 4));
const [lr, steps] = [0.05, 1000];

function sweep(Method: typeof Adam | typeof AdamW): number[][] {
  return factors.map((c) =>
    lambdas.map((weightDecay) => {
      const { params } = minimize(times(c), (w) => new Method(w, { lr, weightDecay }), {
        steps,
        every: steps,
        schedule: cosine(lr, { steps }),
      });
      return [...params[0]!.data].reduce((sum, w, j) => sum + (w - (j % 2 ? -1 : 1)) ** 2, 0) / 2;
    }),
  );
}
const maps = { 'Adam + L2': sweep(Adam), AdamW: sweep(AdamW) };
const best = (map: number[][]) => map.map((row) => lambdas[row.indexOf(Math.min(...row))]!);
for (const [name, values] of Object.entries(maps)) {
  display(
    heatmap({
      title: { zh: `${name}：测试误差`, en: `${name}: test error` },
      x: { label: 'λ', values: lambdas, log: true },
      y: { label: { zh: '损失乘以 c', en: 'loss times c' }, values: factors, log: true },
      values,
      color: { label: { zh: '测试误差', en: 'test error' }, domain: [4, 10] },
      mark: factors.map((y, k) => ({ x: best(values)[k]!, y })),
    }),
  );
}
const [l2, decoupled] = [best(maps['Adam + L2']), best(maps.AdamW)];
check.close(l2[3]! / l2[1]!, 100, {
  relative: 1e-9,
  label: { zh: 'Adam + L2：c 乘以 100，最好的 λ 乘以', en: 'Adam + L2: c times 100, best λ times' },
});
check.close(decoupled[4]! / decoupled[0]!, 1, {
  relative: 1e-9,
  label: { zh: 'AdamW：c 乘以 10⁴，最好的 λ 乘以', en: 'AdamW: c times 10⁴, best λ times' },
});
const lowest = (map: number[][]) => Math.min(...map[2]!);
check.that(
  lowest(maps.AdamW) < 0.8 * maps.AdamW[2]![0]!,
  {
    zh: '衰减有用：比几乎不衰减的测试误差低两成以上',
    en: 'decay helps: 20% less test error than next to none',
  },
  {
    AdamW: lowest(maps.AdamW),
    'Adam + L2': lowest(maps['Adam + L2']),
    'λ = 0.001': maps.AdamW[2]![0]!,
    'best λ': decoupled[2]!,
  },
);
