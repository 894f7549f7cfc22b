import { cosine, SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { bars, check, display } from 'notebook';

// zh: 固定的 η = 0.2，走 1,000 步。比较最后一点、后半程的平均点，以及余弦安排的最后一点；200 次运行。
// en: A constant η = 0.2 for 1,000 steps: the last point, the mean of the points of the second half,
// en: and the last point under a cosine schedule. 200 runs.
const bowl = quadratic({ eigenvalues: [1, 0.05], start: [3, 10] });
const [T, lr] = [1000, 0.2];
const sums = { last: 0, mean: 0, cosine: 0 };
for (let seed = 0; seed < 200; seed++) {
  const problem = noisy(bowl, { sigma: 1, seed });
  const middle = bowl.start();
  middle[0]!.data.fill(0);
  const run = minimize(problem, (params) => new SGD(params, { lr }), {
    steps: T,
    every: T,
    onStep: ({ t }, [w]) => {
      if (t > T / 2) w!.data.forEach((value, i) => (middle[0]!.data[i]! += value / (T / 2)));
    },
  });
  const options = { steps: T, every: T, schedule: cosine(lr, { steps: T }) };
  sums.last += run.losses.at(-1)! / 200;
  sums.mean += bowl.loss(middle) / 200;
  sums.cosine += minimize(problem, (params) => new SGD(params), options).losses.at(-1)! / 200;
}
display(
  bars({
    title: { zh: '同样的步子，不同的答案', en: 'The same steps, different answers' },
    x: {},
    y: { label: { zh: '平均损失', en: 'mean loss' } },
    bars: [
      { label: { zh: '最后一点', en: 'last point' }, value: sums.last },
      { label: { zh: '后半程的平均', en: 'mean of the second half' }, value: sums.mean },
      { label: { zh: '余弦，最后一点', en: 'cosine, last point' }, value: sums.cosine },
    ],
  }),
);
check.that(
  sums.mean < sums.last / 4,
  {
    zh: '平均点的损失不到最后一点的四分之一',
    en: 'the mean point has under a quarter of the loss',
  },
  sums,
);
