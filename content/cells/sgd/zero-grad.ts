import { SGD, tensor } from 'optim';
import { minimize, quadratic, type Problem } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: PyTorch 的 backward() 把新梯度加到旧的上面。忘了 zero_grad()，每一步用的都是至今所有梯度之和。
// en: PyTorch's backward() adds to what is there.
// en: Without zero_grad() every step uses the sum of all gradients so far.
const accumulating = (problem: Problem): Problem => {
  const sum = tensor([2]);
  return {
    ...problem,
    gradient(params, into, step) {
      problem.gradient(params, into, step);
      into[0]!.data.forEach((g, i) => (sum.data[i]! += g));
      into[0]!.data.set(sum.data);
    },
  };
};

const bowl = quadratic({ eigenvalues: [1, 4] });
const run = (problem: Problem) =>
  minimize(problem, (params) => new SGD(params, { lr: 0.1 }), { steps: 200 });
const runs = { 'zero_grad()': run(bowl), forgotten: run(accumulating(bowl)) };
display(
  lossCurve(runs, {
    title: { zh: '忘了清零：永远荡来荡去', en: 'Gradients never cleared: it swings for ever' },
    labels: { forgotten: { zh: '没清零', en: 'not cleared' } },
  }),
);
check.converges(runs['zero_grad()'], { below: 1e-12, label: 'zero_grad():' });
const late = Math.max(...runs.forgotten.losses.slice(100));
check.that(
  late > 1,
  {
    zh: '没清零：100 步之后损失仍回到起点的量级',
    en: 'not cleared: after 100 steps the loss still comes back to the size of the first',
  },
  { max: late, first: runs.forgotten.losses[0]! },
);
