import { Adam } from '../../src/optim/index.ts';
import { train } from '../../src/problems/index.ts';
import { ADAM, type Result, type Task } from './task.ts';

export function here({ problem }: Task): Result {
  const params = problem.start();
  const optimizer = new Adam(params, ADAM);
  const begun = performance.now();
  for (const _ of train(problem, params, optimizer, { steps: problem.perEpoch, every: 1000 }));
  return { ms: performance.now() - begun, accuracy: problem.accuracy(params) };
}
