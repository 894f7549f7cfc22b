import type { Relative } from './family.ts';

/** Sizes of the picture, in its own units. */
export const box = { width: 108, height: 36 };
const pitch = { column: 132, row: 48 };
const head = 34;
const corner = 5;
/** Where lines leave and enter a box’s side: below and above its middle, so that they do not seem one line. */
const [leaving, entering] = [26, 10];
/** Lines of different parents run side by side between two columns, this far apart. */
const apart = 4;

export const left = (column: number) => column * pitch.column + 1;
export const centre = (column: number) => left(column) + box.width / 2;
export const above = (row: number) => row * pitch.row + head;

/**
 * The lines from parents to a child: straight down where both share a column; else out of the parent's side, down
 * between the columns next to it, and along the child's row into its side, so that no line passes behind a box.
 */
export function familyLines(family: readonly Relative[]): (child: Relative) => string[] {
  const byId = new Map(family.map((each) => [each.id, each]));
  const lanes = new Map<number, string[]>();
  const parentsOf = (child: Relative) => child.from.map((id) => byId.get(id)!);
  const gutter = (parent: Relative, child: Relative) =>
    child.column > parent.column ? parent.column + 1 : parent.column;
  for (const child of family) {
    for (const parent of parentsOf(child)) {
      if (parent.column === child.column) continue;
      const lane = lanes.get(gutter(parent, child)) ?? [];
      if (!lane.includes(parent.id)) lane.push(parent.id);
      lanes.set(gutter(parent, child), lane);
    }
  }
  const laneOf = (parent: Relative, child: Relative): number => {
    const between = gutter(parent, child);
    const lane = lanes.get(between)!;
    const middle = (left(between - 1) + box.width + left(between)) / 2;
    return middle + apart * (lane.indexOf(parent.id) - (lane.length - 1) / 2);
  };
  return (child) =>
    parentsOf(child).map((parent) => {
      const [fromY, toY] = [above(parent.row) + leaving, above(child.row) + entering];
      if (parent.column === child.column) {
        return `M${centre(child.column)},${above(parent.row) + box.height}V${above(child.row)}`;
      }
      const way = child.column > parent.column ? 1 : -1;
      const out = centre(parent.column) + (way * box.width) / 2;
      const into = centre(child.column) - (way * box.width) / 2;
      const x = laneOf(parent, child);
      return [
        `M${out},${fromY}H${x - way * corner}q${way * corner},0 ${way * corner},${corner}`,
        `V${toY - corner}q0,${corner} ${way * corner},${corner}H${into}`,
      ].join('');
    });
}
