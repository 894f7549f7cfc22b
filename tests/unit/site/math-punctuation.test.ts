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

test('words after a formula, and long formulas, are left as they are', async () => {
  expect(await set('<p><code class="math-inline">\\mu</code> 是</p>')).not.toContain('nowrap');
  expect(await set('<p><code class="math-inline">a = b + c</code>，</p>')).not.toContain('nowrap');
});
