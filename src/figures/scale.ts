import { formatNumber, grouped, powerOfTen } from './format.ts';
import type { Axis } from './spec.ts';

export interface Tick {
  readonly value: number;
  readonly text: string;
  /** Below an axis that goes across: a line lower, where names are too long to stand side by side. */
  readonly lower?: boolean;
}

/** One axis: its finite domain, and ticks that still fit on a narrow screen. */
export interface Scale {
  readonly log: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

/** Beyond these, differences of values overflow, and steps between them vanish. */
const HUGE = 1e300;
const TINY = 1e-300;
/** Values closer than this to each other, compared to their size, are one value on an axis. */
const RESOLUTION = 1e-11;
/** Ticks aimed at, less one: few enough for a narrow screen. */
const INTERVALS = 4.5;
const LOG_TICKS = 7;
/** A logarithmic axis shows at most so many decades, from the top. */
const DECADES = 24;

/** The finite part of a number on this axis, or NaN: what cannot be drawn is left out. */
export function drawable(value: number, log: boolean): number {
  if (!Number.isFinite(value) || (log && value <= 0)) return NaN;
  const least = log ? TINY : -HUGE;
  return Math.max(least, Math.min(HUGE, value));
}

/** The least and the greatest value that can be drawn; null when there is none. */
export function extentOf(
  lists: Iterable<readonly number[]>,
  log: boolean,
): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const list of lists) {
    for (const item of list) {
      const value = drawable(item, log);
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : null;
}

/**
 * @param extent of the data; the axis's own domain goes first
 * @param round whether to widen the domain to round numbers
 */
export function makeScale(axis: Axis, extent: [number, number] | null, round: boolean): Scale {
  const log = axis.log === true;
  const given = axis.domain && [drawable(axis.domain[0], log), drawable(axis.domain[1], log)];
  let [low, high] = given ?? extent ?? (log ? [0.1, 1] : [0, 1]);
  const size = Math.max(Math.abs(low!), Math.abs(high!));
  if (!(high! - low! > Math.max(TINY, size * RESOLUTION))) {
    const reach = size > TINY ? size / 2 : 1;
    [low, high] = log ? [low! / 10, high! * 10] : [low! - reach, high! + reach];
  }
  const widen = round && !given;
  return log ? logScale(low!, high!, widen) : linearScale(low!, high!, widen);
}

function linearScale(low: number, high: number, widen: boolean): Scale {
  const step = niceStep((high - low) / INTERVALS);
  const first = widen ? Math.floor(low / step + 1e-9) : Math.ceil(low / step - 1e-9);
  const last = widen ? Math.ceil(high / step - 1e-9) : Math.floor(high / step + 1e-9);
  const values: number[] = [];
  for (let k = first; k <= last; k++) values.push(Number((k * step).toPrecision(12)));
  const domain = widen ? ([values[0]!, values.at(-1)!] as const) : ([low, high] as const);
  return {
    log: false,
    domain,
    ticks: values.map((value) => ({ value, text: tickText(value, step) })),
  };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return power * (share < 1.42 ? 1 : share < 3.17 ? 2 : share < 7.08 ? 5 : 10);
}

function tickText(value: number, step: number): string {
  const size = Math.abs(value);
  if (value === 0) return '0';
  if (size >= 1e6 || step < 1e-4) return formatNumber(value);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text = size.toFixed(decimals);
  const number = decimals === 0 ? grouped(text) : text;
  return value < 0 ? `−${number}` : number;
}

function logScale(low: number, high: number, widen: boolean): Scale {
  low = Math.max(low, high / 10 ** DECADES);
  const decades = Math.log10(high / low);
  const multiples = decades > 2.4 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5];
  const all: number[] = [];
  for (let k = Math.floor(Math.log10(low)) - 1; k <= Math.ceil(Math.log10(high)); k++) {
    for (const multiple of multiples) all.push(Number(`${multiple}e${k}`));
  }
  if (widen) {
    low = all.findLast((value) => value <= low * 1.0001) ?? low;
    high = all.find((value) => value >= high * 0.9999) ?? high;
  }
  const inside = all.filter((value) => value >= low * 0.9999 && value <= high * 1.0001);
  // Every second, third … decade: counted from 10⁰, so that the exponents are round numbers.
  const stride = Math.ceil(inside.length / LOG_TICKS);
  const chosen = inside.filter(
    (value, i) => (multiples.length > 1 ? i : Math.round(Math.log10(value))) % stride === 0,
  );
  const short = chosen.every((value) => value >= 9e-4 && value < 1e5);
  return {
    log: true,
    domain: [low, high],
    ticks: chosen.map((value) => ({ value, text: short ? plainText(value) : scientific(value) })),
  };
}

function plainText(value: number): string {
  return value >= 1e3 ? grouped(String(value)) : String(value);
}

function scientific(value: number): string {
  const [mantissa, exponent] = value.toExponential(0).split('e');
  const power = powerOfTen(Number(exponent));
  return mantissa === '1' ? power : `${mantissa}×${power}`;
}
