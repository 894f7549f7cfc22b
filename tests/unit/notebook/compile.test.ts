import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/notebook/compile.ts';
import { cellAlone, cellPart, offsetOf } from '../../../src/notebook/script.ts';
import { sourceIn } from '../../../src/notebook/source.ts';

function errorOf(source: string) {
  const compiled = compile(source);
  if (compiled.ok) throw new Error('it compiled');
  return compiled.error;
}

describe('compile', () => {
  test('keeps every line where it was', () => {
    const source =
      "import { SGD } from 'optim';\n\ninterface A {\n  b: number;\n}\nconst a: A = { b: 1 };\nthrow a;";
    const compiled = compile(source);
    expect(compiled.ok && compiled.program.split('\n').length).toBe(7);
    expect(compiled.ok && compiled.program.split('\n')[6]).toContain('throw a');
  });

  test('names line and column of a syntax error', () => {
    expect(errorOf('const a = 1;\nlet x = ;')).toMatchObject({ line: 2, column: 9 });
  });

  test('names a full-width sign, in both languages, and what to write instead', () => {
    const error = errorOf('const a = 1；\nconst b = 2;');
    expect(error).toMatchObject({ line: 1, column: 12 });
    expect(error.message).toMatchObject({
      zh: expect.stringContaining('全角的 ；'),
      en: expect.stringContaining('full-width ；'),
    });
  });

  test('does not blame a full-width sign inside a string', () => {
    const error = errorOf("const s = '；'; let y = (1;");
    expect((error.message as { en: string }).en).not.toContain('full-width');
  });
});

describe('sourceIn', () => {
  const source =
    '// zh: 学习率\n// en: the learning rate\nconst lr = 1; // zh: stays\n  // zh: 内\n  // en: in\n';

  test('keeps one language, without its tag', () => {
    expect(sourceIn('zh', source)).toBe('// 学习率\nconst lr = 1; // zh: stays\n  // 内');
    expect(sourceIn('en', source)).toBe(
      '// the learning rate\nconst lr = 1; // zh: stays\n  // in',
    );
  });
});

describe('the script of a worker', () => {
  test('offset leads from a line of the script to the line of the cell', () => {
    for (const library of ['one line', 'two\nlines', 'a\nb\nc']) {
      const lines = (library + cellPart('first\nsecond', 'start')).split('\n');
      expect(lines[offsetOf(library)]).toBe('first');
      expect(lines.indexOf('second') + 1 - offsetOf(library)).toBe(2);
    }
  });
});

test.each(['one line', 'three\nshort\nlines'])(
  'a cell alone has the line numbers it has below the library',
  (library) => {
    const offset = offsetOf(library);
    const alone = cellAlone('first\nsecond', offset).split('\n');
    const below = (library + cellPart('first\nsecond', '')).split('\n');
    expect(alone.indexOf('second')).toBe(below.indexOf('second'));
    expect(alone.indexOf('second') + 1 - offset).toBe(2);
  },
);
