import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageJSON } from 'node:module';
import type { Plugin } from 'vite';

/** The one file in which the site keeps the licences of what it ships and others have written. */
export const LICENCES = 'third-party.txt';

/** What reaches the reader though no bundle of ours holds it: the search is put into the finished site. */
const COPIED = ['pagefind'];

/** What is in the site in another form than its authors gave it, which Apache-2.0 wants said. */
const CHANGED: Readonly<Record<string, string>> = {
  typescript: 'Only what the editor uses is in the site, minified.',
};

const TEXTS = /^(?:licen[cs]e|copying|notice|thirdpartynotice)/i;

/** Stands above each package, and in no licence. */
const RULE = '─'.repeat(78);

const HEAD = `The pages of this site are made of what its authors wrote and of the packages below.
The scripts and styles of these are minified; each is under the licence printed here.
`;

/**
 * Gathers the packages that scripts, workers and styles of the site are made of, and writes their licences
 * beside them, as their authors ask of everyone who passes their work on.
 *
 * @throws Error when a package has no licence text: then it cannot be shipped.
 */
export function licences(): Plugin {
  const folders = new Map<string, string>();
  const take = (id: string): void => {
    const [, folder, name] = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id) ?? [];
    if (folder && name) folders.set(name, folder.replace(/^\0/, ''));
  };

  const plugin: Plugin = {
    name: 'descent:licences',
    apply: 'build',
    // A worker is a bundle of its own.
    config: () => ({ worker: { plugins: () => [gathering] } }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        // Styles and fonts are known while pages are made on this side; their scripts stay here.
        for (const id of this.getModuleIds()) if (/\.css(?:\?|$)/.test(id)) take(id);
        if (this.environment.name !== 'client') return;
        gather(bundle);
        for (const name of COPIED) take(findPackageJSON(name, import.meta.url) ?? '');
        // The mark at the beginning tells browsers that this is UTF-8: names of people are not all ASCII.
        const source = `\uFEFF${HEAD}\n${[...folders].sort(byName).map(entry).join('\n')}`;
        this.emitFile({ type: 'asset', fileName: LICENCES, source });
      },
    },
  };
  const gather = (bundle: object): void => {
    for (const part of Object.values(bundle) as { moduleIds?: string[] }[]) {
      part.moduleIds?.forEach(take);
    }
  };
  const gathering: Plugin = {
    name: 'descent:licences-of-workers',
    generateBundle: (_, bundle) => gather(bundle),
  };
  return plugin;
}

const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);

function entry([name, folder]: [string, string]): string {
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const texts = textsIn(folder, TEXTS);
  if (texts.length === 0)
    throw new Error(`${name} has no licence text that could be shipped with it`);
  const changed = CHANGED[name] ? `${CHANGED[name]}\n` : '';
  const title = `${name} ${version} (${license ?? 'see below'})`;
  return `${RULE}\n${title}\n${changed}\n${texts.join('\n\n')}\n`;
}

/** What the files of such a name say; some packages have a folder of that name instead. */
function textsIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((file) => name.test(file.name))
    .flatMap((file) => {
      const path = join(folder, file.name);
      return file.isDirectory() ? textsIn(path, /./) : [readFileSync(path, 'utf8').trim()];
    });
}
