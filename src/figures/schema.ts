import * as v from 'valibot';
import type { Text } from '../text.ts';
import { LIMITS } from './limits.ts';
import {
  REASONS,
  say,
  label,
  number,
  finite,
  whole,
  numbers,
  list,
  interval,
  axisFields,
  logDomain,
  axis,
  surfaceAxis,
  common,
  named,
  amount,
  points,
  series,
  string,
  lossSeries,
  drawable,
  chart,
  type Reason,
} from './schema-fields.ts';
import type { FigureSpec } from './spec.ts';

const lossCurve = v.object({
  kind: v.literal('lossCurve'),
  ...chart,
  series: v.pipe(
    list(lossSeries, LIMITS.series),
    v.check((all) => drawable(all), say('tooMany')),
  ),
  below: v.exactOptional(number),
});

const lines = v.object({
  kind: v.literal('lines'),
  ...chart,
  series: v.pipe(
    list(series, LIMITS.series),
    v.check((all) => drawable(all), say('tooMany')),
  ),
  rules: v.exactOptional(
    list(
      v.object({
        x: v.exactOptional(number),
        y: v.exactOptional(number),
        label: v.exactOptional(label),
      }),
      LIMITS.marks,
    ),
  ),
  bands: v.exactOptional(
    list(
      v.object({
        x: v.exactOptional(interval),
        y: v.exactOptional(interval),
        label: v.exactOptional(label),
      }),
      LIMITS.marks,
    ),
  ),
});

const trajectory = v.object({
  kind: v.literal('trajectory'),
  ...common,
  x: surfaceAxis,
  y: surfaceAxis,
  seriesCutFrom: amount,
  start: v.exactOptional(string(LIMITS.key)),
  surface: v.pipe(
    v.object({
      columns: whole(2, LIMITS.grid),
      rows: whole(2, LIMITS.grid),
      heights: numbers(LIMITS.grid),
      floor: finite,
      log: v.boolean(),
      levels: numbers(LIMITS.levels),
      minima: list(v.tuple([number, number]), LIMITS.marks),
    }),
    v.check(({ columns, rows, heights }) => heights.length === columns * rows, say('lengths')),
  ),
  runs: v.pipe(
    list(
      v.pipe(
        v.object({
          ...named,
          x: points,
          y: points,
          step: v.exactOptional(points),
          steps: finite,
          thinnedFrom: amount,
          divergedAt: v.exactOptional(finite),
          loss: v.exactOptional(points),
          lr: v.exactOptional(v.union([number, points], say('numbers'))),
          state: v.exactOptional(
            list(v.object({ name: string(LIMITS.label), values: points }), LIMITS.recorded),
          ),
        }),
        v.check(
          ({ x, y, step = x, loss = x, lr, state = [] }) =>
            [y, step, loss, Array.isArray(lr) ? lr : x, ...state.map(({ values }) => values)].every(
              ({ length }) => length === x.length,
            ),
          say('lengths'),
        ),
      ),
      LIMITS.series,
    ),
    v.check((all) => drawable(all), say('tooMany')),
  ),
});

const gridAxis = v.object({
  label: v.exactOptional(label),
  values: list(v.union([number, label], say('number')), LIMITS.cells),
  log: v.exactOptional(v.boolean()),
});

const heatmap = v.pipe(
  v.object({
    kind: v.literal('heatmap'),
    ...common,
    x: gridAxis,
    y: gridAxis,
    values: list(numbers(LIMITS.cells), LIMITS.cells),
    color: v.pipe(
      v.object({ ...axisFields, diverging: v.exactOptional(v.boolean()) }),
      v.check((given) => logDomain(given), say('logDomain')),
    ),
    mark: v.exactOptional(
      list(v.object({ x: number, y: number, label: v.exactOptional(label) }), LIMITS.marks),
    ),
  }),
  v.check(
    ({ x, y, values }) =>
      values.length === y.values.length && values.every((row) => row.length === x.values.length),
    say('lengths'),
  ),
  v.check(({ x, y }) => x.values.length * y.values.length <= LIMITS.cells, say('tooMany')),
);

const bars = v.object({
  kind: v.literal('bars'),
  ...common,
  x: axis,
  y: axis,
  bars: list(v.object({ ...named, value: number, group: v.exactOptional(label) }), LIMITS.bars),
  barsCutFrom: amount,
});

const histogram = v.pipe(
  v.object({
    kind: v.literal('histogram'),
    ...common,
    x: axis,
    edges: v.pipe(
      numbers(LIMITS.bins + 1),
      v.minLength(2, say('lengths')),
      v.check((edges) => edges.every(Number.isFinite), say('finite')),
    ),
    series: list(
      v.object({
        ...named,
        counts: numbers(LIMITS.bins),
        total: finite,
        mean: number,
        left: finite,
      }),
      LIMITS.series,
    ),
    seriesCutFrom: amount,
  }),
  v.check(
    ({ edges, series: all }) => all.every(({ counts }) => counts.length === edges.length - 1),
    say('lengths'),
  ),
);

const scatter = v.object({
  kind: v.literal('scatter'),
  ...chart,
  series: v.pipe(
    list(series, LIMITS.series),
    v.check((all) => drawable(all), say('tooMany')),
  ),
});

const images = v.pipe(
  v.object({
    kind: v.literal('images'),
    ...common,
    width: whole(1, 140),
    height: whole(1, 140),
    columns: whole(1, 200),
    signed: v.boolean(),
    max: finite,
    images: list(
      v.object({ label: v.exactOptional(label), pixels: numbers(LIMITS.pixels) }),
      LIMITS.images,
    ),
    imagesCutFrom: amount,
  }),
  v.check(
    ({ width, height, images: all }) => all.every(({ pixels }) => pixels.length === width * height),
    say('lengths'),
  ),
  v.check(
    ({ width, height, images: all }) => all.length * width * height <= LIMITS.pixels,
    say('tooMany'),
  ),
);

const table = v.pipe(
  v.object({
    kind: v.literal('table'),
    ...common,
    columns: list(
      v.object({
        label,
        align: v.exactOptional(v.picklist(['left', 'right'])),
        digits: v.exactOptional(whole(1, 17)),
      }),
      LIMITS.columns,
    ),
    rows: list(list(v.union([number, label], say('text')), LIMITS.columns), LIMITS.rows),
    rowsCutFrom: amount,
  }),
  v.check(
    ({ columns, rows }) => rows.every((row) => row.length === columns.length),
    say('lengths'),
  ),
);

/** Every kind of figure, as the page accepts it from a worker it does not trust. Unknown fields are dropped. */
export const figureSchema = v.variant('kind', [
  lossCurve,
  lines,
  trajectory,
  heatmap,
  bars,
  histogram,
  scatter,
  images,
  table,
]) satisfies v.GenericSchema<unknown, FigureSpec>;

export type ParsedSpec =
  { readonly ok: true; readonly spec: FigureSpec } | { readonly ok: false; readonly message: Text };

/** Checks a spec of unknown origin; when it is wrong, one sentence says where and how. */
export function parseSpec(input: unknown): ParsedSpec {
  const result = v.safeParse(figureSchema, input, { abortEarly: true });
  if (result.success) return { ok: true, spec: result.output };
  const [issue] = result.issues;
  const place = v.getDotPath(issue)?.slice(0, 80);
  const reason: { zh: string; en: string } = Object.hasOwn(REASONS, issue.message)
    ? REASONS[issue.message as Reason]
    : { zh: '类型不对', en: 'is missing or of the wrong type' };
  return {
    ok: false,
    message: {
      zh: `这张图的数据有误：${place ? `“${place}”` : '整体'}${reason.zh}。`,
      en: `This figure's data is wrong: ${place ? `“${place}”` : 'it'} ${reason.en}.`,
    },
  };
}
