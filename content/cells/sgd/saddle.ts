import { SGD } from 'optim';
import { minimize, noisy, saddle } from 'problems';
import { check, display, lossCurve, slider, trajectory } from 'notebook';

// zh: 起点 (1.5, 0) 正在山脊上，y 方向的梯度恰好为 0。σ 是加在梯度上的噪声。
// en: The start (1.5, 0) is on the ridge: the gradient in
// en: y is exactly 0. σ is the noise added to the gradient.
const run = (sigma: number) =>
  minimize(noisy(saddle, { sigma, seed: 1 }), (params) => new SGD(params, { lr: 0.1 }), {
    steps: 250,
  });
const sigma = slider('σ', { min: 0.001, max: 1, value: 0.1, log: true });
const runs = { 'σ = 0': run(0), 'σ = 10⁻⁶': run(1e-6), [`σ = ${sigma}`]: run(sigma) };
display(
  trajectory(saddle, runs, {
    title: { zh: '没有噪声，就停在鞍点', en: 'Without noise it stops in the saddle' },
  }),
  lossCurve(runs, {
    log: false,
    title: { zh: '鞍点的高度是 0.25', en: 'The saddle lies at 0.25' },
  }),
);
check.close(runs['σ = 0'].losses.at(-1)!, 0.25, {
  tolerance: 1e-12,
  label: { zh: '没有噪声，停在鞍点，损失', en: 'no noise, stuck in the saddle, loss' },
});
check.converges(runs['σ = 10⁻⁶'], { below: 0.01, label: 'σ = 10⁻⁶:' });
const still = runs['σ = 10⁻⁶'].losses.filter((loss) => Math.abs(loss - 0.25) < 1e-3).length;
check.that(
  still > 100,
  {
    zh: 'σ = 10⁻⁶：一百多步里，损失与 0.25 相差不到 0.001',
    en: 'σ = 10⁻⁶: for over a hundred steps the loss is within 0.001 of 0.25',
  },
  { steps: still },
);
// zh: 噪声每减到十分之一，只晚大约 ln 10 / ln 1.1 ≈ 24 步：离开鞍点的速度是指数的。
// en: Ten times less noise costs about ln 10 / ln 1.1 ≈ 24 steps more: the way out is exponential.
const out = (sigma: number) => run(sigma).losses.findIndex((loss) => loss < 0.1);
check.close((out(1e-6) - out(1e-3)) / 3, Math.log(10) / Math.log(1.1), {
  tolerance: 1,
  label: { zh: '噪声减到十分之一，多花的步数：', en: 'more steps for ten times less noise:' },
});
