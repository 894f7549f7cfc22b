import { SGD } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines, slider } from 'notebook';

// zh: 一个参数，曲率 λ = 4：L = ½ · 4θ²，分界在 2/λ = 0.5。
// en: One parameter, curvature λ = 4: L = ½ · 4θ², so the border is 2/λ = 0.5.
const bowl = quadratic({ eigenvalues: [4], start: [1] });
const run = (lr: number) =>
  minimize(bowl, (params) => new SGD(params, { lr }), {
    steps: 20,
    record: { theta: (_, [theta]) => theta!.data[0]! },
  });

const lr = slider('η', { min: 0.01, max: 0.6, value: 0.35, step: 0.01 });
const runs = { small: run(0.02), below: run(0.45), at: run(0.5), above: run(0.53), yours: run(lr) };
display(
  lines({
    title: { zh: '同一个碗，五种学习率', en: 'One bowl, five learning rates' },
    series: [
      { label: { zh: 'η = 0.02：太小', en: 'η = 0.02: too small' }, y: runs.small.state.theta! },
      {
        label: { zh: 'η = 0.45：来回，但在收敛', en: 'η = 0.45: to and fro, and in' },
        y: runs.below.state.theta!,
      },
      {
        label: { zh: 'η = 0.5：永远来回', en: 'η = 0.5: to and fro for ever' },
        y: runs.at.state.theta!,
      },
      { label: { zh: 'η = 0.53：发散', en: 'η = 0.53: diverges' }, y: runs.above.state.theta! },
      {
        label: { zh: `η = ${lr}：你的`, en: `η = ${lr}: yours` },
        y: runs.yours.state.theta!,
        dash: true,
      },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ', domain: [-3.5, 3.5] },
  }),
);
check.converges(runs.below, { below: 0.05, label: 'η = 0.45:' });
check.close(Math.abs(runs.at.state.theta!.at(-1)!), 1, {
  tolerance: 1e-12,
  label: { zh: 'η = 0.5，20 步后的 |θ|：', en: 'η = 0.5, |θ| after 20 steps:' },
});
check.diverges(runs.above, { label: 'η = 0.53:' });
// zh: 每一步都把 θ 乘以 1 − ηλ，无论你选哪个 η。
// en: Each step multiplies θ by 1 − ηλ, whichever η you choose.
check.close(runs.yours.state.theta![1]!, 1 - lr * 4, { tolerance: 1e-12, label: '1 − ηλ:' });
