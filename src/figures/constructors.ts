/** The figures that a cell can make. Each returns plain data; `display` shows it. */
export { bars } from './constructors/bars.ts';
export { heatmap } from './constructors/heatmap.ts';
export { histogram } from './constructors/histogram.ts';
export { images } from './constructors/images.ts';
export { lines, scatter } from './constructors/lines.ts';
export { lossCurve } from './constructors/loss-curve.ts';
export { table } from './constructors/table.ts';
export { trajectory } from './constructors/trajectory.ts';
