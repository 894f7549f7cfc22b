import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { lines } from '../../../src/figures/constructors.ts';
import { sheetStyles } from '../../../src/figures/sheet-styles.ts';
import { standaloneSvg } from '../../../src/figures/standalone.ts';
import { draw, samples } from './samples.ts';

const css = readFileSync(new URL('../../../src/figures/figures.css', import.meta.url), 'utf8');
const stylesOf = sheetStyles(css);
const drawn = (spec: Parameters<typeof draw>[0]): string => {
  const figure = draw(spec);
  return standaloneSvg(figure, 'a < b & "c"', stylesOf(figure));
};

const pictures = samples().filter(({ kind }) => kind !== 'table');

describe.each(pictures.map((spec) => [spec.kind, spec] as const))('%s', (_kind, spec) => {
  test('is an SVG file that needs no style sheet', () => {
    const svg = drawn(spec);
    expect(svg).not.toMatch(/var\(|color-mix|oklab|class=|undefined|=""/);
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toMatch(/^<svg [^>]*viewBox="-16 -16 672 \d+"/);
    expect(svg).toContain('<title>a &lt; b &amp; "c"</title>');
    const { document } = parseHTML(svg, 'image/svg+xml');
    expect(document.querySelector('rect')?.getAttribute('fill')).toBe('#fff');
  });
});

test('what the style sheet says stands in the file: of a line its colour, of text its size', () => {
  const figure = draw(
    lines({
      x: { label: 'x' },
      y: { label: 'y' },
      series: [{ label: 'Adam', optimizer: 'Adam', x: [0, 1], y: [0, 1] }],
    }),
  );
  const svg = standaloneSvg(figure, 'title', stylesOf(figure));
  const { document } = parseHTML(svg, 'image/svg+xml');
  const strokes = [...document.querySelectorAll('[stroke]')].map((e) => e.getAttribute('stroke'));
  expect(strokes).toContain('#c62d2d');
  expect([...document.querySelectorAll('svg > svg text')].length).toBeGreaterThan(2);
  expect(svg).toContain('font-size="13px"');
});

test('two runs of one optimizer: the second is mixed with ink, as browsers mix it', () => {
  const series = ['a', 'b'].map((label) => ({ label, optimizer: 'SGD', x: [0, 1], y: [0, 1] }));
  const figure = draw(lines({ x: {}, y: {}, series }));
  const svg = standaloneSvg(figure, 'title', stylesOf(figure));
  // What Chromium makes of color-mix(in oklab, #2360a5 46%, #1d1f24).
  expect(svg).toContain('stroke="#243c5c"');
});
