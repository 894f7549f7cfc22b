import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 谷底平缓（曲率 1.96），两壁陡峭（98）。η 的上限由陡的方向定：2/98 ≈ 0.0204。
// en: Gentle along the floor (curvature 1.96), steep across (98).
// en: The steep way sets the limit: 2/98 ≈ 0.0204.
const lr = slider('η', { min: 0.001, max: 0.021, value: 0.02, step: 0.001 });
const run = (lr: number) => minimize(ravine, (params) => new SGD(params, { lr }), { steps: 100 });
const rates = [0.002, lr, 0.021];
const all = Object.fromEntries(rates.map((rate) => [`η = ${rate}`, run(rate)]));
const runs = { 'η = 0.002': all['η = 0.002']!, [`η = ${lr}`]: all[`η = ${lr}`]! };
display(
  trajectory(ravine, runs, {
    among: all,
    title: {
      zh: '一个学习率，两种曲率：横着来回撞，顺着慢慢爬',
      en: 'One rate, two curvatures: it bounces across and crawls along',
    },
  }),
  lossCurve(all, { title: { zh: '100 步的损失', en: 'Loss over 100 steps' } }),
);

// zh: 每步之后，两个方向各剩 |1 − ηλ|；最慢的那个决定速度。最好的 η = 2/(λ₁ + λ₂) 让两者相等。
// en: A step leaves |1 − ηλ| of each coordinate; the slower one
// en: sets the pace. The best η = 2/(λ₁ + λ₂) makes them equal.
const best = run(2 / (1.96 + 98));
const factor = Math.sqrt(best.losses[100]! / best.losses[99]!);
check.close(factor, 49 / 51, {
  tolerance: 1e-9,
  label: { zh: '最好的 η 每步剩下', en: 'left by a step at the best η:' },
});
check.diverges(all['η = 0.021']!, { label: 'η = 0.021:' });
