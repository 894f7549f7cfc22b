import { LIMITS } from '../limits.ts';
import type { Axis, Band, LinesSpec, Named, Rule, ScatterSpec, Series } from '../spec.ts';
import { pick, thin } from '../thin.ts';
import {
  axis,
  cap,
  common,
  interval,
  list,
  named,
  number,
  numbers,
  record,
  text,
  type Captions,
  type Numbers,
} from './check.ts';

interface SeriesOptions extends Named {
  /** 0, 1, 2 … when left out. */
  readonly x?: Numbers;
  readonly y: Numbers;
  readonly dash?: boolean;
  readonly points?: boolean;
}

export interface LinesOptions extends Captions {
  readonly series: readonly SeriesOptions[];
  readonly x?: Axis;
  readonly y?: Axis;
  /** Straight lines across the figure, at one x or one y. */
  readonly rules?: readonly Rule[];
  /** Shaded intervals of x or of y. */
  readonly bands?: readonly Band[];
}

/**
 * Lines through points, one for each series.
 *
 * @throws TypeError that names the part of the options that is wrong.
 */
export function lines(options: LinesOptions): LinesSpec {
  const given = record(options, 'lines: options');
  const [series, seriesCutFrom] = cap(list(given.series, 'lines: series'), LIMITS.series);
  const rules = given.rules === undefined ? [] : list(given.rules, 'lines: rules');
  const bands = given.bands === undefined ? [] : list(given.bands, 'lines: bands');
  return {
    kind: 'lines',
    ...common(options, 'lines'),
    x: axis(given.x, 'lines: x'),
    y: axis(given.y, 'lines: y'),
    series: series.map((item, k) => oneSeries(item, `lines: series[${k}]`, series.length)),
    ...(seriesCutFrom !== undefined && { seriesCutFrom }),
    ...(rules.length > 0 && {
      rules: rules
        .slice(0, LIMITS.marks)
        .map((rule, k) => position(rule, `lines: rules[${k}]`, number)),
    }),
    ...(bands.length > 0 && {
      bands: bands
        .slice(0, LIMITS.marks)
        .map((band, k) => position(band, `lines: bands[${k}]`, interval)),
    }),
  };
}

function position<T>(item: unknown, place: string, read: (value: unknown, place: string) => T) {
  const { x, y, label } = record(item, place);
  if ((x === undefined) === (y === undefined)) throw new TypeError(`${place} needs either x or y`);
  return {
    ...(x !== undefined && { x: read(x, `${place}.x`) }),
    ...(y !== undefined && { y: read(y, `${place}.y`) }),
    ...(label !== undefined && { label: text(label, `${place}.label`) }),
  };
}

function oneSeries(item: unknown, place: string, count: number): Series {
  const given = record(item, place);
  const { x, y } = coordinates(given, place);
  const kept = thin([y], pointsEach(count));
  return {
    ...named(given, place),
    x: pick(x, kept),
    y: pick(y, kept),
    ...(given.dash === true && { dash: true }),
    ...(given.points === true && { points: true }),
    ...(kept && { thinnedFrom: y.length }),
  };
}

/** How many points each series may keep, so that many series together stay drawable. */
export function pointsEach(count: number): number {
  return Math.min(LIMITS.points, Math.floor(LIMITS.pointsOfFigure / Math.max(1, count)));
}

function coordinates(given: Record<string, unknown>, place: string) {
  const y = numbers(given.y, `${place}.y`);
  const x =
    given.x === undefined
      ? Array.from({ length: y.length }, (_, i) => i)
      : numbers(given.x, `${place}.x`);
  if (x.length !== y.length) {
    throw new TypeError(`${place}: x has ${x.length} values and y has ${y.length}`);
  }
  return { x, y };
}

export interface ScatterOptions extends Captions {
  readonly series: readonly (Named & { readonly x: Numbers; readonly y: Numbers })[];
  readonly x?: Axis;
  readonly y?: Axis;
}

/**
 * Points, one marker for each series. Of very many points every n-th is kept.
 *
 * @throws TypeError that names the part of the options that is wrong.
 */
export function scatter(options: ScatterOptions): ScatterSpec {
  const given = record(options, 'scatter: options');
  const [series, seriesCutFrom] = cap(list(given.series, 'scatter: series'), LIMITS.series);
  const read = series.map((item, k) => {
    const place = `scatter: series[${k}]`;
    const fields = record(item, place);
    numbers(fields.x, `${place}.x`);
    return { ...named(fields, place), ...coordinates(fields, place) };
  });
  const total = read.reduce((sum, { y }) => sum + y.length, 0);
  const stride = Math.max(1, Math.ceil(total / LIMITS.scatterPoints));
  return {
    kind: 'scatter',
    ...common(options, 'scatter'),
    x: axis(given.x, 'scatter: x'),
    y: axis(given.y, 'scatter: y'),
    series: read.map(({ x, y, ...rest }) => {
      const kept = stride > 1 ? everyNth(y.length, stride) : null;
      return {
        ...rest,
        x: pick(x, kept),
        y: pick(y, kept),
        ...(kept && { thinnedFrom: y.length }),
      };
    }),
    ...(seriesCutFrom !== undefined && { seriesCutFrom }),
  };
}

function everyNth(length: number, stride: number): number[] {
  return Array.from({ length: Math.ceil(length / stride) }, (_, i) => i * stride);
}
