import { expect, test } from 'vitest';
import { forKernel } from '../../../src/notebook/kernel/source.ts';

test('imports are taken from the library, types left out, and the cell waits at its end', () => {
  const source = [
    "import type { Schedule } from 'optim';",
    "import { Adam, type Tensor, SGD as Plain } from 'optim';",
    "import { check } from 'notebook';",
    '',
    'check.that(true, "");',
  ].join('\n');
  expect(forKernel(source).split('\n')).toEqual([
    'let { Adam, SGD: Plain } = descent.optim;',
    'let { check } = descent.notebook;',
    '',
    'check.that(true, "");',
    '',
    'await descent.shown();',
  ]);
});

test('a list of imports over several lines stays one where it is long', () => {
  const names = ['minimize', 'ravine', 'quadraticBowl', 'rosenbrock', 'himmelblau', 'twoBasins'];
  const source = `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'problems';\nf();`;
  expect(forKernel(source)).toMatch(/^let \{ minimize, .* \} = descent\.problems;\nf\(\);/);
  const more = source.replace('ravine', 'aVeryLongNameOfAProblemThatNobodyWouldEverWriteByHand');
  expect(forKernel(more)).toMatch(/^let \{\n {2}minimize,\n[\s\S]*\n\} = descent\.problems;\n/);
});

test('functions and constants become variables, so that a name may be another thing in another cell', () => {
  const source = [
    'async function* f<T>(a: T): AsyncGenerator<T> {',
    '  function inner() {',
    '    return 1;',
    '  }',
    '  yield a;',
    '}',
    'function g() {',
    '  return f(1);',
    '}',
    'const h = 1;',
  ].join('\n');
  expect(forKernel(source)).toBe(
    [
      'let f = async function* <T>(a: T): AsyncGenerator<T> {',
      '  function inner() {',
      '    return 1;',
      '  }',
      '  yield a;',
      '};',
      'let g = function () {',
      '  return f(1);',
      '};',
      'let h = 1;',
      '',
      'await descent.shown();',
    ].join('\n'),
  );
});

test('an import it does not know stops the build', () => {
  expect(() => forKernel("import * as all from 'optim';")).toThrow(/import \* as all/);
});
