import { parseHTML } from 'linkedom';
import { describe, expect, test, vi } from 'vitest';
import {
  heatmap,
  histogram,
  images,
  lines,
  lossCurve,
  scatter,
  trajectory,
} from '../../../src/figures/constructors.ts';
import { decode, encode } from '../../../src/figures/encode.ts';
import { parseSpec } from '../../../src/figures/schema.ts';
import type { FigureSpec } from '../../../src/figures/spec.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import { bowl, document, draw, runOf, samples } from './samples.ts';

/** Every number in the attributes of a drawing. */
function attributeFaults(figure: HTMLElement): string[] {
  return [...figure.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => name !== 'aria-label' && /NaN|Infinity|undefined/.test(value))
      .map(({ name, value }) => `${element.localName} ${name}="${value.slice(0, 60)}"`),
  );
}

describe.each(samples().map((spec) => [spec.kind, spec] as const))('%s', (kind, spec) => {
  test('stands in a figure with title, caption, summary and tools', () => {
    const figure = draw(spec);
    expect(figure.getAttribute('data-kind')).toBe(kind);
    expect(figure.getAttribute('data-key')).toBe('k');
    expect(figure.querySelector('figcaption')?.textContent).toBe('title');
    expect(figure.querySelector('.fig-caption')?.textContent).toBe('caption');
    expect(figure.querySelectorAll('.fig-tools button').length).toBeGreaterThan(0);
    if (kind === 'table') return;
    expect(figure.querySelector('.fig-summary')?.textContent).toMatch(/\.$/);
    const drawing = figure.querySelector('.fig-stage svg')!;
    expect(drawing.getAttribute('role')).toBe('img');
    expect(drawing.getAttribute('aria-label')).toBe('title');
    expect(drawing.getAttribute('viewBox')).toMatch(/^0 0 640 \d+$/);
    expect(drawing.hasAttribute('width')).toBe(false);
  });

  test('is drawn the same every time, also after a way through JSON and the schema', () => {
    const again = parseSpec(decode(encode(spec)));
    expect(again).toEqual({ ok: true, spec });
    expect(draw((again as { spec: FigureSpec }).spec).outerHTML).toBe(draw(spec).outerHTML);
  });

  test('has no number in it that is not finite, and no id that does not begin with its prefix', () => {
    const figure = draw(spec);
    expect(attributeFaults(figure)).toEqual([]);
    for (const element of figure.querySelectorAll('[id]')) {
      expect(element.id).toMatch(/^cell-1-/);
    }
  });

  test('speaks the language of the page', () => {
    const [chinese, english] = [draw(spec, 'zh'), draw(spec, 'en')];
    expect(chinese.querySelector('.fig-tools')?.textContent).toMatch(
      kind === 'table' ? /CSV/ : /数据/,
    );
    expect(english.querySelector('.fig-tools')?.textContent).not.toMatch(/\p{Script=Han}/u);
    expect(english.querySelector('.fig-summary')?.textContent ?? '').not.toMatch(/\p{Script=Han}/u);
  });
});

const hostile =
  '<img src=x onerror=alert(1)></svg><script>alert(1)</script>"\'&\u202Eabc\u2066\u0000';

test.each(samples(() => hostile).map((spec) => [spec.kind, spec] as const))(
  'hostile text in %s stays text',
  (_kind, spec) => {
    const figure = draw(spec);
    expect(figure.querySelectorAll('script, img, foreignObject').length).toBe(0);
    for (const element of figure.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
    }
    expect(figure.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(figure.outerHTML).not.toMatch(/[\p{Cf}]|(?!\n)\p{Cc}/u);
    // Written out and read again, as the built page is.
    const page = parseHTML(`<!doctype html><html><body>${figure.outerHTML}</body></html>`);
    expect(page.document.querySelectorAll('script, img, [onerror]').length).toBe(0);
    expect(page.document.querySelectorAll('figure *').length).toBe(
      figure.querySelectorAll('*').length,
    );
  },
);

describe('data that cannot be drawn', () => {
  const cases: Record<string, number[]> = {
    'no points': [],
    'one point': [3],
    'only NaN': [NaN, NaN],
    'only Infinity': [Infinity, -Infinity],
    gaps: [1, NaN, 2, Infinity, 3],
    'equal values': [5, 5, 5],
    zeros: [0, 0],
    'the largest numbers': [-1.7e308, 1.7e308],
    'the smallest numbers': [5e-324, 1e-320],
  };
  for (const [name, values] of Object.entries(cases)) {
    test.each([true, false])(`${name}: axes stay finite (log: %s)`, (log) => {
      const axes = { x: { log }, y: { log } };
      const series = [{ label: 'a', x: values, y: values }];
      const specs = [
        lines({ ...axes, series }),
        scatter({ ...axes, series }),
        lossCurve(runOf('SGD', values), { log }),
        histogram({ values, x: { log } }),
        heatmap({
          x: { values: values.map((_, k) => k) },
          y: { values: [1] },
          values: [values],
          color: { log, diverging: true },
        }),
        trajectory(bowl, runOf('SGD', values, { x: values, y: values })),
        images({ width: 1, height: 1, images: values.map((pixel) => ({ pixels: [pixel] })) }),
      ];
      for (const spec of specs) {
        expect(parseSpec(spec).ok, spec.kind).toBe(true);
        const figure = draw(spec);
        expect(attributeFaults(figure), spec.kind).toEqual([]);
        const texts = [...figure.querySelectorAll('.fig-axis text')].map(
          (text) => text.textContent,
        );
        expect(texts.join(' '), spec.kind).not.toMatch(/NaN|∞/);
      }
    });
  }

  test('an infinite value does not stretch the axis', () => {
    const figure = draw(lines({ series: [{ label: 'a', y: [0, 1, Infinity] }] }));
    const ticks = [...figure.querySelectorAll('.fig-axis text')].map((text) => text.textContent);
    expect(ticks.slice(-2)).toEqual(['0.8', '1.0']);
  });

  test('a line breaks where a value is not finite', () => {
    const path = draw(lines({ series: [{ label: 'a', y: [1, 2, NaN, 2, 1] }] })).querySelector(
      '.fig-line path',
    );
    expect(path?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

  test('a run that diverged is told, and does not flatten the others', () => {
    const exploding = Array.from({ length: 10 }, (_, t) => 10 ** (2 * t));
    const spec = lossCurve({
      a: runOf('SGD', [...exploding, Infinity]),
      b: runOf('Adam', [1, 0.5, 0.2]),
    });
    const figure = draw(spec);
    expect(figure.querySelector('.fig-summary')?.textContent).toBe(
      'a diverges at step 10; b ends at 0.2 after 2 steps.',
    );
    const ticks = [...figure.querySelectorAll('.fig-axis text')].map((text) => text.textContent);
    expect(ticks).toContain('100');
    expect(ticks.join(' ')).not.toMatch(/10⁵|10⁶|10¹/);
  });
});

describe('size', () => {
  test('a contour figure with three long paths is at most 30 kB, its contours at most 12 kB', () => {
    const path = (k: number) => ({
      x: Array.from({ length: 2000 }, (_, t) => -1.8 * Math.cos(t / (9 + k)) * 0.999 ** t),
      y: Array.from({ length: 2000 }, (_, t) => (t % 2 ? 0.9 : -0.9) * 0.98 ** (t / k)),
    });
    const losses = Array.from({ length: 2000 }, () => 1);
    const spec = trajectory(bowl, {
      a: runOf('SGD', losses, path(1)),
      b: runOf('Adam', losses, path(2)),
      c: runOf('NAG', losses, path(3)),
    });
    const figure = draw(spec);
    expect(figure.querySelector('.fig-contour')!.outerHTML.length).toBeLessThan(12_500);
    expect(figure.querySelector('.fig-stage')!.outerHTML.length).toBeLessThan(30_000);
  });

  test('four noisy curves of 250,000 points each are thinned, said, and under 30 kB', () => {
    let seed = 1;
    const noise = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const losses = () => Array.from({ length: 250_000 }, (_, t) => Math.exp(-t / 1e5) * noise());
    const runs = { a: losses(), b: losses(), c: losses(), d: losses() };
    const spec = lossCurve(
      Object.fromEntries(Object.entries(runs).map(([name, list]) => [name, runOf('SGD', list)])),
    );
    const figure = draw(spec);
    expect(figure.querySelector('.fig-stage')!.outerHTML.length).toBeLessThan(30_000);
    expect(figure.querySelector('.fig-note')?.textContent).toMatch(
      /^1,000,000 points were thinned to/,
    );
  });

  test('a heat map of 2,500 smooth cells is under 30 kB', () => {
    const ticks = Array.from({ length: 50 }, (_, k) => k);
    const values = ticks.map((y) => ticks.map((x) => Math.hypot(x - 20, y - 30)));
    const figure = draw(heatmap({ x: { values: ticks }, y: { values: ticks }, values }));
    expect(figure.querySelector('.fig-stage')!.outerHTML.length).toBeLessThan(30_000);
  });
});

describe('the axes of a heat map', () => {
  const namesOf = (x: readonly (number | string)[], y: readonly (number | string)[]) => {
    const spec = heatmap({
      x: { values: x },
      y: { values: y },
      values: y.map(() => x.map((_, k) => k)),
      color: { domain: [0.75, 1.05] },
    });
    const figure = draw(spec);
    const axis = [...figure.querySelectorAll('.fig-axis text')].map((text) => text.textContent);
    return { axis, legend: figure.querySelector('.fig-legend')!.textContent };
  };

  test('name round numbers where they are cells', () => {
    const decades = Array.from({ length: 31 }, (_, k) => 10 ** (-2 + k / 10));
    const even = Array.from({ length: 44 }, (_, k) => 0.001 * (k + 1));
    const [x, y] = [
      ['0.01', '0.02', '0.03', '0.04'],
      ['0.01', '0.1', '1', '10'],
    ];
    expect(namesOf(even, decades).axis).toEqual([...x!, ...y!]);
  });

  test('name every cell that has room', () => {
    const names = ['0.5', '1', '2.25', 'SGD', 'Adam'];
    expect(namesOf([0.5, 1, 2.25], ['SGD', 'Adam']).axis).toEqual(names);
  });

  test('and the ends of the colours are not rounded away', () => {
    expect(namesOf([1, 2], [1, 2]).legend).toContain('1.05');
  });
});

test('a heat map names every column in words, in two lines where they are long', () => {
  const values = ['ravine', 'Rosenbrock', 'Beale', 'saddle', 'plateau', 'cliff'];
  const spec = heatmap({
    x: { values },
    y: { values: ['Momentum'] },
    values: [[1, 2, 3, 4, 5, 6]],
  });
  const shown = [...draw(spec).querySelectorAll('.fig-axis text')].filter((text) =>
    values.includes(text.textContent ?? ''),
  );
  expect(shown.map((text) => text.textContent)).toEqual(values);
  expect(new Set(shown.map((text) => text.getAttribute('dy'))).size).toBe(2);
});

test('the names of low rows keep clear of each other', () => {
  const [rates, factors] = [33, 9].map((n) =>
    Array.from({ length: n }, (_, k) => 10 ** (-2 + k / 2)),
  );
  const values = factors!.map(() => rates!);
  const figure = draw(heatmap({ x: { values: rates! }, y: { values: factors! }, values }));
  const places = [...figure.querySelectorAll('.fig-axis text[text-anchor="end"]')].map((text) =>
    Number(text.getAttribute('y')),
  );
  const gaps = places.slice(1).map((y, k) => Math.abs(y - places[k]!));
  expect(gaps.length).toBeGreaterThan(2);
  expect(Math.min(...gaps)).toBeGreaterThan(22);
});

test('contours of a bowl close around its minimum, evenly', () => {
  const path = draw(trajectory(bowl, runOf('SGD', [1], { x: [0], y: [0] }), { levels: [1] }));
  const d = path.querySelector('.fig-contour path')!.getAttribute('d')!;
  // Above loss 1: the whole frame with the ellipse x² / 2 + y² / 0.2 = 1 cut out of it.
  expect(d.match(/z/g)).toHaveLength(2);
  const [left, right, top, bottom] = path
    .querySelector('[data-frame]')!
    .getAttribute('data-frame')!
    .split(' ')
    .map(Number) as [number, number, number, number];
  const hole = d.split('M')[2]!;
  const [start, ...moves] = hole.replace('z', '').split('l');
  let [x, y] = start!.split(',').map(Number) as [number, number];
  const numbers = moves
    .join('')
    .match(/-?(\d+\.?\d*|\.\d+)/g)!
    .map(Number);
  for (let i = 0; i < numbers.length; i += 2) {
    x += numbers[i]!;
    y += numbers[i + 1]!;
    const at = [
      (4 * (x - left)) / (right - left) - 2,
      1 - (2 * (y - top)) / (bottom - top),
    ] as const;
    expect(at[0] ** 2 / 2 + at[1] ** 2 * 5).toBeCloseTo(1, 2);
  }
  expect(numbers.length).toBeGreaterThan(20);
});

test('drawings do not depend on the screen’s pixels', async () => {
  // Observable Plot shifts marks by half a pixel on coarse screens; it looks once, when it is loaded.
  vi.resetModules();
  vi.stubGlobal('window', { devicePixelRatio: 1 });
  const coarse = await import('../../../src/figures/render/index.ts');
  vi.unstubAllGlobals();
  for (const spec of samples()) {
    const figure = coarse.renderFigure(spec, { document, language: 'en', idPrefix: 'cell-1' });
    expect(figure.outerHTML).toBe(draw(spec).outerHTML);
  }
});

test('contours that were drawn before are drawn the same again, for another run too', () => {
  const levels = [0.1, 1, 2, 4];
  const path = (end: number) => ({ x: [-1.5, end], y: [0.5, end] });
  const contoursOf = (surface: Problem, end: number, width?: { x: { domain: [number, number] } }) =>
    draw(trajectory(surface, runOf('SGD', [2, 1], path(end)), { levels, ...width })).querySelector(
      '.fig-contour',
    )!.outerHTML;
  const first = contoursOf(bowl, 0.1);
  expect(contoursOf(bowl, 0.7)).toBe(first);
  const steeper: Problem = { ...bowl, loss: (params) => 2 * bowl.loss(params) };
  expect(contoursOf(steeper, 0.1), 'another surface').not.toBe(first);
  expect(contoursOf(bowl, 0.1, { x: { domain: [-3, 3] } }), 'another window').not.toBe(first);
  expect(contoursOf(bowl, 0.1)).toBe(first);
});
