import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import katex from 'katex';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { transform } from 'sucrase';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import * as v from 'valibot';
import { LIBRARY } from '../../src/notebook/kernel/source.ts';
import { cellsOn, text } from '../content/chapters.ts';
import { notebookSchema, type Notebook } from './nbformat.ts';
import { pagesWithCells } from './pages.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const read = (page: string): Notebook =>
  v.parse(notebookSchema, JSON.parse(readFileSync(`${dist}${page}.ipynb`, 'utf8')));

const pages = pagesWithCells().map((page) => page.replace(/\/$/, ''));
const codeOf = ({ cells }: Notebook) => cells.filter((cell) => cell.cell_type === 'code');
const textOf = ({ cells }: Notebook) =>
  cells.filter(({ cell_type }) => cell_type === 'markdown').map(({ source }) => source.join(''));

test('there are chapters to look at, in both languages', () => {
  expect(pages.filter((page) => page.startsWith('zh/')).length).toBeGreaterThan(12);
  expect(pages.filter((page) => page.startsWith('en/')).length).toBeGreaterThan(12);
});

for (const page of pages) {
  const [language, slug] = page.split('/') as ['zh' | 'en', string];

  test(`${page}: a notebook of format 4.5, for Deno’s kernel, that leads back to the page`, () => {
    const notebook = read(page);
    expect(notebook.metadata.kernelspec).toMatchObject({ name: 'deno', language: 'typescript' });
    expect(notebook.metadata.language_info.name).toBe('typescript');
    const [first = ''] = textOf(notebook);
    expect(first).toMatch(/^# \S/);
    expect(first).toContain(`/${page}/)`);
    expect(first).toContain('deno jupyter --install');
  });

  test(`${page}: every cell of the chapter is there, in order, with what it showed`, () => {
    const [setup, ...cells] = codeOf(read(page));
    expect(setup?.source.join('')).toContain('notebook/descent.js');
    const mdx = text(language, slug);
    const inOrder = [
      ...mdx.matchAll(/<(?:Cell|Figure|Exercise)\b[^>]*?\b(?:cell|id)="(\S+\/\S+)"/g),
    ];
    expect(cells.map(({ id }) => id.replace(/-\d+$/, ''))).toEqual(
      inOrder.map(([, id = '']) => id.replace('/', '-').replace(/-\d+$/, '')),
    );
    expect(cells.length).toBe(cellsOn(mdx).filter((id) => !id.endsWith('.solution')).length);
    for (const cell of cells) {
      expect(cell.outputs.length, cell.id).toBeGreaterThan(0);
      const said = cell.outputs
        .flatMap((output) => (output.output_type === 'stream' ? output.text : []))
        .join('');
      const fails = cell.outputs.some(({ output_type }) => output_type === 'error');
      if (cell.id.includes('-exercise-')) expect(fails || /^✗ /m.test(said), cell.id).toBe(true);
      else expect(said, cell.id).toMatch(/^(?:[^✗]*\n)?✓ [^✗]*$/);
      for (const output of cell.outputs) {
        if (output.output_type !== 'display_data') continue;
        const types = Object.keys(output.data);
        expect(types.at(-1), cell.id).toBe('text/plain');
        expect(['image/svg+xml', 'text/html'], cell.id).toContain(types[0]);
        const svg = output.data['image/svg+xml']?.join('') ?? '';
        expect(svg, cell.id).not.toMatch(/var\(|color-mix|class=/);
      }
    }
  });

  test(`${page}: its text is Markdown that any notebook shows`, () => {
    const all = textOf(read(page));
    let equations = 0;
    for (const markdown of all) {
      const tree = unified().use(remarkParse).use(remarkMath).parse(markdown);
      visit(tree, (node) => {
        if (node.type === 'html') {
          expect(node.value).not.toMatch(
            /<\/?(?!details|summary|i>|su[bp]>|a>|a href|wbr>)[A-Za-z]/,
          );
        }
        if (node.type === 'text') expect(node.value).not.toMatch(/<[A-Z]|\[#[a-z]|\{'|^import /);
        if (node.type === 'link') expect(node.url).toMatch(/^https?:\/\//);
        if (node.type !== 'math' && node.type !== 'inlineMath') return;
        equations += 1;
        // KaTeX with nothing of the book's: an unknown command throws.
        katex.renderToString((node as { value: string }).value, {
          displayMode: node.type === 'math',
          throwOnError: true,
          strict: false,
        });
      });
    }
    if (slug === 'adam' || slug === 'sgd') expect(equations).toBeGreaterThan(50);
  });
}

/** The chapters whose notebooks are run here: with the library's own file, as a kernel would, each cell after the other. */
const RUN = ['zh/sgd', 'en/sgd', 'zh/adam', 'en/adam'];

for (const page of RUN) {
  test(`${page}: run with the library's file, its cells show what is in the notebook`, async () => {
    test.setTimeout(300_000);
    const sent: { type: string; content: { text?: string; data?: Record<string, string> } }[] = [];
    const broadcast = (type: string, content: object) => {
      sent.push({ type, content });
      return Promise.resolve();
    };
    Object.assign(globalThis, { Deno: { jupyter: { broadcast } } });
    const { open } = (await import(`${dist}notebook/descent.js`)) as {
      open(language: string): Record<string, unknown>;
    };
    const library = open(page.slice(0, 2));
    const [, ...cells] = codeOf(read(page));
    for (const cell of cells) {
      sent.length = 0;
      const { code } = transform(cell.source.join(''), { transforms: ['typescript'] });
      const run = new Function(LIBRARY, `return (async () => {\n${code}\n})();`);
      const error = await (run(library) as Promise<void>).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      const built = cell.outputs.flatMap((output) =>
        output.output_type === 'stream' ? output.text : [],
      );
      const said = sent.filter(({ type }) => type === 'stream').map(({ content }) => content.text);
      expect(said.join(''), cell.id).toBe(built.join(''));
      const pictures = cell.outputs.flatMap((output) =>
        output.output_type === 'display_data' ? [output.data['text/plain']?.join('')] : [],
      );
      const drawn = sent.filter(({ type }) => type === 'display_data');
      expect(
        drawn.map(({ content }) => content.data?.['text/plain']),
        cell.id,
      ).toEqual(pictures);
      const failed = cell.outputs.some(({ output_type }) => output_type === 'error');
      expect(error !== undefined, `${cell.id}: ${String(error)}`).toBe(failed);
    }
    expect(cells.length).toBeGreaterThan(15);
  });
}

test('data come from beside the library’s file', async () => {
  Object.assign(globalThis, { Deno: { jupyter: { broadcast: () => Promise.resolve() } } });
  const { open } = (await import(`${dist}notebook/descent.js`)) as {
    open(language: string): {
      notebook: { data(name: string): Promise<{ train: { labels: ArrayLike<number> } }> };
    };
  };
  const { train } = await open('en').notebook.data('digits');
  expect(train.labels.length).toBe(8000);
});

for (const language of ['zh', 'en'] as const) {
  test(`${language}: the page's link downloads the notebook under a name that tells it`, async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${language}/adam/`);
    const link = page.getByRole('link', { name: /^Jupyter/ });
    expect(asked.filter((url) => /ipynb|descent\.js/.test(url))).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe(`descent-adam-${language}.ipynb`);
    const notebook = v.parse(
      notebookSchema,
      JSON.parse(readFileSync(await download.path(), 'utf8')),
    );
    expect(notebook.cells.length).toBeGreaterThan(40);
  });
}

test('a page without cells offers no notebook', async ({ page }) => {
  await page.goto('en/glossary/');
  await expect(page.getByRole('link', { name: /^Jupyter/ })).toHaveCount(0);
});
