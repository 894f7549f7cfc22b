import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { remarkCiteKeys } from '../../../src/plugins/cite-keys.ts';
import { remarkHeadingId } from '../../../src/plugins/heading-id.ts';
import { katexOptions, rehypeMathErrors } from '../../../src/plugins/math.ts';
import { rehypeProse } from '../../../src/plugins/prose.ts';
import { remarkUnwritten } from '../../../src/plugins/unwritten.ts';

const bibliography = 'content/references.bib';

/** A page through the plugins as the site runs them, as HTML. */
async function page(text: string, path = 'content/zh/adam.mdx'): Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkMath)
    .use(remarkHeadingId)
    .use(remarkCiteKeys, { bibliography })
    .use(remarkUnwritten, { slugs: ['lamb'] })
    .use(remarkRehype, {
      handlers: { mdxJsxTextElement: () => ({ type: 'text', value: '<cite>' }) } as never,
    })
    .use(rehypeKatex, katexOptions)
    .use(rehypeMathErrors)
    .use(rehypeProse)
    .use(rehypeStringify);
  return String(await processor.process(new VFile({ value: text, path })));
}

test('an equation that browsers would refuse stops the build', async () => {
  await expect(page('取 $\\eta_{\\max}$')).rejects.toThrow(/mathrm/);
  await expect(page('取 $\\eta_{\\mathrm{max}}$')).resolves.toContain('<msub>');
});

describe('heading ids', () => {
  test('the marker becomes the id and goes from the text', async () => {
    expect(await page('## 之前的失败 [#failure]')).toContain(
      '<h2 id="failure">之前的<wbr>失败</h2>',
    );
  });

  test('a heading without one fails, naming file and line', async () => {
    await expect(page('text\n\n## The idea')).rejects.toThrow(
      /^content\/zh\/adam\.mdx:3:1: a heading ends with its id/,
    );
  });

  test.each(['## Idea [#Idea]', '## Idea [#]', '## Idea [#an idea]', '## [#idea] Idea'])(
    '%s is no id',
    async (heading) => {
      await expect(page(heading)).rejects.toThrow('a heading ends with its id');
    },
  );

  test('two of one name fail at the second', async () => {
    await expect(page('## A [#a]\n\n## B [#a]')).rejects.toThrow(/:3:1: two headings .* "a"/);
  });

  test('maths in a heading fails', async () => {
    await expect(page('## When $\\eta$ is large [#large]')).rejects.toThrow(/:1:1: .*no maths/);
  });

  test('each section has a link that its heading names', async () => {
    expect(await page('### A [#a]')).toContain(
      '<div class="heading"><h3 id="a">A</h3><a class="anchor" href="#a" aria-labelledby="a"></a></div>',
    );
  });
});

describe('links', () => {
  test('to a chapter not yet written are plain text, all others stay', async () => {
    const html = await page('[*LAMB*](../lamb/#idea), [LARS](../lars/), [x](https://x.org/lamb/)');
    expect(html).toBe(
      '<p><em>LAMB</em>, <a href="../lars/">LARS</a>, <a href="https://x.org/lamb/">x</a></p>',
    );
  });
});

describe('equations', () => {
  test('a quantity keeps its class', async () => {
    expect(await page('$\\gradient{g_t}$')).toMatch(/class="enclosing q-gradient"/);
  });

  test.each([
    ['a link', '$\\href{javascript:alert(1)}{x}$', /\\href is not allowed/],
    ['a class of its own', '$\\htmlClass{evil}{x}$', /\\htmlClass is not allowed/],
    ['an image', '$\\includegraphics{x.png}$', /\\includegraphics is not allowed/],
    ['a style', '$\\htmlStyle{color:red}{x}$', /\\htmlStyle is not allowed/],
    ['an endless macro', '$\\def\\a{\\a\\a}\\a$', /Too many expansions/],
    ['an unknown command', '$\\nabla \\nonsense$', /Undefined control sequence/],
    ['an open brace', '$\\frac{1}{2$', /expected '}'/],
    ['words in maths', '$学习率$', /unicodeTextInMathMode/],
  ])('%s fails the build, naming file and line', async (_what, tex, why) => {
    const failed = page(`one\n\ntwo ${tex}`, 'content/en/adam.mdx');
    await expect(failed).rejects.toThrow(/^content\/en\/adam\.mdx:3:5: an equation cannot be set/);
    await expect(failed).rejects.toThrow(why);
  });

  test('a display equation is named by its own line', async () => {
    await expect(page('one\n\n$$\n\\bad\n$$')).rejects.toThrow(/adam\.mdx:3:1: /);
  });

  test('a \\gdef does not reach the next equation', async () => {
    await expect(page('$\\gdef\\mine{x}\\mine$ and $\\mine$')).rejects.toThrow(
      /Undefined control sequence/,
    );
  });

  test('a table of cases, for which KaTeX defines macros of its own, is set twice alike', async () => {
    const cases = '$$\n\\begin{cases} 0 & t = 1 \\\\ 1 & t > 1 \\end{cases}\n$$';
    const html = await page(`${cases}\n\n${cases}`);
    expect(html.match(/class="katex-display"/g)).toHaveLength(2);
  });
});

describe('citations', () => {
  test('a known key passes', async () => {
    expect(await page('see <Cite key="kingma2015" /> for more', 'content/en/adam.mdx')).toContain(
      'see &#x3C;cite> for more',
    );
  });

  test('on a Chinese page the full-width parentheses bring their own space', async () => {
    expect(await page('见 <Cite key="kingma2015" /> 一文')).toContain('见&#x3C;cite>一文');
  });

  test.each([
    ['<Cite key="nobody1900" />', 'has no entry "nobody1900"'],
    ['<Cite />', '<Cite> needs key'],
  ])('%s fails, naming file and line', async (cite, why) => {
    const failed = page(`one\n\n见 ${cite}`);
    await expect(failed).rejects.toThrow(/^content\/zh\/adam\.mdx:3:3: /);
    await expect(failed).rejects.toThrow(why);
  });
});

describe('links on paper', () => {
  test('a link to another chapter says its title, unless its words do', async () => {
    expect(await page('[前面](../momentum/#floor)')).toContain('data-to="Momentum"');
    expect(await page('[Momentum](../momentum/)')).not.toContain('data-to');
    expect(await page('[rates](../schedules/)', 'content/en/adam.mdx')).toContain(
      'data-to="Learning-rate schedules"',
    );
  });

  test('a link on the page says the heading it leads to', async () => {
    expect(await page('[下面](#floor)\n\n## 噪声的地板 [#floor]')).toContain(
      'data-to="噪声的地板"',
    );
    expect(await page('[别处](https://example.org/)')).not.toContain('data-to');
  });
});
