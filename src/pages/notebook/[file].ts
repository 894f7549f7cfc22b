import { digits } from 'virtual:descent/data';
import { kernel } from 'virtual:descent/kernel';
import { script, version } from 'virtual:descent/library';
import type { APIRoute, GetStaticPaths } from 'astro';
import * as notebook from '../../notebook/index.ts';
import * as optim from '../../optim/index.ts';
import * as problems from '../../problems/index.ts';

interface Props {
  readonly body: BodyInit;
  readonly type: string;
}

const file = (name: string, body: BodyInit, type: string) => ({
  params: { file: name },
  props: { body, type } satisfies Props,
});
const SCRIPT = 'text/javascript';

/** A module of the book for cells outside it: its names, taken from the one module that holds all. */
const part = (name: string, module: object, from: string) => {
  const names = Object.keys(module).join(', ');
  const text = `import * as descent from './descent.js';\nexport const { ${names} } = descent.${from};\n`;
  return file(name, text, SCRIPT);
};

/** For cells outside the book, in a language: the module 'notebook', and the import map that gives a cell its modules. */
const outside = (language: string) => [
  part(`notebook.${language}.js`, notebook, `open('${language}').notebook`),
  file(
    `${language}.json`,
    JSON.stringify({
      imports: {
        optim: './optim.js',
        problems: './problems.js',
        notebook: `./notebook.${language}.js`,
      },
    }),
    'application/json',
  ),
];

/**
 * What every cell in the page runs with, the library script and the data it may ask for, under names of their content;
 * and the library for cells outside the book, under names that stay.
 */
export const getStaticPaths: GetStaticPaths = () => [
  file(`library.${version}.js`, script, SCRIPT),
  // Not named .gz: some servers would then have the browser unpack it, others not.
  file(
    `digits.${digits.version}.bin`,
    Buffer.from(digits.file, 'base64'),
    'application/octet-stream',
  ),
  file('descent.js', kernel, SCRIPT),
  part('optim.js', optim, 'optim'),
  part('problems.js', problems, 'problems'),
  ...outside('zh'),
  ...outside('en'),
];

export const GET: APIRoute<Props> = ({ props: { body, type } }) =>
  new Response(body, { headers: { 'content-type': type } });
