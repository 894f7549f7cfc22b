// zh: η 在速度里面（θ ← θ − v）。改写 `velocity`，让学习率变化时的路径仍与 η 在外面的 Momentum 相同。
// en: η is inside the velocity (θ ← θ − v). Change `velocity` so that under any schedule the path is that of Momentum.
import { Momentum, cosine } from 'optim';
import { beale, minimize, Random } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

// zh: lr.now 是这一步的学习率，lr.before 是上一步的。
// en: lr.now is the learning rate of this step, lr.before that of the last one.
type Rates = { now: number; before: number };
function velocity(v: number, g: number, momentum: number, lr: Rates): number {
  return momentum * v + lr.now * g;
}

const labels = { yours: { zh: '你的', en: 'yours' }, library: { zh: '库里的', en: 'library' } };
const [momentum, steps] = [0.9, 120];
function compare(name: { zh: string; en: string }, schedule: (t: number) => number): void {
  const [params, gradient] = [beale.start(), beale.start()];
  const [theta, g] = [params[0]!.data, gradient[0]!.data];
  const v = [0, 0];
  const losses = [beale.loss(params)];
  for (let t = 1; t <= steps; t++) {
    beale.gradient(params, gradient, t);
    const lr = { now: schedule(t), before: schedule(Math.max(t - 1, 1)) };
    for (const i of [0, 1]) {
      v[i] = velocity(v[i]!, g[i]!, momentum, lr);
      theta[i]! -= v[i]!;
    }
    losses.push(beale.loss(params));
  }
  const yours = { name: 'Momentum', losses, steps, every: 1, divergedAt: null };
  const library = minimize(beale, (params) => new Momentum(params, { momentum }), {
    steps,
    schedule,
  });
  display(lossCurve({ yours, library }, { title: name, labels }));
  const gap = Math.max(...library.losses.map((loss, t) => Math.abs(loss - losses[t]!)));
  check.that(
    gap < 1e-12,
    { zh: `${name.zh}：每一步的损失都相同`, en: `${name.en}: the same loss at every step` },
    { gap },
  );
}
compare({ zh: 'η 降到十分之一', en: 'η ÷ 10' }, (t) => (t <= 20 ? 0.005 : 0.0005));
compare({ zh: '预热', en: 'warm-up' }, (t) => 0.005 * Math.min(1, t / 40));
compare({ zh: '余弦', en: 'cosine' }, cosine(0.005, { steps }));
const random = new Random(freshSeed());
const jumps = Array.from({ length: steps + 1 }, () => random.uniform(0.0005, 0.004));
compare({ zh: '忽大忽小', en: 'jumps' }, (t) => jumps[t]!);
