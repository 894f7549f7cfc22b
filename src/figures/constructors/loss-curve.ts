import { LIMITS } from '../limits.ts';
import type { Axis, LossCurveSpec, LossSeries } from '../spec.ts';
import { pick, thin } from '../thin.ts';
import type { Text } from '../../text.ts';
import { axis, cap, common, number, record, type Captions } from './check.ts';
import { pointsEach } from './lines.ts';
import { namedRuns, recordedSteps, type Labelled, type RunLike, type Runs } from './runs.ts';

export interface LossCurveOptions extends Captions, Labelled {
  readonly x?: Axis;
  readonly y?: Axis;
  /** Logarithmic loss axis, unless false. */
  readonly log?: boolean;
  /** A loss worth reaching: drawn as a line, and the summary says at which step each run got there. */
  readonly below?: number;
  /** β of a bias-corrected exponential moving average, 0 ≤ β < 1; the raw losses stay faintly behind. */
  readonly smooth?: number;
}

/**
 * The loss of each run against its steps.
 *
 * @throws TypeError when `runs` is not what `minimize` returns; RangeError when `smooth` is outside [0, 1).
 */
export function lossCurve(runs: Runs, options: LossCurveOptions = {}): LossCurveSpec {
  const { log = true, below, smooth = 0 } = record(options, 'lossCurve: options');
  if (below !== undefined) number(below, 'lossCurve: below');
  if (!(number(smooth, 'lossCurve: smooth') >= 0 && (smooth as number) < 1)) {
    throw new RangeError(`lossCurve: smooth must be in [0, 1), got ${smooth}`);
  }
  const [kept, seriesCutFrom] = cap(namedRuns(runs, 'lossCurve', options), LIMITS.series);
  const threshold = below as number | undefined;
  return {
    kind: 'lossCurve',
    ...common(options, 'lossCurve'),
    x: axis(options.x, 'lossCurve: x', { label: { zh: '步数', en: 'step' } }),
    y: axis(options.y, 'lossCurve: y', {
      label: { zh: '损失', en: 'loss' },
      ...(log === true && { log }),
    }),
    series: kept.map(({ label, run, among }) => ({
      ...lossSeries(label, run, threshold, smooth as number, pointsEach(kept.length)),
      ...(among && { among }),
    })),
    ...(seriesCutFrom !== undefined && { seriesCutFrom }),
    ...(threshold !== undefined && { below: threshold }),
  };
}

function lossSeries(
  label: Text,
  run: RunLike,
  below: number | undefined,
  beta: number,
  limit: number,
): LossSeries {
  const { losses } = run;
  const steps = recordedSteps(run, losses.length);
  const smoothed = beta > 0 ? average(losses, beta) : null;
  const kept = thin(smoothed ? [smoothed, losses] : [losses], limit);
  let bestAt = -1;
  let reachedAt = -1;
  for (const [i, loss] of losses.entries()) {
    if (Number.isFinite(loss) && (bestAt < 0 || loss < losses[bestAt]!)) bestAt = i;
    if (below !== undefined && reachedAt < 0 && loss <= below) reachedAt = i;
  }
  return {
    label,
    optimizer: run.name,
    x: pick(steps, kept),
    y: pick(smoothed ?? losses, kept),
    ...(smoothed && { raw: pick(losses, kept) }),
    ...(kept && { thinnedFrom: losses.length }),
    steps: run.steps,
    last: losses.at(-1) ?? NaN,
    best: losses[bestAt] ?? NaN,
    bestAt: steps[bestAt] ?? 0,
    ...(below !== undefined && { reachedAt: steps[reachedAt] ?? null }),
    ...(run.divergedAt !== null && { divergedAt: run.divergedAt }),
  };
}

/** m_t = β m_{t−1} + (1 − β) loss_t, divided by 1 − β^t as in Adam, so that it does not start from zero. */
function average(losses: readonly number[], beta: number): number[] {
  let m = 0;
  let correction = 1;
  return losses.map((loss) => {
    m = beta * m + (1 - beta) * loss;
    correction *= beta;
    return m / (1 - correction);
  });
}
