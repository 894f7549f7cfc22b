import { formatNumber } from '../format.ts';
import { glyph, looksOf, type Look } from '../palette.ts';
import { plain } from '../plain.ts';
import { colorDomain, levelsOf, RAMP_STEPS } from '../ramp.ts';
import type { FigureSpec, HeatmapSpec, Named } from '../spec.ts';
import { word } from '../words.ts';
import { html, svg, type Place } from './parts.ts';

/** What the colours, dashes and markers of a figure stand for; null where there is nothing to tell apart. */
export function drawLegend(spec: FigureSpec, place: Place): HTMLElement | null {
  switch (spec.kind) {
    case 'lossCurve':
    case 'lines':
      return keys(spec.series, place, (look) => line(place, look));
    case 'trajectory':
      return keys(spec.runs, place, (look) => line(place, look));
    case 'scatter':
      return spec.series.length > 1 ? keys(spec.series, place, (look) => dot(place, look)) : null;
    case 'histogram':
      return spec.series.length > 1 ? keys(spec.series, place, (look) => box(place, look)) : null;
    case 'heatmap':
      return ramp(spec, place);
    case 'images':
      return spec.signed ? signs(place) : null;
    default:
      return null;
  }
}

function keys(
  series: readonly (Named & { readonly dash?: boolean })[],
  place: Place,
  sample: (look: Look) => SVGElement,
): HTMLElement | null {
  const looks = looksOf(series);
  const items = series.map(({ label }, k) => {
    const text = plain(label, place.language);
    return html(place, 'li', {}, sample(looks[k]!), html(place, 'span', {}, text));
  });
  if (items.length === 0) return null;
  return html(
    place,
    'ul',
    { class: 'fig-legend', 'aria-label': word('legend', place.language) },
    ...items,
  );
}

function sampleOf(place: Place, ...children: SVGElement[]): SVGElement {
  const attributes = { class: 'fig-sample', viewBox: '0 0 30 12', width: 30, height: 12 };
  return svg(place, 'svg', { ...attributes, 'aria-hidden': 'true' }, ...children);
}

function line(place: Place, { color, dash, marker }: Look): SVGElement {
  const stroke = { d: 'M0,6H30', stroke: color, 'stroke-width': 2, fill: 'none' };
  return sampleOf(
    place,
    svg(place, 'path', { ...stroke, ...(dash && { 'stroke-dasharray': dash }) }),
    svg(place, 'path', { d: glyph(marker), fill: color, transform: 'translate(15,6)' }),
  );
}

function dot(place: Place, { color, marker }: Look): SVGElement {
  const at = { transform: 'translate(15,6)' };
  return sampleOf(place, svg(place, 'path', { d: glyph(marker), fill: color, ...at }));
}

function box(place: Place, { color, dash }: Look): SVGElement {
  return sampleOf(
    place,
    svg(place, 'path', {
      d: 'M5,11V2H25V11',
      fill: color,
      'fill-opacity': 0.14,
      stroke: color,
      'stroke-width': 1.8,
      ...(dash && { 'stroke-dasharray': dash }),
    }),
  );
}

/** The two hues of signed pixels, as `png.ts` paints them. */
function signs(place: Place): HTMLElement {
  const item = (name: 'negative' | 'positive') =>
    html(
      place,
      'li',
      {},
      html(place, 'i', { class: `fig-swatch fig-${name}` }),
      html(place, 'span', {}, word(name, place.language)),
    );
  return html(place, 'ul', { class: 'fig-legend' }, item('negative'), item('positive'));
}

function ramp(spec: HeatmapSpec, place: Place): HTMLElement {
  const { color } = spec;
  const name = color.diverging ? 'div' : 'ramp';
  const steps = Array.from({ length: RAMP_STEPS[name] }, (_, k) =>
    svg(place, 'rect', { x: k * 10, y: 0, width: 10.5, height: 10, fill: `var(--${name}-${k})` }),
  );
  const width = RAMP_STEPS[name] * 10;
  const [low, high] = colorDomain(spec).map((value) => formatNumber(value));
  const attributes = {
    class: 'fig-ramp',
    viewBox: `0 0 ${width} 10`,
    width,
    height: 10,
    'shape-rendering': 'crispEdges',
    'aria-hidden': 'true',
  };
  const legend = html(place, 'p', { class: 'fig-legend' });
  if (color.label) {
    legend.append(html(place, 'span', { class: 'fig-name' }, plain(color.label, place.language)));
  }
  legend.append(html(place, 'span', {}, low!, svg(place, 'svg', attributes, ...steps), high!));
  if (levelsOf(spec).some((row) => row.includes(-1))) {
    legend.append(
      html(
        place,
        'span',
        {},
        html(place, 'i', { class: 'fig-swatch fig-void' }),
        word('noValue', place.language),
      ),
    );
  }
  return legend;
}
