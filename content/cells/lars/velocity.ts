import { LARS, type LARSOptions, type Tensor, type Values } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve } from 'notebook';

const norm = (values: Values) => Math.hypot(...values);
// zh: 错误：速度里存的是原始梯度，信任比乘在取出来的速度上。
// en: Wrong: the velocity holds raw gradients, and the ratio scales the velocity as it comes out.
class OnVelocity extends LARS {
  protected override update(w: Values, g: Values, o: LARSOptions, k: number): void {
    const m = this.m[k]!.data;
    const r = (o.trustCoefficient * norm(w)) / norm(g);
    for (let i = 0; i < w.length; i++) {
      m[i] = o.momentum * m[i]! + g[i]!;
      w[i]! -= o.lr * r * m[i]!;
    }
  }
}
const network = rescaledNetwork();
const rates = [0.5, 1, 2];
const descend = (make: (params: Tensor[]) => LARS) =>
  minimize(network, make, { steps: 300, every: 2 });
const right = rates.map((lr) => descend((params) => new LARS(params, { lr })));
const wrong = rates.map((lr) => descend((params) => new OnVelocity(params, { lr })));
display(
  lossCurve(
    { LARS: right[1]!, 'r · m': wrong[1]! },
    { title: { zh: '信任比乘在哪里，η = 1', en: 'Where the ratio goes, η = 1' } },
  ),
);
const last = (runs: typeof right) => runs.map(({ losses }) => losses.at(-1) ?? NaN);
const [good, bad] = [last(right), last(wrong)];
check.that(
  good.every((loss) => loss < 0.01),
  {
    zh: '乘在梯度上，η = 0.5、1、2 中最大的损失',
    en: 'on the gradient, greatest of the losses for η = 0.5, 1, 2',
  },
  { loss: Math.max(...good) },
);
check.that(
  bad.every((loss) => loss > 0.05),
  { zh: '乘在速度上，三者中最小的', en: 'on the velocity, the least of the three' },
  { loss: Math.min(...bad) },
);
