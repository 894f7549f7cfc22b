import { encodePng } from '../png.ts';
import type { ImagesSpec } from '../spec.ts';
import { label, round, svg, type Place } from './parts.ts';
import { dress } from './plot.ts';

/** Room for a label, in units of the drawing. */
const LABEL = 28;
/** Images of few pixels are not blown up beyond this width. */
const WIDEST = 110;

/**
 * All pictures are one PNG with clear gaps between them. Ink is black with the pixel's opacity, so it works on any
 * paper (the style sheet turns it white where paper is dark); signed pixels are two hues that work on both.
 */
export function drawImages(spec: ImagesSpec, place: Place): SVGElement {
  const { width, height, images } = spec;
  const across = Math.min(spec.columns, Math.max(1, images.length));
  const down = Math.max(1, Math.ceil(images.length / across));
  const gap = Math.max(1, Math.round(width / 7));
  const scale = Math.min(WIDEST / width, place.width / (across * (width + gap) - gap));
  const labelled = images.some((image) => image.label !== undefined);
  const below = gap + (labelled ? Math.ceil(LABEL / scale) : 0);

  const columns = across * (width + gap) - gap;
  const rows = down * (height + below) - gap;
  const sheet = Array.from({ length: columns * rows }, () => 0);
  const drawing = svg(place, 'svg', {
    viewBox: `0 0 ${place.width} ${Math.ceil(rows * scale) + 2}`,
  });
  let edges = '';
  const labels: SVGElement[] = [];
  for (const [k, image] of images.entries()) {
    const left = (k % across) * (width + gap);
    const top = Math.floor(k / across) * (height + below);
    for (const [i, pixel] of image.pixels.entries()) {
      sheet[(top + Math.floor(i / width)) * columns + left + (i % width)] = pixel;
    }
    const [x, y] = [left * scale + 1, top * scale + 1];
    edges += `M${round(x)},${round(y)}h${round(width * scale)}v${round(height * scale)}h${-round(width * scale)}z`;
    if (image.label === undefined) continue;
    const at = { x: x + (width * scale) / 2, y: y + height * scale + 4, dy: '1em' };
    labels.push(label(place, image.label, at));
  }
  drawing.append(
    svg(place, 'image', {
      class: spec.signed ? 'fig-signed' : 'fig-ink',
      x: 1,
      y: 1,
      width: round(columns * scale),
      height: round(rows * scale),
      preserveAspectRatio: 'none',
      style: 'image-rendering:pixelated',
      href: `data:image/png;base64,${encodePng(columns, rows, sheet, spec.max, spec.signed)}`,
    }),
    svg(place, 'path', { class: 'fig-edges', d: edges }),
    ...labels,
  );
  dress(drawing, place, spec);
  return drawing;
}
