import type { Problem } from '../../problems/problem.ts';
import { LIMITS } from '../limits.ts';
import type { Path, Surface, TrajectorySpec } from '../spec.ts';
import type { Text } from '../../text.ts';
import { pick, thin } from '../thin.ts';
import { axis, cap, common, interval, isObject, numbers, wrong, type Captions } from './check.ts';
import { pointsEach } from './lines.ts';
import { inputOf } from './start.ts';
import { namedRuns, recordedSteps, type Labelled, type RunLike, type Runs } from './runs.ts';

export interface TrajectoryOptions extends Captions, Labelled {
  /** How many contour lines, or at which losses. */
  readonly levels?: number | readonly number[];
  /** What to show instead of the problem's own domain. */
  readonly x?: { readonly label?: Text; readonly domain?: readonly [number, number] };
  readonly y?: { readonly label?: Text; readonly domain?: readonly [number, number] };
  /** What `point(…)` returned: a click on the surface then chooses it, and the cell runs from there. */
  readonly start?: readonly [number, number];
}

/** Samples of the surface: few, because the renderer interpolates between them; steep valleys need more. */
const SAMPLES = { plain: [49, 37], log: [97, 73] } as const;

/**
 * Paths over the contour lines of a surface of two parameters.
 *
 * @throws TypeError when the problem has no `surface`, or a run has no path.
 */
export function trajectory(
  problem: Problem,
  runs: Runs,
  options: TrajectoryOptions = {},
): TrajectorySpec {
  const surface = isObject(problem) ? problem.surface : undefined;
  if (!surface) throw wrong('trajectory: problem', 'one with a surface (two parameters)', problem);
  const x = axis(options.x, 'trajectory: x', { label: 'x', domain: surface.x });
  const y = axis(options.y, 'trajectory: y', { label: 'y', domain: surface.y });
  const domains = {
    x: interval(x.domain, 'trajectory: x'),
    y: interval(y.domain, 'trajectory: y'),
  };
  const [kept, seriesCutFrom] = cap(namedRuns(runs, 'trajectory', options), LIMITS.series);
  return {
    kind: 'trajectory',
    ...common(options, 'trajectory'),
    x: { ...x, domain: domains.x },
    y: { ...y, domain: domains.y },
    surface: sample(problem, domains, options.levels),
    runs: kept.map(({ label, run, among }) => ({
      ...path(label, run, pointsEach(kept.length)),
      ...(among && { among }),
    })),
    ...(options.start !== undefined && { start: inputOf(options.start) }),
    ...(seriesCutFrom !== undefined && { seriesCutFrom }),
  };
}

function path(label: Text, run: RunLike, limit: number): Path {
  if (!run.path)
    throw new TypeError(`trajectory: the run "${run.name}" has no path of two parameters`);
  const x = numbers(run.path.x, 'trajectory: path.x');
  const y = numbers(run.path.y, 'trajectory: path.y');
  if (x.length !== y.length) throw new TypeError('trajectory: path.x and path.y differ in length');
  const kept = thin([x, y], limit);
  const steps = recordedSteps(run, x.length);
  return {
    label,
    optimizer: run.name,
    x: pick(x, kept),
    y: pick(y, kept),
    ...((kept || steps.some((step, i) => step !== i)) && { step: pick(steps, kept) }),
    steps: run.steps,
    ...(kept && { thinnedFrom: x.length }),
    ...(run.divergedAt !== null && { divergedAt: run.divergedAt }),
    ...recorded(run, kept, x.length),
  };
}

/** What stands beside each point of the path, as far as the run recorded it there. */
function recorded(
  run: RunLike,
  kept: readonly number[] | null,
  length: number,
): Pick<Path, 'loss' | 'lr' | 'state'> {
  const column = (values: ArrayLike<number>) =>
    pick(values, kept).map((value) => rounded(value, 6));
  const there = (values: unknown): values is number[] =>
    Array.isArray(values) && values.length === length;
  const { losses, lr, state = {} } = run;
  const steady = there(lr) && lr.every((rate) => rate === lr[0]);
  const others = Object.entries(state).filter(([, values]) => there(values));
  return {
    ...(there(losses) && { loss: column(losses) }),
    ...(there(lr) && length > 0 && { lr: steady ? rounded(lr[0]!, 6) : column(lr) }),
    ...(others.length > 0 && {
      state: others.slice(0, LIMITS.recorded).map(([name, values]) => ({
        name: name.slice(0, LIMITS.label),
        values: column(values),
      })),
    }),
  };
}

function sample(
  problem: Problem,
  domain: { x: readonly [number, number]; y: readonly [number, number] },
  levels: TrajectoryOptions['levels'],
): Surface {
  const { minima = [], log = false } = problem.surface!;
  const params = problem.start();
  const theta = params[0]?.data;
  if (params.length !== 1 || theta?.length !== 2) {
    throw new TypeError(`trajectory: "${problem.name}" must have one tensor of two parameters`);
  }
  const at = (x: number, y: number) => {
    theta[0] = x;
    theta[1] = y;
    return problem.loss(params);
  };
  const [columns, rows] = SAMPLES[log ? 'log' : 'plain'];
  const values: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values.push(
        at(between(domain.x, column / (columns - 1)), between(domain.y, row / (rows - 1))),
      );
    }
  }
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const known = minima.map(([x, y]) => at(x, y)).filter(Number.isFinite);
  const floor = Math.min(sorted[0] ?? 0, ...known);
  return {
    columns,
    rows,
    heights: values.map((value) => rounded(value - floor)),
    floor,
    log,
    levels: contourLevels(sorted, floor, log, levels),
    minima: minima.slice(0, LIMITS.marks).map(([x, y]) => [x, y]),
  };
}

/** Contours at equal ratios (a surface that says `log`) or at equal distances, from low to high ground. */
function contourLevels(
  sorted: readonly number[],
  floor: number,
  log: boolean,
  wanted: TrajectoryOptions['levels'] = log ? 14 : 12,
): number[] {
  if (typeof wanted !== 'number') {
    const given = Array.from(numbers(wanted, 'trajectory: levels'));
    return given
      .filter(Number.isFinite)
      .sort((a, b) => a - b)
      .slice(0, LIMITS.levels);
  }
  if (!(wanted >= 1)) throw new RangeError(`trajectory: levels must be at least 1, got ${wanted}`);
  const count = Math.min(Math.round(wanted), LIMITS.levels);
  const high = (sorted.at(-1) ?? 1) - floor;
  if (!(high > 0)) return [];
  const low = Math.max((sorted[Math.floor(sorted.length * 0.025)] ?? 0) - floor, high * 1e-6);
  return Array.from({ length: count }, (_, k) =>
    rounded(floor + (log ? low * (high / low) ** (k / count) : (high * (k + 0.5)) / count)),
  );
}

function between([from, to]: readonly [number, number], share: number): number {
  return from + (to - from) * share;
}

/** Four digits are more than a contour line shows, and a third of the bytes. */
function rounded(value: number, digits = 4): number {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : value;
}
