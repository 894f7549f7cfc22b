import { tensor } from '../optim/tensor.ts';
import type { Tensor } from '../optim/tensor.ts';
import type { Problem, Run } from './problem.ts';

/** What `minimize` needs of an optimizer. */
export interface Stepper {
  readonly name: string;
  lr: number;
  /** Updates made so far. */
  readonly t: number;
  /** Parameter groups: gradients are handed over in the order in which the groups list their tensors. */
  readonly groups?: readonly { readonly params: readonly Tensor[] }[];
  step(gradient: () => readonly Tensor[]): void;
}

export interface MinimizeOptions<Optimizer extends Stepper> {
  /** How many updates to make. */
  steps: number;
  /** Where to start instead of the problem's own start: all values in a row, or one tensor per parameter. */
  start?: readonly number[] | readonly Tensor[];
  /** The learning rate of update t, counted from 1. */
  schedule?: (t: number) => number;
  /** Further quantities to record, by name, each time the loss is recorded. */
  record?: Record<string, (optimizer: Optimizer, params: readonly Tensor[]) => number>;
  /** Record the loss only every so many updates (default 1), for losses that cost more than a step. */
  every?: number;
  /** Called after each update; `optimizer.t` is its number. */
  onStep?: (optimizer: Optimizer, params: readonly Tensor[]) => void;
}

/** A loss this many times the first one (or 1, if that is larger) counts as diverged. */
const EXPLODED = 1e12;
const MOST_RECORDS = 1e7;

/**
 * Runs an optimizer on a problem and records the way down.
 *
 * The run stops early when it diverges: when a parameter is no longer finite (looked at after every update),
 * or when a recorded loss is not finite or above 10¹² · max(1, first loss).
 *
 * @param make makes the optimizer for the parameters: `(params) => new SGD(params, { lr: 0.1 })`
 * @throws RangeError when an option is out of range or `start` does not fit the problem
 * @example minimize(ravine, (params) => new SGD(params, { lr: 0.02 }), { steps: 100 })
 */
export function minimize<Optimizer extends Stepper>(
  problem: Problem,
  make: (params: Tensor[]) => Optimizer,
  options: MinimizeOptions<Optimizer>,
): Run {
  const { steps, schedule, onStep, every = 1 } = options;
  const entries = checkedEntries(steps, every);
  const params = startParams(problem, options.start);
  const optimizer = make(params);

  const gradients = params.map((param) => tensor(param.shape, undefined, 'float64'));
  const handedOver = inOrderOf(optimizer, params, gradients);
  let evaluations = 0;
  const evaluate = (): readonly Tensor[] => {
    evaluations += 1;
    problem.gradient(params, gradients, optimizer.t + 1);
    return handedOver;
  };

  const column = (): number[] => Array.from({ length: entries }, () => NaN);
  const losses = column();
  const gradientNorms = column();
  const rates = column();
  const plane = params.length === 1 && params[0]?.data.length === 2 ? params[0].data : undefined;
  const path = plane && { x: column(), y: column() };
  const recorders = Object.entries(options.record ?? {}).map(
    ([name, read]) => [name, read, column()] as const,
  );

  const recordPoint = (entry: number): number => {
    const loss = problem.loss(params);
    losses[entry] = loss;
    rates[entry] = optimizer.lr;
    if (path && plane) {
      path.x[entry] = plane[0] ?? NaN;
      path.y[entry] = plane[1] ?? NaN;
    }
    for (const [, read, values] of recorders) values[entry] = read(optimizer, params);
    return loss;
  };

  let entry = 0;
  const firstLoss = recordPoint(0);
  const limit = EXPLODED * Math.max(1, firstLoss);
  let divergedAt: number | null = Number.isFinite(firstLoss) ? null : 0;
  let t = 0;
  while (t < steps && divergedAt === null) {
    const leaving = t % every === 0;
    t += 1;
    if (schedule) optimizer.lr = checkedRate(schedule(t), t);
    if (t === 1) rates[0] = optimizer.lr; // the start shows the rate it is left with
    optimizer.step(evaluate);
    problem.project?.(params);
    if (leaving) gradientNorms[entry] = norm(gradients);
    onStep?.(optimizer, params);
    const finite = allFinite(params);
    if (!finite) divergedAt = t;
    if (t % every === 0 || t === steps || !finite) {
      entry += 1;
      const loss = recordPoint(entry);
      if (!(loss <= limit)) divergedAt = t;
    }
  }
  // The last point is left by no update: its gradient is taken here, and not counted.
  problem.gradient(params, gradients, optimizer.t + 1);
  gradientNorms[entry] = norm(gradients);

  const cut = (values: number[]): number[] => {
    values.length = entry + 1;
    return values;
  };
  return {
    name: optimizer.name,
    losses: cut(losses),
    gradientNorms: cut(gradientNorms),
    lr: cut(rates),
    ...(path && { path: { x: cut(path.x), y: cut(path.y) } }),
    state: Object.fromEntries(recorders.map(([name, , values]) => [name, cut(values)])),
    params,
    steps: t,
    every,
    divergedAt,
    evaluations,
  };
}

/** How many points a run of `steps` updates records, its start and its end included. */
function checkedEntries(steps: number, every: number): number {
  if (!Number.isSafeInteger(steps) || steps < 0) {
    throw new RangeError(`steps: must be a whole number from 0 up, got ${steps}`);
  }
  if (!Number.isSafeInteger(every) || every < 1) {
    throw new RangeError(`every: must be a whole number from 1 up, got ${every}`);
  }
  const entries = 1 + Math.ceil(steps / every);
  if (entries > MOST_RECORDS) {
    throw new RangeError(
      `steps: ${steps} steps would record ${entries} points, at most ${MOST_RECORDS}: raise \`every\``,
    );
  }
  return entries;
}

export function checkedRate(lr: number, t: number): number {
  if (Number.isFinite(lr) && lr >= 0) return lr;
  throw new RangeError(
    `schedule: the learning rate must be finite and not negative, got ${lr} at ${t}`,
  );
}

function startParams(problem: Problem, start?: readonly number[] | readonly Tensor[]): Tensor[] {
  const params = problem.start();
  if (!start) return params;
  const size = params.reduce((sum, param) => sum + param.data.length, 0);
  const flat = start.flatMap((part) => (typeof part === 'number' ? part : [...part.data]));
  if (flat.length !== size) {
    throw new RangeError(`start: '${problem.name}' has ${size} parameters, got ${flat.length}`);
  }
  const unfit = flat.findIndex((value) => !Number.isFinite(value));
  if (unfit >= 0) throw new RangeError(`start: value ${unfit} must be finite, got ${flat[unfit]}`);
  let from = 0;
  for (const param of params) {
    param.data.set(flat.slice(from, from + param.data.length));
    from += param.data.length;
  }
  return params;
}

/** The gradient buffers in the order in which the optimizer's groups list the parameters. */
export function inOrderOf(
  optimizer: Stepper,
  params: readonly Tensor[],
  gradients: readonly Tensor[],
): readonly Tensor[] {
  if (!optimizer.groups) return gradients;
  return optimizer.groups.flatMap((group) =>
    group.params.map((param) => {
      const gradient = gradients[params.indexOf(param)];
      if (gradient) return gradient;
      throw new RangeError(
        `make: '${optimizer.name}' was given a tensor that is not one of params`,
      );
    }),
  );
}

function norm(tensors: readonly Tensor[]): number {
  let sum = 0;
  for (const { data } of tensors) for (const value of data) sum += value * value;
  return Math.sqrt(sum);
}

export function allFinite(tensors: readonly Tensor[]): boolean {
  for (const { data } of tensors)
    for (const value of data) if (!Number.isFinite(value)) return false;
  return true;
}
