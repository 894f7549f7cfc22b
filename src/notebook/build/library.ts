import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Library {
  /** The self-contained script every cell runs with, in Node and in the page. */
  readonly script: string;
  /** The files it was made of, for watching. */
  readonly files: readonly string[];
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Bundles optim, problems and notebook into the one script that a worker gets. */
export async function bundleLibrary(): Promise<Library> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/notebook/library.ts'],
    bundle: true,
    format: 'iife',
    globalName: 'descent',
    target: 'es2022',
    minify: true,
    // Names that readers see in messages and figures (`optimizer.name`, error classes) must survive.
    keepNames: true,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    metafile: true,
  });
  const script = result.outputFiles[0]?.text.trimEnd() ?? '';
  const files = Object.keys(result.metafile.inputs).map((file) => `${root}${file}`);
  return { script, files };
}
