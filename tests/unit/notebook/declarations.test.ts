import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSystem, createVirtualCompilerHost } from '@typescript/vfs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { declare } from '../../../src/notebook/build/declarations.ts';
import { problemsIn } from '../../../src/notebook/types/diagnostics.ts';
import { createEnvironment, MODULES } from '../../../src/notebook/types/environment.ts';
import { globals } from '../../../src/notebook/types/globals.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { files, sources } = declare();
const environment = createEnvironment(ts, files);

/** What a module exports, values and types, as a program sees it. */
function exportsOf(program: ts.Program, file: string): ts.Symbol[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  if (!symbol) throw new Error(`${file} is not a module`);
  return checker.getExportsOfModule(symbol);
}

function declared(): ts.Program {
  const program = environment.languageService.getProgram();
  if (!program) throw new Error('there is no program');
  return program;
}

test('every export of optim, problems and notebook is declared', () => {
  const options = { noLib: true, allowImportingTsExtensions: true, noEmit: true };
  const indexes = MODULES.map((name) => `${root}src/${name}/index.ts`);
  const program = ts.createProgram(indexes, options);
  for (const [i, name] of MODULES.entries()) {
    const names = (symbols: ts.Symbol[]) => symbols.map((symbol) => symbol.name).sort();
    const found = names(exportsOf(declared(), `/src/${name}/index.d.ts`));
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(names(exportsOf(program, indexes[i] ?? '')));
  }
});

test('no constructor and no function takes or gives `any`', () => {
  const checker = declared().getTypeChecker();
  let signatures = 0;
  const loose: string[] = [];
  for (const name of MODULES) {
    for (const exported of exportsOf(declared(), `/src/${name}/index.d.ts`)) {
      const isAlias = exported.flags & ts.SymbolFlags.Alias;
      const symbol = isAlias ? checker.getAliasedSymbol(exported) : exported;
      if (!(symbol.flags & ts.SymbolFlags.Value) || !symbol.valueDeclaration) continue;
      const type = checker.getTypeOfSymbol(symbol);
      for (const signature of [...type.getConstructSignatures(), ...type.getCallSignatures()]) {
        signatures++;
        const types = [
          signature.getReturnType(),
          ...signature.parameters.map((parameter) => checker.getTypeOfSymbol(parameter)),
        ];
        if (types.some(({ flags }) => flags & ts.TypeFlags.Any)) loose.push(symbol.name);
      }
    }
  }
  expect(signatures).toBeGreaterThan(40);
  expect(loose).toEqual([]);
});

/** What TypeScript has against the declarations themselves. The editor's leaves them unread: it marks cells alone. */
function faultsIn(declarations: Readonly<Record<string, string>>): string[] {
  const system = createSystem(
    new Map(Object.entries({ ...declarations, '/globals.d.ts': globals })),
  );
  const options = {
    ...declared().getCompilerOptions(),
    skipLibCheck: false,
    skipDefaultLibCheck: false,
  };
  const { compilerHost } = createVirtualCompilerHost(system, options, ts);
  const roots = Object.keys(declarations).filter((path) => path.startsWith('/src/'));
  const program = ts.createProgram(['/globals.d.ts', ...roots], options, compilerHost);
  expect(program.getSourceFiles().length).toBeGreaterThan(roots.length);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

test('the declarations are right by themselves: nothing in them needs a page or a missing file', () => {
  expect(faultsIn(files)).toEqual([]);
}, 60_000);

test.each([
  ['a name of a page', (text: string) => `${text}\nexport declare const page: HTMLElement;`],
  ['a missing file', (text: string) => `${text}\nexport * from './missing.ts';`],
  ['a wrong type', (text: string) => text.replace('extends Optimizer', 'extends Optimiser')],
  ['a syntax error', (text: string) => text.replace('{', '(')],
])(
  '%s in a declaration is found',
  (_, spoil) => {
    const path = '/src/optim/momentum.d.ts';
    const [text = '', spoilt] = [files[path], spoil(files[path] ?? '')];
    expect(spoilt).not.toBe(text);
    const found = faultsIn({ ...files, [path]: spoilt });
    expect(found.some((fault) => fault.startsWith(path))).toBe(true);
  },
  60_000,
);

test('docstrings are kept, without the equations that the page sets', () => {
  const text = files['/src/optim/momentum.d.ts'] ?? '';
  expect(text).toContain('Gradient descent with momentum (the heavy ball)');
  expect(text).toContain('Polyak');
  expect(text).not.toContain('@equation');
  expect(readFileSync(`${root}src/optim/momentum.ts`, 'utf8')).toContain('@equation');
});

test('every file they are made of is watched', () => {
  expect(sources).toContain(`${root}src/optim/momentum.ts`);
  expect(sources).toContain(`${root}src/figures/spec.ts`);
});

test('a page has no names in a cell, a cell has its few', () => {
  const code = 'document.title; fetch("x"); console.log(setTimeout); Math.hypot(1, 2);';
  environment.createFile('/cells/names.ts', code);
  const wrong = problemsIn(ts, environment, '/cells/names.ts', 'en');
  expect(wrong.map(({ from, to }) => code.slice(from, to))).toEqual(['document', 'fetch']);
});

test('no cell of the book is marked', () => {
  const folder = `${root}content/cells/`;
  const cells = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(cells.length).toBeGreaterThan(200);
  const path = '/cells/book.ts';
  environment.createFile(path, '\n');
  const marked = cells.flatMap((cell) => {
    environment.updateFile(path, readFileSync(folder + cell, 'utf8'));
    return problemsIn(ts, environment, path, 'en').map(({ message }) => `${cell}: ${message}`);
  });
  expect(marked).toEqual([]);
}, 300_000);
