import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Tensor, tensor } from '../../src/optim/index.ts';
import { optimizerFor } from './adapter.ts';
import { type ProblemFields, recordedProblem } from './problems.ts';

type Values = Record<string, readonly number[]>;

/** One recorded run of one optimizer with given options on one problem. */
export interface RecordedCase {
  readonly id: string;
  readonly optimizer: string;
  readonly variant: string;
  readonly source: string;
  readonly hyperparameters: Record<string, unknown>;
  readonly problem: ProblemFields;
  readonly shapes: Record<string, readonly number[]>;
  readonly start: Values;
  readonly steps: readonly { readonly t: number; readonly params: Values; readonly loss: number }[];
}

export interface RecordedFile {
  readonly optimizer: string;
  readonly cases: readonly RecordedCase[];
}

/** Every file of recorded trajectories in a folder, by name. */
export function recordedFiles(folder: string): RecordedFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<RecordedFile>)
    .filter((file): file is RecordedFile => file.cases !== undefined);
}

/** |got − recorded| / max(1, |recorded|); infinite where the value is not finite. */
export function scaledError(got: number, recorded: number): number {
  const error = Math.abs(got - recorded) / Math.max(1, Math.abs(recorded));
  return Number.isNaN(error) ? Infinity : error;
}

/**
 * Replays a recorded run with our optimizer.
 *
 * @returns the largest scaled error of any parameter or loss at any recorded step.
 * @throws NotYet and others as `optimizerFor` does.
 */
export function replay(recorded: RecordedCase): number {
  const names = Object.keys(recorded.shapes);
  const params = names.map((name) => tensor(recorded.shapes[name]!, recorded.start[name]!));
  const problem = recordedProblem(recorded.problem);
  const optimizer = optimizerFor(recorded.optimizer, recorded.hyperparameters, params);
  let largest = 0;
  const compare = (got: number, wanted: number) => {
    largest = Math.max(largest, scaledError(got, wanted));
  };
  for (const { t, params: wanted, loss } of recorded.steps) {
    while (optimizer.t < t) {
      optimizer.step((): Tensor[] => problem.gradient(params, optimizer.t + 1));
    }
    for (const [k, name] of names.entries()) {
      wanted[name]!.forEach((value, i) => compare(params[k]!.data[i]!, value));
    }
    compare(problem.loss(params), loss);
  }
  return largest;
}
