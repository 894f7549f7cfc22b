import { LIMITS } from '../limits.ts';
import type { ImagesSpec } from '../spec.ts';
import type { Text } from '../../text.ts';
import {
  common,
  list,
  numbers,
  record,
  text,
  wrong,
  type Captions,
  type Numbers,
} from './check.ts';

export interface ImagesOptions extends Captions {
  readonly width: number;
  readonly height: number;
  /** Pixels row by row from the top; 0 is paper, the greatest value is ink. */
  readonly images: readonly { readonly label?: Text; readonly pixels: Numbers }[];
  readonly columns?: number;
  /** Draw negative and positive pixels in two hues. */
  readonly signed?: boolean;
}

/**
 * Small pictures in rows, all on one scale: digits, or the weights of a layer.
 *
 * @throws TypeError when an image does not have width × height pixels; RangeError when the size is not usable.
 */
export function images(options: ImagesOptions): ImagesSpec {
  const given = record(options, 'images: options');
  const width = size(given.width, 'width');
  const height = size(given.height, 'height');
  const all = list(given.images, 'images: images');
  const limit = Math.min(LIMITS.images, Math.max(1, Math.floor(LIMITS.pixels / (width * height))));
  let max = 0;
  const kept = all.slice(0, limit).map((item, k) => {
    const place = `images: images[${k}]`;
    const fields = record(item, place);
    const pixels = Array.from(numbers(fields.pixels, `${place}.pixels`));
    if (pixels.length !== width * height) {
      throw new TypeError(`${place} has ${pixels.length} pixels, ${width} × ${height} needed`);
    }
    for (const pixel of pixels) {
      if (Number.isFinite(pixel)) max = Math.max(max, given.signed ? Math.abs(pixel) : pixel);
    }
    const label = fields.label === undefined ? {} : { label: text(fields.label, `${place}.label`) };
    return { ...label, pixels };
  });
  return {
    kind: 'images',
    ...common(options, 'images'),
    width,
    height,
    columns: given.columns === undefined ? columnsFor(kept.length) : size(given.columns, 'columns'),
    signed: given.signed === true,
    max,
    images: kept,
    ...(all.length > kept.length && { imagesCutFrom: all.length }),
  };
}

function columnsFor(count: number): number {
  return Math.max(1, Math.min(10, Math.ceil(Math.sqrt(count * 2))));
}

function size(value: unknown, name: string): number {
  if (typeof value !== 'number') throw wrong(`images: ${name}`, 'a number', value);
  if (!Number.isInteger(value) || value < 1 || value > 140) {
    throw new RangeError(`images: ${name} must be a whole number from 1 to 140, got ${value}`);
  }
  return value;
}
