import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { equationHtml, parseAlgorithm, sourceHtml } from '../../../src/components/algorithm.ts';

const source = `
/**
 * A step.
 *
 * @equation (1) \\gradient{g_t} = \\nabla L(\\theta_{t-1})
 * @equation (2) \\theta_t = \\theta_{t-1} - \\lr{\\eta}\\,\\gradient{g_t}
 */
class SGD {
  update() {
    // #region algorithm
    for (let i = 0; i < n; i++) {
      const gt = g[i] + f(2); // (1)
      w[i] -= lr * gt; // (2)
    }
    // #endregion
  }
}
`;

describe('an algorithm', () => {
  test('has the equations of the docstring and the lines of the region, dedented', () => {
    const { equations, lines } = parseAlgorithm(source, 'sgd.ts');
    expect(equations.map(({ number }) => number)).toEqual([1, 2]);
    expect(equations[1]?.tex).toBe('\\theta_t = \\theta_{t-1} - \\lr{\\eta}\\,\\gradient{g_t}');
    expect(lines.map(({ code }) => code)).toEqual([
      'for (let i = 0; i < n; i++) {',
      '  const gt = g[i] + f(2); // (1)',
      '  w[i] -= lr * gt; // (2)',
      '}',
    ]);
    expect(lines.map(({ numbers }) => numbers)).toEqual([[], [1], [2], []]);
  });

  test('a line may carry out two equations', () => {
    const { lines } = parseAlgorithm(
      source.replace('w[i] -= lr * gt; // (2)', 'w[i] -= lr * gt; // (1), (2)'),
      'sgd.ts',
    );
    expect(lines[2]?.numbers).toEqual([1, 2]);
  });

  test.each([
    ['an equation that no line carries out', ['; // (2)', ';'], /no line .* \/\/ \(2\)/],
    [
      'a line of no equation',
      ['gt; // (2)', 'gt; // (2), (3)'],
      /\/\/ \(3\), which is no equation/,
    ],
    ['numbers that skip', ['@equation (2)', '@equation (3)'], /equation \(3\) should be \(2\)/],
    ['no region', ['// #region algorithm', ''], /#region algorithm/],
    ['no equations', ['@equation', '@formula'], /@equation \(1\)|should be \(1\)/],
  ])('%s is an error that names the file', (_what, [from, to], why) => {
    const broken = source.replace(from!, to!);
    expect(() => parseAlgorithm(broken, 'src/optim/sgd.ts')).toThrow(/^src\/optim\/sgd\.ts: /);
    expect(() => parseAlgorithm(broken, 'src/optim/sgd.ts')).toThrow(why);
  });

  test('the source is coloured by quantity, and its numbers lead to their equations', () => {
    const html = sourceHtml(parseAlgorithm(source, 'sgd.ts'), (number) => `#eq-${number}`);
    const [, first, second] = html.split('\n');
    expect(first).toContain('<span class="line" data-equation="1">');
    expect(first).toContain('<span class="q-gradient">gt</span>');
    expect(first).toContain('<a href="#eq-1">(1)</a>');
    // A number in the code is no reference.
    expect(first).not.toContain('#eq-2');
    expect(second).toContain('<span class="q-lr">lr</span>');
    expect(second).toContain('<a href="#eq-2">(2)</a>');
  });

  test('an equation that cannot be set names its file and number', () => {
    expect(() => equationHtml({ number: 3, tex: '\\nonsense' }, 'adam.ts', 'zh')).toThrow(
      /^adam\.ts: equation \(3\): .*Undefined control sequence/,
    );
    expect(() => equationHtml({ number: 3, tex: '\\href{x}{y}' }, 'adam.ts', 'zh')).toThrow(
      /\\href is not allowed/,
    );
  });
});

const files = readdirSync('src/optim').filter((file) =>
  readFileSync(`src/optim/${file}`, 'utf8').includes('@equation'),
);

test.each(files)('src/optim/%s can be shown', (file) => {
  const algorithm = parseAlgorithm(readFileSync(`src/optim/${file}`, 'utf8'), file);
  for (const equation of algorithm.equations) {
    expect(equationHtml(equation, file, 'en')).toContain('class="katex"');
    // In Chinese, words are Chinese: only names stay.
    const chinese = equationHtml(equation, file, 'zh').replace(
      /<annotation.*?<\/annotation>/gs,
      '',
    );
    for (const [, words] of chinese.matchAll(/<mtext>([^<]*)<\/mtext>/g)) {
      expect(words).toMatch(/^(\p{Script=Han}|[，\s\u00a0]|Nesterov|AMSGrad|EMA)*$/u);
    }
  }
});
