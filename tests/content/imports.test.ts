import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** From the ground up: a folder imports only from itself and from those below it. */
const ORDER = [
  'text.ts',
  'optim',
  'problems',
  'figures',
  'notebook',
  'plugins',
  'components',
  'ipynb',
  'pages',
];

const place = (file: string): number => ORDER.indexOf(relative(src, file).split(/[\\/]/)[0] ?? '');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|astro)$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join(src, name));

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path ?? ''),
  );
}

test('imports run one way: optim, problems, figures, notebook, components', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((imported) => place(file) >= 0 && place(imported) > place(file))
      .map((imported) => `${relative(src, file)} imports ${relative(src, imported)}`),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});

test('optim imports nothing outside itself', () => {
  const wrong = files
    .filter((file) => relative(src, file).startsWith('optim'))
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return [...source.matchAll(/from '([^']+)'/g)]
        .map(([, path]) => path ?? '')
        .filter((path) => !/^\.\/[\w-]+\.ts$/.test(path))
        .map((path) => `${relative(src, file)} imports ${path}`);
    });
  expect(wrong).toEqual([]);
});

test('nothing in src imports the tests', () => {
  const wrong = files.filter((file) => /from '[^']*\btests\//.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});
