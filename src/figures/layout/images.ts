import type { ImagesSpec } from '../spec.ts';

/** Room for a label, in units of the drawing. */
const LABEL = 28;
/** Images of few pixels are not blown up beyond this width. */
const WIDEST = 110;

/** All pictures stand on one sheet of pixels, drawn `scale` units each, one unit from the drawing's corner. */
export interface ImagesLayout {
  readonly scale: number;
  readonly columns: number;
  readonly rows: number;
  /** The first pixel of image k on the sheet. */
  corner(k: number): { left: number; top: number };
}

export function imagesLayout(spec: ImagesSpec, room: number): ImagesLayout {
  const { width, height, images } = spec;
  const across = Math.min(spec.columns, Math.max(1, images.length));
  const down = Math.max(1, Math.ceil(images.length / across));
  const gap = Math.max(1, Math.round(width / 7));
  const scale = Math.min(WIDEST / width, room / (across * (width + gap) - gap));
  const labelled = images.some((image) => image.label !== undefined);
  const below = gap + (labelled ? Math.ceil(LABEL / scale) : 0);
  return {
    scale,
    columns: across * (width + gap) - gap,
    rows: down * (height + below) - gap,
    corner: (k) => ({
      left: (k % across) * (width + gap),
      top: Math.floor(k / across) * (height + below),
    }),
  };
}
