import { SGD } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 同一个递减方案 η_t = 1/t，用在三个只有曲率不同的碗上；10 万步，没有噪声。
// en: One decaying schedule, η_t = 1/t, on three bowls that
// en: differ in curvature alone; 100,000 steps, no noise.
const run = (curvature: number) =>
  minimize(quadratic({ eigenvalues: [curvature] }), (params) => new SGD(params, { lr: 1 }), {
    steps: 100_000,
    every: 500,
    schedule: (t) => 1 / t,
    record: { theta: (_, [theta]) => theta!.data[0]! },
  });
const runs = { 'λ = 0.5': run(0.5), 'λ = 0.2': run(0.2), 'λ = 0.05': run(0.05) };
display(
  lossCurve(runs, {
    title: { zh: '一个方案，三种命运', en: 'One schedule, three fates' },
    x: { log: true, domain: [500, 100_000] },
  }),
);

// zh: θ 的衰减近似 t^(−λ)：λ = 0.2 时，要再小十倍得多走 10⁵ 倍的步数。
// en: θ falls about like t^(−λ): with λ = 0.2, ten times smaller takes 10⁵ times as many steps.
const { theta } = runs['λ = 0.2'].state;
check.close(Math.log10(theta!.at(-1)! / theta![1]!) / Math.log10(200), -0.2, {
  tolerance: 0.001,
  label: { zh: 'λ = 0.2，θ 随 t 变化的指数：', en: 'λ = 0.2, exponent of θ in t:' },
});
check.that(
  theta!.at(-1)! > 0.08,
  {
    zh: 'λ = 0.2：10 万步后 θ 仍大于 0.08',
    en: 'λ = 0.2: after 100,000 steps θ is still above 0.08',
  },
  { θ: theta!.at(-1)! },
);
