import { LIMITS } from '../limits.ts';
import type { ColorScale, GridAxis, HeatmapSpec } from '../spec.ts';
import type { Text } from '../../text.ts';
import {
  axis,
  common,
  list,
  number,
  numbers,
  record,
  text,
  type Captions,
  type Numbers,
} from './check.ts';

interface GridAxisOptions {
  readonly label?: Text;
  readonly values: Numbers | readonly (number | Text)[];
  readonly log?: boolean;
}

export interface HeatmapOptions extends Captions {
  readonly x: GridAxisOptions;
  readonly y: GridAxisOptions;
  /** One row for each value of y. */
  readonly values: readonly Numbers[];
  readonly color?: ColorScale;
  readonly mark?: readonly { readonly x: number; readonly y: number; readonly label?: Text }[];
}

/**
 * A grid of coloured cells, for instance the final loss for each learning rate and momentum.
 *
 * @throws TypeError when the grid does not fit its axes; RangeError when it has more than 10,000 cells.
 */
export function heatmap(options: HeatmapOptions): HeatmapSpec {
  const given = record(options, 'heatmap: options');
  const x = gridAxis(given.x, 'heatmap: x');
  const y = gridAxis(given.y, 'heatmap: y');
  if (x.values.length * y.values.length > LIMITS.cells) {
    throw new RangeError(`heatmap: at most ${LIMITS.cells} cells`);
  }
  const rows = list(given.values, 'heatmap: values').map((row, k) => {
    const cells = Array.from(numbers(row, `heatmap: values[${k}]`));
    if (cells.length !== x.values.length) {
      throw new TypeError(
        `heatmap: values[${k}] has ${cells.length} cells, x has ${x.values.length} values`,
      );
    }
    return cells;
  });
  if (rows.length !== y.values.length) {
    throw new TypeError(`heatmap: ${rows.length} rows of values, y has ${y.values.length} values`);
  }
  const marks = given.mark === undefined ? [] : list(given.mark, 'heatmap: mark');
  return {
    kind: 'heatmap',
    ...common(options, 'heatmap'),
    x,
    y,
    values: rows,
    color: {
      ...axis(given.color, 'heatmap: color'),
      ...(options.color?.diverging && { diverging: true }),
    },
    ...(marks.length > 0 && { mark: marks.slice(0, LIMITS.marks).map(oneMark) }),
  };
}

function oneMark(item: unknown, k: number) {
  const place = `heatmap: mark[${k}]`;
  const { x, y, label } = record(item, place);
  return {
    x: number(x, `${place}.x`),
    y: number(y, `${place}.y`),
    ...(label !== undefined && { label: text(label, `${place}.label`) }),
  };
}

function gridAxis(value: unknown, place: string): GridAxis {
  const given = record(value, place);
  const values = ArrayBuffer.isView(given.values)
    ? Array.from(numbers(given.values, `${place}.values`))
    : list(given.values, `${place}.values`).map((item, k) =>
        typeof item === 'number' ? item : text(item, `${place}.values[${k}]`),
      );
  return {
    ...(given.label !== undefined && { label: text(given.label, `${place}.label`) }),
    values,
    ...(given.log === true && { log: true }),
  };
}
