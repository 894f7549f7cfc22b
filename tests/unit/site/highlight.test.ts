import { describe, expect, test } from 'vitest';
import { splitHints } from '../../../src/components/exercise.ts';
import { highlight } from '../../../src/components/highlight.ts';

/** What a reader sees of the HTML. */
const seen = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

describe('highlighting', () => {
  const code = [
    "import { SGD } from 'optim';",
    '',
    '/* two',
    '   lines */',
    'const a: number = b < 2 && c > 3 ? `${d}` : 1e-3; // 学习率 <η>',
  ].join('\n');

  test('keeps the text to the letter, one span of class line for each line', () => {
    const lines = highlight(code).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.map(seen)).toEqual(code.split('\n'));
    for (const line of lines) expect(line).toMatch(/^<span class="line">.*<\/span>$/);
  });

  test('marks keywords, strings, numbers, types and comments, and nothing else', () => {
    const html = highlight(code);
    expect(html).toContain('<span class="tok-keyword">import</span>');
    expect(html).toContain('<span class="tok-string">\'optim\'</span>');
    expect(html).toContain('<span class="tok-number">1e-3</span>');
    expect(html).toContain('<span class="tok-typeName">number</span>');
    expect(html).toContain('<span class="tok-comment">// 学习率 &lt;η&gt;</span>');
    const classes = new Set([...html.matchAll(/class="([^"]+)"/g)].map((match) => match[1]));
    for (const name of classes) {
      expect(name).toMatch(/^(line|tok-(keyword|string2?|number|typeName|comment))$/);
    }
  });

  test('names that stand for a quantity get its class, words in strings and comments do not', () => {
    const html = highlight("this.m = lr * 'lr'; // lr", (name) =>
      name === 'lr' ? 'lr' : name === 'm' ? 'momentum' : undefined,
    );
    expect(html.match(/class="q-lr"/g)).toHaveLength(1);
    expect(html).toContain('<span class="q-momentum">m</span>');
  });

  test('no markup in code reaches the page', () => {
    expect(highlight('"</span><script>alert(1)</script>"')).not.toContain('<script');
  });
});

describe('an exercise', () => {
  const hint = (name: string) => `<details class="fold hint"><summary>${name}</summary></details>`;

  test('shows its hints after the cell, numbered', () => {
    expect(splitHints(`<p>task</p>${hint('提示')}${hint('提示')}`)).toEqual({
      task: '<p>task</p>',
      hints: hint('提示 1/2') + hint('提示 2/2'),
    });
  });

  test('does not number a single hint', () => {
    expect(splitHints(`<p>task</p>${hint('Hint')}`).hints).toBe(hint('Hint'));
  });

  test('may have none', () => {
    expect(splitHints('<p>task</p>')).toEqual({ task: '<p>task</p>', hints: '' });
  });
});
