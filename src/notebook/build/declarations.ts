import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { MODULES } from '../types/environment.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Declarations {
  /** Text by path, as the editor's TypeScript finds it: `/src/optim/adam.d.ts`. */
  readonly files: Readonly<Record<string, string>>;
  /** The source files they were made of, for watching. */
  readonly sources: readonly string[];
}

/** An equation of a docstring is LaTeX for the page; in a tooltip it would be noise. */
const EQUATION = /^ *\* @equation .*\n/gm;

/**
 * The declarations of optim, problems and notebook as the compiler makes them, docstrings kept, with the
 * standard library of ECMAScript 2023: all that the editor's TypeScript needs to know.
 */
export function declare(): Declarations {
  const program = ts.createProgram(
    MODULES.map((name) => `${root}src/${name}/index.ts`),
    {
      declaration: true,
      emitDeclarationOnly: true,
      allowImportingTsExtensions: true,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
      types: [],
      outDir: '/',
      rootDir: root,
    },
  );
  const made = new Map<string, string>();
  program.emit(undefined, (path, text) => {
    made.set(path, text.replace(EQUATION, ''));
  });
  const files = { '/lib.es2023.full.d.ts': standardLibrary(), ...reachable(made) };
  const sources = program
    .getSourceFiles()
    .map(({ fileName }) => fileName)
    .filter((name) => name.startsWith(`${root}src/`));
  return { files, sources };
}

/** The declarations that a cell's imports lead to: what is behind them is no business of a cell. */
function reachable(made: ReadonlyMap<string, string>): Record<string, string> {
  const found: Record<string, string> = {};
  const follow = (path: string): void => {
    const text = made.get(path);
    if (text === undefined || found[path] !== undefined) return;
    found[path] = text;
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      follow(join(dirname(path), fileName).replace(/\.ts$/, '.d.ts'));
    }
  };
  for (const name of MODULES) follow(`/src/${name}/index.d.ts`);
  return found;
}

/** ECMAScript 2023 in one file, without a page's names (the DOM) and without decorators. */
function standardLibrary(): string {
  const folder = dirname(fileURLToPath(import.meta.resolve('typescript')));
  const taken = new Set<string>();
  const parts: string[] = [];
  const take = (name: string): void => {
    if (taken.has(name) || name.startsWith('decorators')) return;
    taken.add(name);
    const text = readFileSync(join(folder, `lib.${name}.d.ts`), 'utf8');
    for (const [, other = ''] of text.matchAll(/^\/\/\/ <reference lib="(.*)" \/>$/gm)) take(other);
    parts.push(text.replace(/^\/\*!.*?\*\/\s*/s, '').replace(/^\/\/\/ <reference .*\n/gm, ''));
  };
  take('es2023');
  return parts.join('\n');
}
