import { agreements } from 'virtual:descent/parity';
import { kernel } from 'virtual:descent/kernel';
import { getCollection, getEntry } from 'astro:content';
import type { APIRoute, GetStaticPaths } from 'astro';
import { book } from '../../book.ts';
import { cellById } from '../../components/cells.ts';
import { hasCells } from '../../components/page/contents.ts';
import { chapterNotebook } from '../../ipynb/chapter.ts';
import { hash } from '../../notebook/build/hash.ts';
import type { Language } from '../../text.ts';

type Sources = Record<string, string>;
const optimizers = import.meta.glob<string>('/src/optim/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const solutions = import.meta.glob<string>('/content/cells/**/*.solution.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function found(sources: Sources, path: string): string {
  const text = sources[path];
  if (text === undefined) throw new Error(`there is no ${path.slice(1)}`);
  return text;
}

/** Every chapter that has cells, as a notebook. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getCollection('docs'))
    .filter(({ body }) => hasCells(body))
    .map(({ id }) => {
      const [language, chapter] = id.split('/');
      return { params: { language, chapter }, props: { id } };
    });

export const GET: APIRoute<{ id: string }> = async ({ props: { id }, site }) => {
  const [language, slug] = id.split('/') as [Language, string];
  const entry = await getEntry('docs', id);
  if (!entry) throw new Error(`there is no chapter ${id}`);
  const base = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), site).href;
  const notebook = await chapterNotebook({
    language,
    slug,
    title: entry.data.title,
    description: entry.data.description,
    mdx: entry.body ?? '',
    path: `content/${id}.mdx`,
    version: book.version,
    home: `${base}${language}/`,
    page: `${base}${id}/`,
    library: `${base}notebook/descent.js?${hash(kernel).slice(0, 8)}`,
    repository: import.meta.env.REPOSITORY,
    agreements,
    algorithm: (of) => found(optimizers, `/src/optim/${of}.ts`),
    solution: (cell) => found(solutions, `/content/cells/${cell}.solution.ts`),
    cell: cellById,
  });
  return new Response(JSON.stringify(notebook, null, 1), {
    headers: { 'content-type': 'application/x-ipynb+json' },
  });
};
