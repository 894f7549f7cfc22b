import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lossCurve } from '../../../src/figures/constructors.ts';
import { looksOf } from '../../../src/figures/palette.ts';
import { runOf } from './samples.ts';
import { QUANTITIES } from '../../../src/figures/spec.ts';

const NAMES = [
  'SGD',
  'Momentum',
  'NAG',
  'AdaGrad',
  'Adadelta',
  'RMSProp',
  'Adam',
  'AdamW',
  'Adamax',
  'NAdam',
  'RAdam',
  'AMSGrad',
  'LARS',
  'LAMB',
  'SGDW',
];
const css = readFileSync(new URL('../../../src/figures/figures.css', import.meta.url), 'utf8');
const [light, dark] = css.split("@media not print {\n  :root[data-theme='dark'] {") as [
  string,
  string,
];

function definedIn(sheet: string, name: string): string | undefined {
  return new RegExp(`\\s${name}: ([^;]+);`).exec(sheet)?.[1];
}

/** WCAG contrast of two colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high! + 0.05) / (low! + 0.05);
}

describe.each(NAMES)('%s', (name) => {
  const [look] = looksOf([{ label: name, optimizer: name }]);

  test('has its colour in both themes, readable as text, the same in the sheet and in the code', () => {
    const [, variable, fallback] = /^var\((--opt-[a-z]+), (#[0-9a-f]{6})\)$/.exec(look!.color)!;
    expect(definedIn(light, variable!)).toBe(fallback);
    expect(contrast(fallback!, '#ffffff')).toBeGreaterThan(4.5);
    const onDark = definedIn(dark, variable!)!;
    expect(contrast(onDark, '#17181c')).toBeGreaterThan(4.5);
  });

  test('is told from every other without colour, by dash or marker', () => {
    for (const other of NAMES.filter((candidate) => candidate !== name)) {
      const [theirs] = looksOf([{ label: other, optimizer: other }]);
      expect([theirs!.dash, theirs!.marker], other).not.toEqual([look!.dash, look!.marker]);
    }
  });
});

test('names are found however they are written', () => {
  const colorOf = (optimizer: string) => looksOf([{ label: '', optimizer }])[0]!.color;
  expect(colorOf('adam')).toBe(colorOf('Adam'));
  expect(colorOf('Nesterov')).toBe(colorOf('NAG'));
  expect(colorOf('constructor')).toBe(colorOf('no such optimizer'));
});

test('every variable that looks and ramps use is defined, quantities and fallbacks too', () => {
  for (const quantity of QUANTITIES) {
    expect(looksOf([{ label: '', quantity }])[0]!.color).toContain(`--q-${quantity}`);
    expect(definedIn(light, `--q-${quantity}`)).toMatch(/^var\(--opt-[a-z]+\)$/);
    expect(css).toContain(`.q-${quantity} {`);
  }
  for (let k = 1; k <= 8; k++) {
    for (const sheet of [light, dark]) expect(definedIn(sheet, `--fig-${k}`)).toMatch(/^#/);
  }
  for (const sheet of [light, dark]) {
    for (let k = 0; k < 12; k++) expect(definedIn(sheet, `--ramp-${k}`)).toMatch(/^#/);
    for (let k = 0; k < 11; k++) expect(definedIn(sheet, `--div-${k}`)).toMatch(/^#/);
  }
});

test('several runs of one optimizer differ from each other, and a lone one keeps its colour', () => {
  const looks = looksOf([
    { label: 'a', optimizer: 'SGD' },
    { label: 'b', optimizer: 'SGD' },
    { label: 'c', optimizer: 'SGD' },
    { label: 'd', optimizer: 'Adam' },
  ]);
  expect(new Set(looks.map(({ color }) => color)).size).toBe(4);
  expect(new Set(looks.slice(0, 3).map(({ dash, marker }) => `${dash} ${marker}`)).size).toBe(3);
  expect(looks[3]).toEqual(looksOf([{ label: 'd', optimizer: 'Adam' }])[0]);
});

test('runs of two optimizers, and what is neither, are told apart without colour', () => {
  const named = (label: string, optimizer?: string) =>
    optimizer === undefined ? { label } : { label, optimizer };
  const looks = looksOf([
    named('a', 'Adam'),
    named('b', 'Adam'),
    named('c', 'AMSGrad'),
    named('d', 'AMSGrad'),
    named('bound'),
    named('e', 'SGD'),
  ]);
  expect(new Set(looks.map(({ dash, marker }) => `${dash} ${marker}`)).size).toBe(looks.length);
  expect(looks[5]).toEqual(looksOf([named('e', 'SGD')])[0]);
});

test('a run looks in each figure as it does among all runs of the cell', () => {
  const run = (label: string, among: readonly [number, number]) => ({
    label,
    optimizer: 'SGD',
    among,
  });
  const all = looksOf([run('a', [0, 3]), run('b', [1, 3]), run('c', [2, 3])]);
  expect(looksOf([run('b', [1, 3])])).toEqual([all[1]]);
  expect(looksOf([run('a', [0, 3]), run('c', [2, 3])])).toEqual([all[0], all[2]]);
});

test('what is no optimizer keeps clear of the colours of those that are there', () => {
  const color = (...optimizers: string[]) =>
    looksOf([
      ...optimizers.map((optimizer) => ({ label: optimizer, optimizer })),
      { label: 'x' },
      { label: 'y' },
    ]).at(-1)!.color;
  expect(color()).toContain('--fig-2');
  expect(color('Adam')).not.toContain('--fig-2');
  expect(color('Momentum')).not.toContain('--fig-2');
});

test('lossCurve and trajectory number their runs among all of the cell', () => {
  const all = { a: runOf('SGD', [1, 2]), b: runOf('SGD', [1, 3]), c: runOf('Adam', [1, 4]) };
  const { series } = lossCurve({ b: all.b, c: all.c }, { among: all });
  expect(series.map(({ among }) => among)).toEqual([
    [1, 2],
    [0, 1],
  ]);
  expect(() => lossCurve({ x: runOf('SGD', [1]) }, { among: all })).toThrow(/among/);
});
