import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { declare } from '../../../src/notebook/build/declarations.ts';
import { shake } from '../../../src/notebook/build/shake.ts';
import { messages } from '../../../src/notebook/build/types.ts';
import { detailsOf, offersAt } from '../../../src/notebook/types/completions.ts';
import { problemsIn } from '../../../src/notebook/types/diagnostics.ts';
import { createEnvironment } from '../../../src/notebook/types/environment.ts';

const { files } = declare();
const PATH = '/cells/0.ts';
let english: ReturnType<typeof createEnvironment>;
beforeAll(() => {
  english = createEnvironment(ts, files);
  english.createFile(PATH, '\n');
});

/** Puts a text into the editor's file; `|` is the cursor. */
function write(text: string, environment = english): number {
  environment.updateFile(PATH, text.replace('|', ''));
  return text.indexOf('|');
}

function offered(text: string, explicit = false): string[] {
  return offersAt(english, PATH, write(text), explicit)?.options.map(({ label }) => label) ?? [];
}

test('an imported name is completed before one that has to be imported', () => {
  const at = write("import { Momentum } from 'optim';\nnew Mom|");
  const found = offersAt(english, PATH, at, false);
  expect(found?.from).toBe(at - 3);
  const momentum = found?.options.filter(({ label }) => label === 'Momentum') ?? [];
  expect(momentum).toHaveLength(1);
  expect(momentum[0]?.module).toBeUndefined();
  const other = offersAt(english, PATH, write("import { SGD } from 'optim';\nnew Mom|"), false);
  const foreign = other?.options.find(({ label }) => label === 'Momentum');
  expect(foreign?.module).toBe('optim');
  expect(momentum[0]?.boost).toBeGreaterThan(foreign?.boost ?? NaN);
});

test("a name that is not imported brings its import, in the book's quotes", () => {
  const apply = (text: string, label: string, module: string) => {
    const at = write(text);
    const { edits = [] } = detailsOf(english, PATH, at, { label, module }) ?? {};
    return edits.reduceRight(
      (result, { from, to, insert }) => result.slice(0, from) + insert + result.slice(to),
      text.replace('|', ''),
    );
  };
  expect(apply("import { SGD } from 'optim';\nnew Ada|", 'Adam', 'optim')).toBe(
    "import { Adam, SGD } from 'optim';\nnew Ada",
  );
  expect(apply('rav|', 'ravine', 'problems')).toBe("import { ravine } from 'problems';\n\nrav");
});

test('only optim, problems and notebook are offered for import', () => {
  const at = write('s|');
  const modules = offersAt(english, PATH, at, false)?.options.map(({ module }) => module);
  expect([...new Set(modules)].sort()).toEqual(['notebook', 'optim', 'problems', undefined]);
});

test('members, options and the values of options are completed', () => {
  const head = "import { Momentum, tensor } from 'optim';\nconst p = [tensor([2])];\n";
  expect(offered(`${head}new Momentum(p).|`)).toEqual(expect.arrayContaining(['m', 'lr', 'step']));
  expect(offered(`${head}new Momentum(p, { | })`, true)).toEqual(
    expect.arrayContaining(['dampening', 'form', 'lr', 'momentum', 'nesterov', 'weightDecay']),
  );
  expect(offered(`${head}new Momentum(p, { form: '|' })`, true)).toEqual(['classic', 'ema']);
  expect(offered("import { SGD } from '|'", true)).toEqual(
    expect.arrayContaining(['notebook', 'optim', 'problems']),
  );
});

test('nothing is offered unasked, in comments or in numbers', () => {
  expect(offered('const a = |')).toEqual([]);
  expect(offered('// Mom|')).toEqual([]);
  expect(offered('const a = 1.|')).toEqual([]);
});

test('what is offered is explained: its signature and its docstring', () => {
  const at = write("import { Momentum } from 'optim';\nnew Mom|");
  const details = detailsOf(english, PATH, at, { label: 'Momentum' });
  const signature = details?.signature.map(({ text }) => text).join('');
  expect(signature).toContain('Params<MomentumOptions>');
  expect(details?.documentation).toMatch(/^Gradient descent with momentum/);
});

test('a type error is told at its place', () => {
  const text = "\nconst steps: number = 'ten';\n";
  write(text);
  const [problem, ...others] = problemsIn(ts, english, PATH, 'en');
  expect(others).toEqual([]);
  expect(problem?.kind).toBe('type');
  expect(text.slice(problem?.from, problem?.to)).toBe('steps');
  expect(problem?.message).toBe("Type 'string' is not assignable to type 'number'.");
});

test('a chain of reasons is told whole', () => {
  write(
    "import { SGD } from 'optim';\nnew SGD([], { lr: 'a' });\nconst x: { a: { b: number } } = { a: { b: 1 } };\nconst y: { a: { b: string } } = x;",
  );
  const messages = problemsIn(ts, english, PATH, 'en').map(({ message }) => message);
  expect(messages).toHaveLength(2);
  expect(messages[1]).toMatch(/a\.b.*\n.*'number' is not assignable to type 'string'/s);
});

test('a text that does not parse is told as that, without guesses about its types', () => {
  write('const a = ;\nconst b: number = "x";');
  const problems = problemsIn(ts, english, PATH, 'en');
  expect(problems.map(({ kind }) => kind)).toEqual(['syntax']);
});

test('a full-width sign is named, and nothing else is said of its line', () => {
  const text = 'const a = Math.max（1, 2）;\nconst b = 1；\n';
  write(text);
  for (const [language, said] of [
    ['zh', /全角的 （.*半角的 \(/],
    ['en', /full-width （.*plain \(/],
  ] as const) {
    const problems = problemsIn(ts, english, PATH, language);
    expect(problems.map(({ from, to }) => text.slice(from, to))).toEqual(['（', '）', '；']);
    expect(problems[0]?.message).toMatch(said);
  }
});

test('code without annotations is not blamed for it, and a cell may await', () => {
  write('function f(x, y) { return x + y; }\nawait f(1, 2);\n[1, 2, 3].map((x) => x.toFixed());');
  expect(problemsIn(ts, english, PATH, 'en')).toEqual([]);
  write('const xs = [];\nxs.push(1);\nxs[0].toFixed();\nfunction g() { return xs; }\ng();');
  expect(problemsIn(ts, english, PATH, 'en')).toEqual([]);
});

test('TypeScript is made lighter only as long as it has the expected form', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('typescript'), 'utf8');
  const shaken = shake(source);
  expect(shaken).not.toContain('// src/server/');
  expect(shaken).toMatch(/export default \{ DiagnosticCategory, /);
  expect(() => shake(source.replaceAll('registerCodeFix(', 'register('))).not.toThrow();
  expect(() => shake('export const version = 7;')).toThrow(/another form/);
});

// The last one: TypeScript keeps the language it was first told.
test('on a Chinese page it speaks Chinese', async () => {
  const chinese = createEnvironment(ts, files, await messages());
  chinese.createFile(PATH, "\nconst steps: number = 'ten';\n");
  expect(problemsIn(ts, chinese, PATH, 'zh').map(({ message }) => message)).toEqual([
    '不能将类型“string”分配给类型“number”。',
  ]);
});
