import rehypeKatex from 'rehype-katex';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { rehypeMathPunctuation } from '../../../src/plugins/math-punctuation.ts';

const set = async (html: string) =>
  String(
    await unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeKatex)
      .use(rehypeMathPunctuation)
      .use(rehypeStringify)
      .process(html),
  );

test('a comma stays with the short formula before it', async () => {
  const html = await set('<p>取 <code class="math-inline">\\mu</code>，再取</p>');
  expect(html).toMatch(/<span class="nowrap"><span class="katex">.*<\/span>，<\/span>再取<\/p>$/);
});

test('an opening bracket stays with the short formula after it', async () => {
  const html = await set('<p>动量（<code class="math-inline">\\mu</code>）低</p>');
  expect(html).toMatch(
    /动量<span class="nowrap">（<span class="katex">.*<\/span>）<\/span>低<\/p>$/,
  );
});

test('a number times a power of ten is short, although a line may break in it', async () => {
  const html = await set('<p><code class="math-inline">3.8\\times10^{-4}</code>。</p>');
  expect(html).toMatch(/<span class="nowrap"><span class="katex">.*<\/span>。<\/span><\/p>$/);
});

test('a short formula of several parts stays on one line, with or without a comma', async () => {
  const html = await set('<p>若 <code class="math-inline">\\eta = 1</code> 时</p>');
  expect(html).toMatch(/<span class="nowrap"><span class="katex">.*<\/span><\/span> 时<\/p>$/);
});

test('a display equation is left as it is', async () => {
  const html = await set('<pre><code class="math-display">\\eta = 1</code></pre>');
  expect(html).toContain('katex-display');
  expect(html).not.toContain('nowrap');
});

test('words after a formula are left as they are', async () => {
  expect(await set('<p><code class="math-inline">\\mu</code> 是</p>')).not.toContain('nowrap');
});

test('of a long formula, the first part stays with a bracket before it, the last with a comma after it', async () => {
  const long = (before: string, after: string) =>
    set(`<p>${before}<code class="math-inline">a = b + c + d + e + f + g</code>${after}</p>`);
  const parts = (html: string) => html.split('class="katex-base"').length - 1;
  const plain = await long('取 ', ' 时');
  expect(plain).not.toContain('nowrap');
  const comma = await long('取 ', '，再');
  expect(comma).toMatch(
    /<span class="nowrap"><span class="katex"><span class="katex-html" aria-hidden="true"><span class="katex-base">(?:(?!katex-base).)*<\/span>，<\/span>再<\/p>$/,
  );
  const both = await long('（', '）');
  expect(both).toMatch(
    /<p><span class="nowrap">（<span class="katex"><span class="katex-html" aria-hidden="true"><span class="katex-base">(?:(?!katex-base).)*<\/span><\/span><span class="katex"><span class="katex-mathml">/,
  );
  for (const html of [comma, both]) {
    expect(parts(html)).toBe(parts(plain));
    expect(html.split('<math').length - 1, 'is said once').toBe(1);
  }
});
