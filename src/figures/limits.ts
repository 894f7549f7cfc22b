/**
 * How much a figure may hold. The constructors thin or cut to these and say so in the figure;
 * the schema refuses what is beyond them (a worker that did not use the constructors).
 */
export const LIMITS = {
  /** Points of one series after thinning; the schema allows the few more that thinning may keep. */
  points: 2000,
  pointsChecked: 4000,
  /** Points of all series of one figure together. */
  pointsOfFigure: 20_000,
  pointsOfFigureChecked: 60_000,
  series: 60,
  scatterPoints: 1500,
  cells: 10_000,
  bars: 100,
  bins: 200,
  images: 200,
  pixels: 20_000,
  rows: 2000,
  columns: 40,
  levels: 40,
  grid: 20_000,
  marks: 50,
  /** Quantities that a run recorded, shown beside its path. */
  recorded: 6,
  label: 200,
  caption: 2000,
  key: 200,
} as const;
