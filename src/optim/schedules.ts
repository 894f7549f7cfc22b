/** A learning rate for each update, counted from 1. Set `optimizer.lr` to it before the update. */
export type Schedule = (t: number) => number;

function need(where: string, option: string, value: number, allowed: string, ok: boolean): void {
  if (typeof value !== 'number') {
    throw new TypeError(`${where}: ${option} must be a number ${allowed}, got ${String(value)}`);
  }
  if (!ok) throw new RangeError(`${where}: ${option} must be ${allowed}, got ${value}`);
}

const needRate = (where: string, option: string, value: number) =>
  need(where, option, value, 'in [0, ∞)', value >= 0 && value < Infinity);
const needSteps = (where: string, option: string, value: number) =>
  need(where, option, value, 'an integer ≥ 1', Number.isInteger(value) && value >= 1);
const needFactor = (where: string, option: string, value: number) =>
  need(where, option, value, 'in (0, 1]', value > 0 && value <= 1);
const needDivisor = (where: string, option: string, value: number) =>
  need(where, option, value, 'in [1, ∞)', value >= 1 && value < Infinity);

/** Refuses updates before the first, so that counting from 0 is found out. */
function schedule(where: string, rate: Schedule): Schedule {
  return (t) => {
    need(where, 't', t, 'in [1, ∞)', t >= 1 && t < Infinity);
    return rate(t);
  };
}

/** From `a` at progress 0 to `b` at progress 1, along half a cosine. */
const halfCosine = (a: number, b: number, progress: number) =>
  b + ((a - b) / 2) * (1 + cos(Math.PI * progress));

/** Constant: η_t = lr. */
export function constant(lr: number): Schedule {
  needRate('constant', 'lr', lr);
  return schedule('constant', () => lr);
}

/** Step decay: η_t = lr · factor^⌊(t−1)/every⌋. PyTorch's `StepLR`. */
export function step(
  lr: number,
  { every, factor = 0.1 }: { every: number; factor?: number },
): Schedule {
  needRate('step', 'lr', lr);
  needSteps('step', 'every', every);
  needFactor('step', 'factor', factor);
  return schedule('step', (t) => lr * factor ** Math.floor((t - 1) / every));
}

/**
 * Exponential: η_t = lr · factor^(t−1). PyTorch's `ExponentialLR`.
 * A factor above 1 makes the rate grow, as in a search for the largest rate that still works.
 */
export function exponential(lr: number, { factor }: { factor: number }): Schedule {
  needRate('exponential', 'lr', lr);
  need('exponential', 'factor', factor, 'in (0, ∞)', factor > 0 && factor < Infinity);
  return schedule('exponential', (t) => lr * factor ** (t - 1));
}

/**
 * Inverse root: η_t = lr · √(scale / (scale + t − 1)), which is lr/√t with scale 1.
 * The classical rate for stochastic convex problems; a larger scale delays the decay.
 */
export function inverseRoot(lr: number, { scale = 1 }: { scale?: number } = {}): Schedule {
  needRate('inverseRoot', 'lr', lr);
  needDivisor('inverseRoot', 'scale', scale);
  return schedule('inverseRoot', (t) => lr * Math.sqrt(scale / (scale + t - 1)));
}

/**
 * Cosine: η_t = min + ½(lr − min)(1 + cos(π (t−1)/steps)), and `min` after that.
 * PyTorch's `CosineAnnealingLR`, which would rise again after `steps`. Loshchilov and Hutter, arXiv:1608.03983.
 */
export function cosine(lr: number, { steps, min = 0 }: { steps: number; min?: number }): Schedule {
  needRate('cosine', 'lr', lr);
  needSteps('cosine', 'steps', steps);
  need('cosine', 'min', min, `in [0, ${lr}]`, min >= 0 && min <= lr);
  return schedule('cosine', (t) => halfCosine(lr, min, Math.min(1, (t - 1) / steps)));
}

/**
 * Linear warm-up, then another schedule: for t ≤ steps, η_t = after(1) · (from + (1 − from) t/steps),
 * and for t ≥ steps, η_t = after(t − steps + 1). Both give after(1) at t = steps.
 */
export function warmup(
  after: Schedule,
  { steps, from = 0 }: { steps: number; from?: number },
): Schedule {
  if (typeof after !== 'function') {
    throw new TypeError(`warmup: after must be a schedule, a function of t, got ${String(after)}`);
  }
  needSteps('warmup', 'steps', steps);
  need('warmup', 'from', from, 'in [0, 1]', from >= 0 && from <= 1);
  return schedule('warmup', (t) =>
    t < steps ? after(1) * (from + ((1 - from) * t) / steps) : after(t - steps + 1),
  );
}

/**
 * One cycle: up from max/divFactor to `max` in the first `pctStart` of the updates, then down to
 * max/(divFactor · finalDivFactor), both along half a cosine; afterwards it stays there.
 * PyTorch's `OneCycleLR` (without its cycle of the momentum). Smith and Topin, arXiv:1708.07120.
 */
export function oneCycle(
  max: number,
  {
    steps,
    pctStart = 0.3,
    divFactor = 25,
    finalDivFactor = 1e4,
  }: { steps: number; pctStart?: number; divFactor?: number; finalDivFactor?: number },
): Schedule {
  needRate('oneCycle', 'max', max);
  needSteps('oneCycle', 'steps', steps);
  need('oneCycle', 'pctStart', pctStart, 'in [0, 1]', pctStart >= 0 && pctStart <= 1);
  needDivisor('oneCycle', 'divFactor', divFactor);
  needDivisor('oneCycle', 'finalDivFactor', finalDivFactor);
  const first = max / divFactor;
  const last = first / finalDivFactor;
  // Updates made when the peak and the end are reached; a peak before the first update is none.
  const peak = Math.max(0, pctStart * steps - 1);
  const end = steps - 1;
  return schedule('oneCycle', (t) => {
    const made = t - 1;
    if (made < peak) return halfCosine(first, max, made / peak);
    if (made >= end) return peak < end ? last : max;
    return halfCosine(max, last, (made - peak) / (end - peak));
  });
}

/**
 * The cosine to 12 decimals. Engines may differ in its last bit, which a long run can magnify; so they agree, and
 * no learning rate is known to 12 decimals.
 */
function cos(x: number): number {
  return Math.round(Math.cos(x) * 2 ** 40) / 2 ** 40;
}
