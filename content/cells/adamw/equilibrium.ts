import { Adam, AdamW, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 还是纯噪声，这次从 0 出发：噪声把权重推开，衰减拉回来。200 个权重的均方根。
// en: Pure noise again, now from 0: the noise pushes weights apart, decay pulls them back. Root mean square of 200.
const [lr, weightDecay, steps, count] = [0.01, 0.5, 4000, 200];
const noises = [0.1, 1, 10];
const x = Array.from({ length: steps / 20 }, (_, k) => 20 * (k + 1));

function sizes(Method: typeof Adam | typeof AdamW, sigma: number): number[] {
  const weights = tensor([count]);
  const gradient = tensor([count]);
  const random = new Random(2);
  const optimizer = new Method([weights], { lr, weightDecay });
  return x.map(() => {
    for (let k = 0; k < 20; k++) {
      for (let i = 0; i < count; i++) gradient.data[i] = random.normal(0, sigma);
      optimizer.step(() => [gradient]);
    }
    return Math.sqrt([...weights.data].reduce((sum, w) => sum + w * w, 0) / count);
  });
}
const size = Math.sqrt(lr / (2 * weightDecay));
const late = (y: number[]) => y.slice(-100).reduce((sum, value) => sum + value, 0) / 100;
for (const [name, Method] of Object.entries({ 'Adam + L2': Adam, AdamW })) {
  const runs = noises.map((sigma) => sizes(Method, sigma));
  display(
    lines({
      title: {
        zh: `${name}：权重最后有多大；灰色点线是 √(η/2λ)`,
        en: `${name}: how large weights become; grey and dotted, √(η/2λ)`,
      },
      series: runs.map((y, k) => ({ label: `σ = ${noises[k]}`, x, y, dash: k === 1 })),
      x: { label: { zh: '步数', en: 'step' } },
      y: { label: { zh: '均方根', en: 'root mean square' }, domain: [0, 0.4] },
      rules: [{ y: size }],
    }),
  );
  runs.forEach((y, k) => {
    const sigma = noises[k]!;
    check.close(late(y), size * (name === 'AdamW' ? 1 : Math.sqrt(sigma)), {
      relative: 0.1,
      label: `${name}, σ = ${sigma}:`,
    });
  });
}
