import type { Styles } from './standalone.ts';

const COLORS = new Set(['color', 'fill', 'stroke', 'background-color', 'border-top-color']);

/** How a figure looks on the page it stands on, whichever theme that has. */
export function pageStyles(figure: Element): Styles {
  const color = colorReader();
  const paper = getComputedStyle(figure).getPropertyValue('--fig-paper').trim();
  return {
    of(element, property) {
      const value = getComputedStyle(element).getPropertyValue(property);
      return COLORS.has(property) && !value.startsWith('url') ? color(value) : value;
    },
    paper: color(paper || 'white'),
  };
}

/** Colours as hexadecimal: not every program that opens an SVG knows `oklab(…)`. */
function colorReader(): (value: string) => string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, string>([['none', 'none']]);
  return (value) => {
    const before = known.get(value);
    if (before) return before;
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, opacity] = context.getImageData(0, 0, 1, 1).data;
    const parts = [red!, green!, blue!].map((part) => part.toString(16).padStart(2, '0'));
    const hex = opacity === 0 ? 'none' : `#${parts.join('')}`;
    known.set(value, hex);
    return hex;
  };
}
