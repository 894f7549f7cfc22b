import { LIMITS } from '../limits.ts';
import type { Axis, HistogramSpec, Named } from '../spec.ts';
import {
  axis,
  cap,
  common,
  list,
  named,
  numbers,
  record,
  type Captions,
  type Numbers,
} from './check.ts';

interface HistogramSeries extends Named {
  readonly values: Numbers;
}

export interface HistogramOptions extends Captions {
  /** The values of a single series … */
  readonly values?: Numbers;
  /** … or several series over the same bins. */
  readonly series?: readonly HistogramSeries[];
  /** How many bins of equal width (equal ratio on a logarithmic axis). */
  readonly bins?: number;
  readonly x?: Axis;
}

/**
 * How often values fall into each of a row of bins. Values that are not finite are counted and said, not drawn.
 *
 * @throws TypeError when there is neither `values` nor `series`; RangeError when `bins` is not from 1 to 200.
 */
export function histogram(options: HistogramOptions): HistogramSpec {
  const given = record(options, 'histogram: options');
  const bins = given.bins ?? 30;
  if (!Number.isInteger(bins) || (bins as number) < 1 || (bins as number) > LIMITS.bins) {
    throw new RangeError(
      `histogram: bins must be a whole number from 1 to ${LIMITS.bins}, got ${bins}`,
    );
  }
  const x = axis(given.x, 'histogram: x');
  const [series, seriesCutFrom] = cap(readSeries(given), LIMITS.series);
  // Of values beyond, not even the width of a bin is a finite number.
  const usable = (value: number) => Math.abs(value) <= 1e300 && (!x.log || value >= 1e-300);
  const edges = binEdges(x, bins as number, series, usable);
  return {
    kind: 'histogram',
    ...common(options, 'histogram'),
    x,
    edges,
    series: series.map(({ values, ...rest }) => ({ ...rest, ...count(values, edges, x, usable) })),
    ...(seriesCutFrom !== undefined && { seriesCutFrom }),
  };
}

function readSeries(given: Record<string, unknown>): HistogramSeries[] {
  if (given.series === undefined) {
    return [
      { label: { zh: '取值', en: 'values' }, values: numbers(given.values, 'histogram: values') },
    ];
  }
  return list(given.series, 'histogram: series').map((item, k) => {
    const place = `histogram: series[${k}]`;
    const fields = record(item, place);
    return { ...named(fields, place), values: numbers(fields.values, `${place}.values`) };
  });
}

function binEdges(
  x: Axis,
  bins: number,
  series: readonly HistogramSeries[],
  usable: (value: number) => boolean,
): number[] {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of series) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (!usable(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  if (x.domain) [low, high] = x.domain;
  if (!(low <= high)) [low, high] = [x.log ? 0.1 : 0, 1];
  if (low === high) {
    const reach = Math.abs(low) || 1;
    [low, high] = x.log ? [low / 2, high * 2] : [low - reach / 2, high + reach / 2];
  }
  return Array.from({ length: bins + 1 }, (_, k) => {
    if (k === bins) return high;
    return x.log ? low * (high / low) ** (k / bins) : low + ((high - low) * k) / bins;
  });
}

function count(
  values: Numbers,
  edges: readonly number[],
  x: Axis,
  usable: (value: number) => boolean,
) {
  const bins = edges.length - 1;
  const counts = Array.from({ length: bins }, () => 0);
  const scale = (value: number) => (x.log ? Math.log(value) : value);
  const low = scale(edges[0]!);
  const width = (scale(edges[bins]!) - low) / bins;
  let inside = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!usable(value) || value < edges[0]! || value > edges[bins]!) continue;
    let bin = Math.min(bins - 1, Math.max(0, Math.floor((scale(value) - low) / width)));
    // Rounding may put a value that stands on an edge into the bin before it.
    if (bin + 1 < bins && value >= edges[bin + 1]!) bin++;
    else if (value < edges[bin]!) bin--;
    counts[bin]!++;
    inside++;
    sum += value;
  }
  return { counts, total: inside, mean: sum / inside, left: values.length - inside };
}
