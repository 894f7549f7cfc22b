import type { Text } from '../text.ts';

/**
 * What a figure is before it is drawn: plain data, made in a cell by the constructors and drawn by `renderFigure`.
 *
 * Numbers may be NaN or ±Infinity (a run that diverged). Structured clone carries them from the worker to the
 * page; JSON does not, so a spec that is stored goes through `encode` and `decode` (`encode.ts`).
 */
export type FigureSpec =
  | LossCurveSpec
  | LinesSpec
  | TrajectorySpec
  | HeatmapSpec
  | BarsSpec
  | HistogramSpec
  | ScatterSpec
  | ImagesSpec
  | TableSpec;

export type FigureKind = FigureSpec['kind'];

/** What every kind may have. A figure displayed again under the same `key` replaces the earlier one in place. */
export interface Common {
  readonly key?: string;
  readonly title?: Text;
  readonly caption?: Text;
}

export interface Axis {
  readonly label?: Text;
  readonly log?: boolean;
  readonly domain?: readonly [number, number];
}

/** The quantities that keep one colour through the whole book, in equations, source and figures. */
export const QUANTITIES = ['gradient', 'momentum', 'second', 'lr', 'decay', 'trust'] as const;
export type Quantity = (typeof QUANTITIES)[number];

export interface Named {
  readonly label: Text;
  /** The optimizer's name decides colour, dash and marker, the same through the whole book. */
  readonly optimizer?: string;
  /** Of a series that is no optimizer's: the quantity whose colour it wears. */
  readonly quantity?: Quantity;
  /**
   * Which of how many runs of its optimizer this one is, from 0: a run looks the same in all figures of a cell, however
   * many of the others each of them shows.
   */
  readonly among?: readonly [turn: number, count: number];
}

export interface Series extends Named {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly dash?: boolean;
  readonly points?: boolean;
  /** The values before smoothing, drawn faintly behind `y`. */
  readonly raw?: readonly number[];
  /** How many points there were before thinning. */
  readonly thinnedFrom?: number;
}

/** One run's losses. The facts are taken before thinning, so that the summary is exact. */
export interface LossSeries extends Series {
  readonly steps: number;
  readonly last: number;
  readonly best: number;
  readonly bestAt: number;
  /** First step at which the loss was at or under `below`; null when it never was. */
  readonly reachedAt?: number | null;
  readonly divergedAt?: number;
}

export interface Rule {
  readonly x?: number;
  readonly y?: number;
  readonly label?: Text;
}

export interface Band {
  readonly x?: readonly [number, number];
  readonly y?: readonly [number, number];
  readonly label?: Text;
}

interface Chart extends Common {
  readonly x: Axis;
  readonly y: Axis;
  /** How many series there were before the cap. */
  readonly seriesCutFrom?: number;
}

export interface LossCurveSpec extends Chart {
  readonly kind: 'lossCurve';
  readonly series: readonly LossSeries[];
  readonly below?: number;
}

export interface LinesSpec extends Chart {
  readonly kind: 'lines';
  readonly series: readonly Series[];
  readonly rules?: readonly Rule[];
  readonly bands?: readonly Band[];
}

export interface Path extends Named {
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** The step of each point, when they are not 0, 1, 2 … */
  readonly step?: readonly number[];
  readonly steps: number;
  readonly thinnedFrom?: number;
  readonly divergedAt?: number;
  /** What the run recorded at each point, to be shown beside it: loss, learning rate, the cell's own quantities. */
  readonly loss?: readonly number[];
  /** One number when the rate never changed. */
  readonly lr?: number | readonly number[];
  readonly state?: readonly Recorded[];
}

export interface Recorded {
  readonly name: string;
  readonly values: readonly number[];
}

export interface Surface {
  readonly columns: number;
  readonly rows: number;
  /** Samples of the loss above `floor`, row by row from the smallest y, both ends of each domain included. */
  readonly heights: readonly number[];
  /** The least loss known: logarithmic levels are measured from it. */
  readonly floor: number;
  readonly log: boolean;
  /** The losses at which contours are drawn. */
  readonly levels: readonly number[];
  readonly minima: readonly (readonly [number, number])[];
}

export interface TrajectorySpec extends Common {
  readonly kind: 'trajectory';
  readonly x: Axis & { readonly domain: readonly [number, number] };
  readonly y: Axis & { readonly domain: readonly [number, number] };
  readonly surface: Surface;
  readonly runs: readonly Path[];
  /** The input, a point, that a click on the surface sets: the cell runs from there. */
  readonly start?: string;
  readonly seriesCutFrom?: number;
}

export interface GridAxis {
  readonly label?: Text;
  readonly values: readonly (number | Text)[];
  readonly log?: boolean;
}

export interface ColorScale {
  readonly label?: Text;
  readonly log?: boolean;
  readonly domain?: readonly [number, number];
  /** Two hues around 0 (or around 1 on a logarithmic scale). */
  readonly diverging?: boolean;
}

export interface HeatmapSpec extends Common {
  readonly kind: 'heatmap';
  readonly x: GridAxis;
  readonly y: GridAxis;
  /** One row for each value of y. */
  readonly values: readonly (readonly number[])[];
  readonly color: ColorScale;
  /** A marked cell: the one whose x and y stand nearest. */
  readonly mark?: readonly { readonly x: number; readonly y: number; readonly label?: Text }[];
}

export interface Bar extends Named {
  readonly value: number;
  readonly group?: Text;
}

export interface BarsSpec extends Common {
  readonly kind: 'bars';
  readonly x: Axis;
  readonly y: Axis;
  readonly bars: readonly Bar[];
  readonly barsCutFrom?: number;
}

export interface BinnedSeries extends Named {
  readonly counts: readonly number[];
  /** How many values stand in the bins, and their mean. */
  readonly total: number;
  readonly mean: number;
  /** How many stand in none: not finite, outside the domain, or not positive on a logarithmic axis. */
  readonly left: number;
}

export interface HistogramSpec extends Common {
  readonly kind: 'histogram';
  readonly x: Axis;
  /** Bin k reaches from edges[k] to edges[k + 1]. */
  readonly edges: readonly number[];
  readonly series: readonly BinnedSeries[];
  readonly seriesCutFrom?: number;
}

export interface ScatterSpec extends Chart {
  readonly kind: 'scatter';
  readonly series: readonly Series[];
}

export interface ImagesSpec extends Common {
  readonly kind: 'images';
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** Negative and positive pixels in two hues, 0 as paper. */
  readonly signed: boolean;
  /** The pixel value drawn darkest. */
  readonly max: number;
  readonly images: readonly { readonly label?: Text; readonly pixels: readonly number[] }[];
  readonly imagesCutFrom?: number;
}

export type Entry = string | number | { readonly zh: string; readonly en: string };

export interface TableSpec extends Common {
  readonly kind: 'table';
  readonly columns: readonly {
    readonly label: Text;
    readonly align?: 'left' | 'right';
    /** Significant digits of the numbers of this column. */
    readonly digits?: number;
  }[];
  readonly rows: readonly (readonly Entry[])[];
  readonly rowsCutFrom?: number;
}
