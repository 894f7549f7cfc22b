import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import type { Declarations } from './declarations.ts';
import { shake } from './shake.ts';

const TYPES = 'virtual:descent/types';
const MESSAGES = 'virtual:descent/messages';
const TYPESCRIPT = createRequire(import.meta.url).resolve('typescript');

/** A message's key ends in its number: syntax, types and their kin; not the compiler's options and refactorings. */
const NEEDED = /_(?:[12]\d{3}|7\d{3}|1[78]\d{3})$/;

/**
 * Gives the editor's worker what it needs: `virtual:descent/types`, the declarations made from the source, and
 * `virtual:descent/messages`, TypeScript's messages in Chinese. In a build the worker gets TypeScript without what it never calls.
 */
export function types(): Plugin {
  let declarations: Promise<Declarations> | undefined;
  // The compiler is loaded when it is needed: a configuration is read more often than a site is built.
  const made = () =>
    (declarations ??= import('./declarations.ts').then(({ declare }) => declare()));

  const plugin: Plugin = {
    name: 'descent:types',
    enforce: 'pre',
    config: () => ({ worker: { format: 'es', plugins: () => [plugin, shaken] } }),
    resolveId: (id) => (id === TYPES || id === MESSAGES ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${TYPES}`) {
        const { files, sources } = await made();
        for (const source of sources) this.addWatchFile(source);
        return { code: exported('files', files), moduleType: 'js' };
      }
      if (id === `\0${MESSAGES}`) {
        return { code: exported('messages', await messages()), moduleType: 'js' };
      }
      return undefined;
    },
    async watchChange(file) {
      if ((await declarations)?.sources.includes(file)) declarations = undefined;
    },
  };
  return plugin;
}

const shaken: Plugin = {
  name: 'descent:shaken-typescript',
  apply: 'build',
  enforce: 'pre',
  async load(id) {
    if (id !== TYPESCRIPT) return undefined;
    return { code: shake(await readFile(id, 'utf8')), moduleType: 'js' };
  },
};

/** TypeScript's messages in Chinese. */
export async function messages(): Promise<Record<string, string>> {
  const file = new URL('zh-cn/diagnosticMessages.generated.json', `file://${TYPESCRIPT}`);
  const all = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  return Object.fromEntries(Object.entries(all).filter(([key]) => NEEDED.test(key)));
}

/** As JSON in a string, which a browser reads faster than an object in code. */
function exported(name: string, value: unknown): string {
  return `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
