import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { renderToString } from 'katex';
import { describe, expect, test } from 'vitest';
import { all } from './all.ts';

const folder = fileURLToPath(new URL('../../../src/optim/', import.meta.url));
const files = readdirSync(folder)
  .map((name) => ({ name, source: readFileSync(folder + name, 'utf8') }))
  .filter(({ source }) => / extends Optimizer</.test(source));

/** The colours of the book do not matter here, only that the names exist. */
const macros = Object.fromEntries(
  ['gradient', 'momentum', 'second', 'lr', 'decay', 'trust'].map((name) => [`\\${name}`, '{#1}']),
);

test('every optimizer has a file, and every file one optimizer', () => {
  const classes = files.map(
    ({ source }) => /export class (\w+) extends Optimizer</.exec(source)![1],
  );
  expect(classes.sort()).toEqual(all.map(({ name }) => name).sort());
});

describe.each(files)('$name', ({ source }) => {
  const equations = [...source.matchAll(/^ \* @equation \((\d+)\) (.+)$/gm)];
  const regions = [...source.matchAll(/^ *\/\/ #region algorithm$([\s\S]*?)^ *\/\/ #endregion$/gm)];

  test('numbers its equations from 1', () => {
    expect(equations.length).toBeGreaterThan(1);
    expect(equations.map(([, n]) => Number(n))).toEqual(equations.map((_, k) => k + 1));
  });

  test('shows one algorithm of at most 30 lines, none wider than the page', () => {
    expect(regions).toHaveLength(1);
    const lines = regions[0]![1]!.trim().split('\n');
    expect(lines.length).toBeLessThanOrEqual(30);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('has a line for each equation and an equation for each numbered line', () => {
    const numbered = new Set([...regions[0]![1]!.matchAll(/\/\/ \((\d+)\)$/gm)].map(([, n]) => n));
    expect([...numbered].sort()).toEqual(equations.map(([, n]) => n).sort());
  });

  test.each(equations.map(([, n, tex]) => [n!, tex!]))(
    'equation (%s) is TeX that KaTeX renders',
    (_, tex) => {
      expect(renderToString(tex, { macros, throwOnError: true, strict: 'error' })).toContain(
        'katex',
      );
    },
  );

  test('says options with their defaults, errors, differences and reference, in this order', () => {
    const places = ['@equation', 'Options:', 'Errors:', 'Differences:', 'Reference:'].map((word) =>
      source.indexOf(` * ${word}`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const { rules } = all.find(({ name }) => source.includes(`export class ${name} `))!.schema;
    const text = source.slice(places[1], places[2]).replaceAll(/\s+\*?\s*/g, ' ');
    for (const [option, { initial }] of Object.entries(rules)) {
      const [, told] = new RegExp(`\`${option}\` ('?[\\w.-]*\\w'?)`).exec(text) ?? [];
      const shown = typeof initial === 'number' ? Number(told) : told?.replaceAll("'", '');
      expect(shown, option).toBe(typeof initial === 'number' ? initial : String(initial));
    }
  });
});
