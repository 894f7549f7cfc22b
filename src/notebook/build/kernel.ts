import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { packDigits } from './digits.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** `import css from './figures.css?raw'`, as Vite has it. */
const raw: Plugin = {
  name: 'raw',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: fileURLToPath(new URL(path.slice(0, -'?raw'.length), `file://${resolveDir}/`)),
      namespace: 'raw',
    }));
    onLoad({ filter: /./, namespace: 'raw' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
      watchFiles: [path],
    }));
  },
};

/**
 * Bundles the library with the means to draw into one module, for cells that run outside the book.
 *
 * @param home the address of the folder that the site serves it from
 */
export async function bundleKernel(home: string): Promise<string> {
  const { version } = await packDigits();
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/notebook/kernel/index.ts'],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    keepNames: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    external: ['node:*'],
    plugins: [raw],
    define: { DESCENT: JSON.stringify({ home, files: { digits: `digits.${version}.bin` } }) },
  });
  return result.outputFiles[0]?.text ?? '';
}
