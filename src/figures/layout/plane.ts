import type { Text } from '../../text.ts';
import { textWidth } from '../render/parts.ts';
import type { Scale } from '../scale.ts';

export type NamedScale = Scale & { readonly label?: Text | undefined };

/** The rectangle of a plot in viewBox units. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the values of a plot stand, in viewBox units: for what draws it, and for what is pointed at later. */
export interface Plane {
  readonly height: number;
  readonly x: NamedScale;
  readonly y: NamedScale;
  readonly frame: Frame;
}

/** A plane with its scales as functions. */
export interface At {
  x(value: number): number;
  y(value: number): number;
  readonly frame: Frame;
}

export interface PlaneOptions {
  readonly height: number;
  readonly x: NamedScale;
  readonly y: NamedScale;
  /** Room to the right of the frame. */
  readonly right?: number;
  /** Extra room on both sides, for a plot that is narrower than the figure. */
  readonly side?: number;
}

/** The largest font size that figures.css gives to a drawing on a narrow screen: margins have room for it. */
export const LARGEST = 22;

/** Room around the frame; less of it where an axis has no name. */
export const RIGHT = 22;
export const TOP = 34;
export const BOTTOM = 52;
export const BARE_TOP = 12;
export const BARE_BOTTOM = 30;
/** Room that a second line of tick labels takes below the frame, if there is one. */
export function secondLine({ ticks }: Scale): number {
  return ticks.some(({ lower }) => lower) ? 26 : 0;
}

/** Room for the tick labels of a vertical axis. */
export function marginLeft({ ticks }: Scale): number {
  return Math.ceil(12 + Math.max(...ticks.map(({ text }) => textWidth(text)), 0) * LARGEST);
}

export function planeOf(width: number, options: PlaneOptions): Plane {
  const { height, x, y, right = RIGHT, side = 0 } = options;
  const frame = {
    left: marginLeft(y) + side,
    right: width - right - side,
    top: y.label ? TOP : BARE_TOP,
    bottom: height - (x.label ? BOTTOM : BARE_BOTTOM) - secondLine(x),
  };
  return { height, x, y, frame };
}

/** The scales of a plane as functions from values to viewBox units. */
export function scalesOf({ x, y, frame }: Plane): At {
  return {
    x: along(x, frame.left, frame.right),
    y: along(y, frame.bottom, frame.top),
    frame,
  };
}

function along({ log, domain }: Scale, from: number, to: number): (value: number) => number {
  const bend = log ? Math.log : (value: number) => value;
  const [low, high] = [bend(domain[0]), bend(domain[1])];
  // Half as large before they are subtracted: a domain may be as wide as numbers go.
  const span = high / 2 - low / 2;
  return (value) => from + ((bend(value) / 2 - low / 2) / span) * (to - from);
}

/** What stands at a place of the plane: the other way round. */
export function valuesAt({ x, y, frame }: Plane, px: number, py: number): [number, number] {
  const { left, right, top, bottom } = frame;
  return [back(x, (px - left) / (right - left)), back(y, (bottom - py) / (bottom - top))];
}

function back({ log, domain: [low, high] }: Scale, share: number): number {
  return log ? low * (high / low) ** share : low + (high - low) * share;
}

export function inFrame({ left, right, top, bottom }: Frame, x: number, y: number): boolean {
  return x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}
