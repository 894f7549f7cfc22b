// zh: 从存档继续训练：补全 `resume`，使断开再继续的训练与从不断开的一位不差。
// en: Resume from a checkpoint: complete `resume`, so that training with a break is, to the bit, training without one.
import { Adam, tensor, type Tensor } from 'optim';
import { Random } from 'problems';
import { check, display, freshSeed, lines } from 'notebook';

const options = { lr: 0.05, beta1: 0.9, beta2: 0.999 };
function resume(old: Adam, params: Tensor[]): Adam {
  const optimizer = new Adam(params, options);
  optimizer.m[0]?.data.set(old.m[0]?.data ?? []);
  optimizer.v[0]?.data.set(old.v[0]?.data ?? []);
  return optimizer;
}

// zh: Rosenbrock 弯谷里的 200 步；走完第 breakAt 步，只带着 resume 保存的东西继续。
// en: 200 steps in Rosenbrock’s valley; after step breakAt only what resume keeps goes on.
function train(breakAt: number): number[] {
  let theta = tensor([2], [-1.2, 1]);
  let optimizer = new Adam([theta], options);
  const losses: number[] = [];
  for (let t = 1; t <= 200; t++) {
    optimizer.step(() => {
      const [x = NaN, y = NaN] = theta.data;
      return [tensor([2], [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])];
    });
    if (t === breakAt) {
      theta = tensor([2], theta.data);
      optimizer = resume(optimizer, [theta]);
    }
    const [x = NaN, y = NaN] = theta.data;
    losses.push((1 - x) ** 2 + 100 * (y - x * x) ** 2);
  }
  return losses;
}
const whole = train(0);
for (const breakAt of [5, 20, 100, 25 + new Random(freshSeed()).integer(150)]) {
  const broken = train(breakAt);
  const title = { zh: `第 ${breakAt} 步断开`, en: `a break at step ${breakAt}` };
  display(
    lines({
      title,
      x: { label: { zh: '步数', en: 'step' } },
      y: { label: { zh: '损失', en: 'loss' }, log: true },
      series: [
        { label: { zh: '不断开', en: 'no break' }, optimizer: 'Adam', y: whole },
        { label: { zh: '断开再继续', en: 'resumed' }, y: broken, dash: true },
      ],
    }),
  );
  const difference = Math.max(...broken.map((loss, t) => Math.abs(loss - (whole[t] ?? NaN))));
  check.that(
    difference === 0,
    { zh: `${title.zh}：损失处处相同`, en: `${title.en}: the same losses` },
    { difference },
  );
}
