import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve } from 'notebook';

const [lr, momentum, steps] = [2 / (1.96 + 98), 0.65, 60];
// zh: 手写的动量。一处不同：速度建在循环里面，还是外面。
// en: Momentum written by hand. One difference: is the velocity made inside the loop or outside it?
function byHand(forget: boolean) {
  const params = ravine.start();
  const gradient = ravine.start();
  let v = [0, 0];
  const losses = [ravine.loss(params)];
  for (let t = 1; t <= steps; t++) {
    if (forget) v = [0, 0];
    ravine.gradient(params, gradient, t);
    v = v.map((value, i) => momentum * value + (gradient[0]?.data[i] ?? NaN));
    v.forEach((value, i) => (params[0]!.data[i]! -= lr * value));
    losses.push(ravine.loss(params));
  }
  return { name: forget ? 'SGD' : 'Momentum', losses, steps, every: 1, divergedAt: null };
}
const [kept, forgotten] = [byHand(false), byHand(true)];
display(
  lossCurve(
    { Momentum: kept, [`v = 0`]: forgotten },
    {
      title: {
        zh: '速度每步清零，动量就没有了',
        en: 'A velocity reset at each step is no velocity',
      },
    },
  ),
);
const sgd = minimize(ravine, (params) => new SGD(params, { lr }), { steps });
const gap = Math.max(...sgd.losses.map((loss, t) => Math.abs(loss - (forgotten.losses[t] ?? NaN))));
check.that(
  gap === 0,
  {
    zh: '每步清零的动量，与 SGD 一位不差',
    en: 'momentum reset at each step is SGD to the last digit',
  },
  { gap },
);
check.that(
  (kept.losses.at(-1) ?? NaN) < 1e-10,
  { zh: '速度留下来，才收敛', en: 'with the velocity kept it converges' },
  { loss: kept.losses.at(-1) ?? NaN },
);
