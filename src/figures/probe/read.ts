import type { Language } from '../../text.ts';
import { formatNumber } from '../format.ts';
import { barsLayout } from '../layout/bars.ts';
import { heatmapLayout } from '../layout/heatmap.ts';
import { histogramPlane } from '../layout/histogram.ts';
import { imagesLayout } from '../layout/images.ts';
import { linesPlane } from '../layout/lines.ts';
import { inFrame, scalesOf, type Frame, type Plane } from '../layout/plane.ts';
import { scatterPlane } from '../layout/scatter.ts';
import { trajectoryPlane } from '../layout/trajectory.ts';
import { looksOf } from '../palette.ts';
import { plain } from '../plain.ts';
import { drawable } from '../scale.ts';
import type {
  BarsSpec,
  FigureSpec,
  HeatmapSpec,
  HistogramSpec,
  ImagesSpec,
  LinesSpec,
  LossCurveSpec,
  ScatterSpec,
  TrajectorySpec,
} from '../spec.ts';
import { stateAt } from '../state.ts';
import type { Text } from '../../text.ts';
import { word } from '../words.ts';
import type { Group, Probe } from './probe.ts';

const ANYWHERE = Infinity;
const EVENLY = [1, 1] as const;
/** A path is meant when it is as near as a finger. */
const FINGER = 36;

const f = (value: number) => formatNumber(value, 4);

/** The points of a figure's drawing with what each has to tell; null for a figure of words. */
export function probeOf(spec: FigureSpec, width: number, language: Language): Probe | null {
  switch (spec.kind) {
    case 'lossCurve':
    case 'lines':
      return ofSeries(spec, linesPlane(spec, width), language);
    case 'scatter':
      return ofSeries(spec, scatterPlane(spec, width), language);
    case 'trajectory':
      return ofPaths(spec, trajectoryPlane(spec, width), language);
    case 'bars':
      return ofBars(spec, width, language);
    case 'histogram':
      return ofBins(spec, histogramPlane(spec, width), language);
    case 'heatmap':
      return ofCells(spec, width, language);
    case 'images':
      return ofPixels(spec, width, language);
    case 'table':
      return null;
  }
}

function named(text: Text | undefined, otherwise: string, language: Language): string {
  return text === undefined ? otherwise : plain(text, language);
}

/** The points that can be seen, as the renderer puts them. */
function pointsIn(plane: Plane, xs: readonly number[], ys: readonly number[]): Group {
  const at = scalesOf(plane);
  const group = { x: [] as number[], y: [] as number[], index: [] as number[] };
  for (let i = 0; i < xs.length; i++) {
    const x = at.x(drawable(xs[i]!, plane.x.log));
    const y = at.y(drawable(ys[i]!, plane.y.log));
    if (!inFrame(plane.frame, x, y)) continue;
    group.x.push(x);
    group.y.push(y);
    group.index.push(i);
  }
  return group;
}

function ofSeries(
  spec: LinesSpec | LossCurveSpec | ScatterSpec,
  plane: Plane,
  language: Language,
): Probe {
  const looks = looksOf(spec.series);
  return {
    groups: spec.series.map(({ x, y }) => pointsIn(plane, x, y)),
    weight: EVENLY,
    area: plane.frame,
    reach: ANYWHERE,
    read(group, i) {
      const { label, x, y, raw } = spec.series[group]!;
      const value = named(spec.y.label, 'y', language);
      return {
        name: plain(label, language),
        color: looks[group]!.color,
        rows: [
          [named(spec.x.label, 'x', language), f(x[i]!)],
          [raw ? `${value} (${word('smoothed', language)})` : value, f(y[i]!)],
          ...(raw ? [[value, f(raw[i]!)] as const] : []),
        ],
      };
    },
  };
}

function ofPaths(spec: TrajectorySpec, plane: Plane, language: Language): Probe {
  const looks = looksOf(spec.runs);
  return {
    groups: spec.runs.map(({ x, y }) => pointsIn(plane, x, y)),
    weight: EVENLY,
    area: plane.frame,
    reach: FINGER,
    read(group, i) {
      const run = spec.runs[group]!;
      return {
        name: plain(run.label, language),
        color: looks[group]!.color,
        rows: [
          [word('step', language), f(run.step?.[i] ?? i)],
          ...stateAt(run, i, language),
          [named(spec.x.label, 'x', language), f(run.x[i]!)],
          [named(spec.y.label, 'y', language), f(run.y[i]!)],
        ],
      };
    },
  };
}

function ofBars(spec: BarsSpec, width: number, language: Language): Probe {
  const { plane, rows } = barsLayout(spec, width, language);
  const at = scalesOf(plane);
  const { left, right, top, bottom } = plane.frame;
  return {
    groups: rows.map(({ bar, y }) => {
      const end = at.x(drawable(bar.value, plane.x.log));
      const reached = Number.isFinite(end) ? Math.max(left, Math.min(right, end)) : left;
      return { x: [reached], y: [at.y(y)], index: [0] };
    }),
    weight: [0, 1],
    // Names and numbers belong to their bars.
    area: { left: 0, right: width, top, bottom },
    reach: ANYWHERE,
    read(group) {
      const { bar, look } = rows[group]!;
      const name = plain(bar.label, language);
      return {
        name: bar.group === undefined ? name : `${plain(bar.group, language)} · ${name}`,
        color: look.color,
        rows: [[named(spec.y.label, word('value', language), language), f(bar.value)]],
      };
    },
  };
}

function ofBins(spec: HistogramSpec, plane: Plane, language: Language): Probe {
  const looks = looksOf(spec.series);
  const at = scalesOf(plane);
  const { edges } = spec;
  const middles = edges.slice(1).map((to, k) => (at.x(edges[k]!) + at.x(to)) / 2);
  return {
    groups: spec.series.map(({ counts }) => ({
      x: middles,
      y: counts.map((count) => (Number.isFinite(count) ? at.y(count) : plane.frame.bottom)),
      index: counts.map((_, k) => k),
    })),
    // The bin is chosen by its place, the series by its height.
    weight: [1, 1e-6],
    area: plane.frame,
    reach: ANYWHERE,
    read: (group, k) => ({
      name: plain(spec.series[group]!.label, language),
      color: looks[group]!.color,
      rows: [
        [named(spec.x.label, 'x', language), `${f(edges[k]!)} … ${f(edges[k + 1]!)}`],
        [plain(plane.y.label ?? '', language), f(spec.series[group]!.counts[k]!)],
      ],
    }),
  };
}

function ofCells(spec: HeatmapSpec, width: number, language: Language): Probe {
  const { plane, grid, upward } = heatmapLayout(spec, width, language);
  const columns = spec.x.values.map((_, column) => grid.left(column) + grid.width / 2);
  const order = spec.y.values.map((_, row) => row);
  // The arrow keys go up and down as the rows stand.
  if (upward) order.reverse();
  const shown = (value: number | Text) =>
    typeof value === 'number' ? f(value) : plain(value, language);
  return {
    groups: order.map((row) => ({
      x: columns,
      y: columns.map(() => grid.top(row) + grid.height / 2),
      index: columns.map((_, column) => column),
    })),
    weight: EVENLY,
    area: plane.frame,
    reach: ANYWHERE,
    read: (group, column) => ({
      rows: [
        [named(spec.x.label, 'x', language), shown(spec.x.values[column]!)],
        [named(spec.y.label, 'y', language), shown(spec.y.values[order[group]!]!)],
        [
          named(spec.color.label, word('value', language), language),
          f(spec.values[order[group]!]![column]!),
        ],
      ],
    }),
  };
}

function ofPixels(spec: ImagesSpec, width: number, language: Language): Probe {
  const { scale, columns, rows, corner } = imagesLayout(spec, width);
  const middle = (pixel: number) => 1 + (pixel + 0.5) * scale;
  const area: Frame = { left: 0, right: columns * scale, top: 0, bottom: rows * scale };
  return {
    groups: spec.images.map(({ pixels }, k) => {
      const { left, top } = corner(k);
      return {
        x: pixels.map((_, i) => middle(left + (i % spec.width))),
        y: pixels.map((_, i) => middle(top + Math.floor(i / spec.width))),
        index: pixels.map((_, i) => i),
      };
    }),
    weight: EVENLY,
    area,
    // Between two pictures neither is meant.
    reach: Math.max(scale, 4),
    read: (group, i) => ({
      name: named(spec.images[group]!.label, `${word('image', language)} ${group + 1}`, language),
      rows: [
        [word('row', language), String(Math.floor(i / spec.width) + 1)],
        [word('column', language), String((i % spec.width) + 1)],
        [word('value', language), f(spec.images[group]!.pixels[i]!)],
      ],
    }),
  };
}
