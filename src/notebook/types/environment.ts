import {
  createSystem,
  createVirtualTypeScriptEnvironment,
  type VirtualTypeScriptEnvironment,
} from '@typescript/vfs';
import type typescript from 'typescript';
import { globals } from './globals.ts';

/** The modules that a cell may import, each with its declarations. */
export const MODULES = ['optim', 'problems', 'notebook'] as const;

/**
 * A TypeScript that knows cells: their modules and the standard library, and nothing of a page.
 *
 * `files` are the declarations by path, `/src/optim/adam.d.ts` and so on, and the library
 * as `/lib.es2023.full.d.ts`, which is the name TypeScript asks for with this target.
 * `messages` are TypeScript's own in another language than English.
 */
export function createEnvironment(
  ts: typeof typescript,
  files: Readonly<Record<string, string>>,
  messages?: Readonly<Record<string, string>>,
): VirtualTypeScriptEnvironment {
  const system = {
    ...createSystem(new Map(Object.entries({ ...files, '/globals.d.ts': globals }))),
    // The language service asks its host, which @typescript/vfs makes of this.
    getLocalizedDiagnosticMessages: () => messages,
  };
  const index = (name: string) => `/src/${name}/index.d.ts`;
  // Modules are there before a cell imports them, so that their names can be offered with the import.
  const roots = ['/globals.d.ts', ...MODULES.map(index)];
  return createVirtualTypeScriptEnvironment(system, roots, ts, {
    strict: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    // A cell without imports is a module all the same, with its own names and a top-level await.
    moduleDetection: ts.ModuleDetectionKind.Force,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: [],
    paths: Object.fromEntries(MODULES.map((name) => [name, [index(name)]])),
  });
}
