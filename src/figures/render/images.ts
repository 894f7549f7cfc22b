import { imagesLayout } from '../layout/images.ts';
import { encodePng } from '../png.ts';
import type { ImagesSpec } from '../spec.ts';
import { label, round, svg, type Place } from './parts.ts';
import { dress } from './plot.ts';

/**
 * All pictures are one PNG with clear gaps between them. Ink is black with the pixel's opacity, so it works on any
 * paper (the style sheet turns it white where paper is dark); signed pixels are two hues that work on both.
 */
export function drawImages(spec: ImagesSpec, place: Place): SVGElement {
  const { width, height, images } = spec;
  const { scale, columns, rows, corner } = imagesLayout(spec, place.width);
  const sheet = Array.from({ length: columns * rows }, () => 0);
  const drawing = svg(place, 'svg', {
    viewBox: `0 0 ${place.width} ${Math.ceil(rows * scale) + 2}`,
  });
  let edges = '';
  const labels: SVGElement[] = [];
  for (const [k, image] of images.entries()) {
    const { left, top } = corner(k);
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
