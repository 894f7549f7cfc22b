import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { encode } from '../../figures/encode.ts';
import { buildCell, faultsOf } from './cells.ts';
import { packDigits } from './digits.ts';
import { hash } from './hash.ts';
import { bundleKernel } from './kernel.ts';
import { bundleLibrary, type Library } from './library.ts';

const LIBRARY = 'virtual:descent/library';
const DATA = 'virtual:descent/data';
const KERNEL = 'virtual:descent/kernel';
const CELLS = fileURLToPath(new URL('../../../content/cells/', import.meta.url));

interface Options {
  /** The address, in full, of the site's folder `notebook/`. */
  readonly home: string;
}

/**
 * Gives the site its cells. `import cell from '…/name.ts?cell'` compiles and runs the cell (a `BuiltCell`, with its
 * outcome encoded); a cell with a fault fails the build, unless DRAFT is set; `virtual:descent/library` is the script that runs it and
 * `virtual:descent/data` what it may ask for;
 * `virtual:descent/kernel` is the module for cells that run outside the book. A saved cell or library file reloads the page.
 */
export function notebook({ home }: Options): Plugin {
  let library: Promise<Library> | undefined;
  let building = false;
  const current = () => (library ??= bundleLibrary());

  return {
    name: 'descent:notebook',
    enforce: 'pre',
    config: (_config, { command }) => {
      building = command === 'build';
    },
    resolveId: (id) => ([LIBRARY, DATA, KERNEL].includes(id) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${LIBRARY}`) {
        const { script, files } = await current();
        for (const file of files) this.addWatchFile(file);
        return {
          code: `export const script = ${JSON.stringify(script)};\nexport const version = ${JSON.stringify(hash(script))};`,
          moduleType: 'js',
        };
      }
      if (id === `\0${KERNEL}`) {
        for (const file of (await current()).files) this.addWatchFile(file);
        return {
          code: `export const kernel = ${JSON.stringify(await bundleKernel(home))};`,
          moduleType: 'js',
        };
      }
      if (id === `\0${DATA}`) {
        const { compressed, version } = await packDigits();
        const digits = { file: Buffer.from(compressed).toString('base64'), version };
        return { code: `export const digits = ${JSON.stringify(digits)};`, moduleType: 'js' };
      }
      if (!id.endsWith('?cell')) return undefined;
      const file = id.slice(0, -'?cell'.length);
      const name = file.slice(CELLS.length, -'.ts'.length);
      const { script, files } = await current();
      for (const watched of files) this.addWatchFile(watched);
      this.addWatchFile(file);
      const cell = await buildCell(name, await readFile(file, 'utf8'), script);
      const faults = faultsOf(cell);
      if (building && !process.env['DRAFT'] && faults.length) this.error(faults.join('\n'));
      for (const fault of faults) this.warn(fault);
      const { source, program, outcome } = cell;
      const data = { id: name, source, program, outcome: encode(outcome) };
      return { code: `export default ${JSON.stringify(data)};`, moduleType: 'js' };
    },
    // A changed library file makes every cell stale.
    async watchChange(file) {
      if (library && (await library).files.includes(file)) library = undefined;
    },
    async hotUpdate({ file }) {
      if (library && (await library).files.includes(file)) library = undefined;
    },
  };
}
