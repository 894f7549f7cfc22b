import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '../../../src/notebook/build/execute.ts';
import { faultsOf } from '../../../src/notebook/build/cells.ts';
import { bundleLibrary } from '../../../src/notebook/build/library.ts';
import { compile } from '../../../src/notebook/compile.ts';
import { inbox } from '../../../src/notebook/page/inbox.ts';
import type { Outcome } from '../../../src/notebook/outcome.ts';
import type { InputValues } from '../../../src/notebook/protocol.ts';

let library: string;
beforeAll(async () => {
  library = (await bundleLibrary()).script;
});

async function run(source: string, inputs: InputValues = {}): Promise<Outcome> {
  const compiled = compile(source);
  if (!compiled.ok) throw new Error('it does not compile');
  return execute(library, compiled.program, { inputs, limit: 20_000 });
}

const SETUP = `import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, number, progress, select, slider, toggle } from 'notebook';
const run = (lr: number) => minimize(ravine, (params) => new SGD(params, { lr }), { steps: 50 });
`;

describe('a run', () => {
  test('gives figures, values, console lines and checks in order', async () => {
    const outcome = await run(
      `${SETUP}display(lossCurve(run(0.01)), 42, { zh: '中', en: 'mid' });
       console.log('a', [1]); check.that(true, 'yes', { n: 1 });`,
    );
    expect(outcome.outputs.map(({ kind }) => kind)).toEqual([
      'figure',
      'value',
      'value',
      'console',
    ]);
    expect(outcome.outputs[2]).toMatchObject({ text: { zh: '中', en: 'mid' } });
    expect(outcome.checks).toEqual([
      { passed: true, text: { zh: 'yes（n = 1）', en: 'yes (n = 1)' } },
    ]);
  });

  test('redraws a figure of the same key in place, and keeps its last state', async () => {
    const outcome = await run(
      `${SETUP}for (let i = 1; i <= 5; i++) display(lossCurve(run(0.001 * i), { key: 'race', title: String(i) }));`,
    );
    expect(outcome.outputs).toHaveLength(1);
    expect(outcome.outputs[0]).toMatchObject({ key: 'race', spec: { title: '5' } });
  });

  test('names the line of an error, in the cell and in a function of it', async () => {
    expect((await run('const a = 1;\n\nthrow new Error("here");')).error?.line).toBe(3);
    expect((await run('const f = () => {\n  (null as any).x;\n};\n\nf();')).error?.line).toBe(2);
    const refused = await run(`${SETUP}\nrun(-1);`);
    expect(refused.error).toMatchObject({ line: 4 });
    expect(JSON.stringify(refused.error)).toContain('lr');
  });

  test('reports endless recursion, thrown values and rejections', async () => {
    expect((await run('const f = (): number => f() + 1;\nf();')).error).toMatchObject({
      message: { en: expect.stringContaining('recursion') },
      line: 1,
    });
    expect((await run('throw null;')).error?.message).toMatchObject({ en: 'the cell threw null' });
    expect((await run('await Promise.reject(new RangeError("late"));')).error?.message).toContain(
      'late',
    );
  });

  test.each([
    'throw new Proxy(new Error("x"), { get() { throw new Error("y"); } });',
    'throw new Proxy({}, { getPrototypeOf() { throw 1; } });',
    'throw Object.assign(new Error("x"), { name: Symbol("n") });',
    'throw Object.defineProperty(new Error("x"), "message", { get() { throw this; } });',
    'await Promise.reject(new Proxy(new Error("x"), { get() { throw new Error("y"); } }));',
  ])('ends with something that cannot be read: %s', async (source) => {
    expect((await run(source)).error?.message).toMatchObject({
      en: expect.stringContaining('cannot be read'),
    });
  });

  test('what is named too long for the page is shortened, and the page takes it', async () => {
    const read = inbox();
    const { inputs, checks } = await run(
      `${SETUP}const long = 'word '.repeat(2e5);
slider(long, { min: 0, max: 1, value: 0.5 });
toggle({ zh: long, en: long }, { value: true });
check.that(true, long);`,
    );
    expect(inputs).toHaveLength(2);
    for (const input of inputs) expect(read({ type: 'input', input })).toMatchObject({ ok: true });
    for (const check of checks) expect(read({ type: 'check', check })).toMatchObject({ ok: true });
    expect(JSON.stringify({ inputs, checks })).toContain('… (+');
  });

  test('ends with its error where a cell takes stacks away', async () => {
    const { error } = await run('Error.prepareStackTrace = (_, frames) => frames;\nnothing();');
    expect(error?.message).toMatchObject({
      en: expect.stringContaining('nothing is not defined'),
    });
  });

  test('refuses modules it does not have', async () => {
    const { error } = await run("import { max } from 'd3';\nmax([]);");
    expect(error?.message).toContain("'optim', 'problems' and 'notebook'");
    const remote = await run("await import('https://example.com/x.js');");
    expect(remote.error?.message).toMatchObject({ zh: expect.stringContaining('没有网络') });
  });

  test('keeps 1,000 console lines and counts the rest', async () => {
    const outcome = await run('for (let i = 0; i < 25000; i++) console.log(i);');
    expect(outcome.outputs).toHaveLength(1000);
    expect(outcome.dropped).toBe(24000);
  });

  test('a never-ending cell is an error of the build', async () => {
    await expect(execute(library, 'while (true) {}', { limit: 300 })).rejects.toThrow('0.3 s');
  });
});

describe('checks', () => {
  const passed = async (line: string) => (await run(SETUP + line)).checks.map((c) => c.passed);

  test('converges and diverges tell one from the other', async () => {
    expect(await passed('check.converges(run(0.01), { below: 0.005 });')).toEqual([true]);
    expect(await passed('check.converges(run(0.01), { below: 1e-12 });')).toEqual([false]);
    expect(await passed('check.converges(run(1), { below: 1 });')).toEqual([false]);
    expect(await passed('check.converges(run(0.01), { below: 0.005, within: 1 });')).toEqual([
      false,
    ]);
    expect(await passed('check.diverges(run(1));')).toEqual([true]);
    expect(await passed('check.diverges(run(0.01));')).toEqual([false]);
  });

  test('after a label, Chinese has a wide colon and no space', async () => {
    const close = (label: string) => `check.close(1, 1, { tolerance: 0.1, label: ${label} });`;
    const { checks } = await run(SETUP + close("'θ:'") + close("{ zh: '步长：', en: 'step:' }"));
    expect(checks.map(({ text }) => text)).toEqual([
      expect.objectContaining({
        zh: expect.stringMatching(/^θ：1 ≈/),
        en: expect.stringMatching(/^θ: 1 ≈/),
      }),
      expect.objectContaining({ zh: expect.stringMatching(/^步长：1 ≈/) }),
    ]);
  });

  test('close takes absolute and relative tolerance, and NaN is never close', async () => {
    expect(
      await passed(
        `check.close(1, 1.1, { tolerance: 0.2 }); check.close(1, 1.1, { tolerance: 0.01 });
         check.close(100, 101, { relative: 0.02 }); check.close(NaN, 1, { tolerance: 1 });`,
      ),
    ).toEqual([true, false, true, false]);
  });

  test('an argument that makes a check meaningless is an error', async () => {
    for (const line of [
      'check.converges({} as any, { below: 1 });',
      'check.converges(run(0.01), {} as any);',
      'check.close(1, 1, {});',
      'check.that("true" as any, "x");',
    ]) {
      expect((await run(SETUP + line)).error, line).toBeDefined();
    }
  });
});

describe('inputs', () => {
  const value = async (declaration: string, inputs: InputValues) => {
    const outcome = await run(`${SETUP}display(${declaration});`, inputs);
    return { shown: outcome.outputs[0], input: outcome.inputs[0], error: outcome.error };
  };
  const lr = "slider('lr', { min: 0, max: 1, value: 0.5 })";

  test.each([
    [undefined, 0.5, false],
    [0.25, 0.25, false],
    ['0.75', 0.75, false],
    [1e308, 1, true],
    [-3, 0, true],
    [NaN, 0.5, true],
    ['', 0.5, true],
    ['fast', 0.5, true],
    [{}, 0.5, true],
  ])('a slider given %s uses %d', async (raw, used, adjusted) => {
    const { input } = await value(lr, raw === undefined ? {} : { lr: raw });
    expect(input).toMatchObject({ value: used, adjusted });
  });

  test('select and toggle take only what they know', async () => {
    const choice = "select('surface', { options: ['a', 'b'], value: 'a' })";
    expect((await value(choice, { surface: 'b' })).input).toMatchObject({ value: 'b' });
    expect((await value(choice, { surface: '__proto__' })).input).toMatchObject({
      value: 'a',
      adjusted: true,
    });
    expect((await value("toggle('on', { value: true })", { on: 'no' })).input).toMatchObject({
      value: true,
      adjusted: true,
    });
  });

  test('two inputs of one label are two inputs', async () => {
    const outcome = await run(`${SETUP}${lr};${lr};`, { 'lr 2': 0.1 });
    expect(outcome.inputs.map(({ id, value: used }) => [id, used])).toEqual([
      ['lr', 0.5],
      ['lr 2', 0.1],
    ]);
  });

  test('a range that makes no sense is an error of the cell', async () => {
    expect((await value("slider('x', { min: 1, max: 0, value: 1 })", {})).error).toBeDefined();
    expect(
      (await value("slider('x', { min: 0, max: 1, value: 0.5, log: true })", {})).error,
    ).toBeDefined();
    expect((await value("number('x', { value: NaN })", {})).error).toBeDefined();
  });
});

describe('what a page is not built with', () => {
  const built = async (id: string, source: string) => ({
    id,
    source: { zh: '', en: '' },
    program: { zh: '', en: '' },
    outcome: await run(SETUP + source),
  });

  test('a cell without a check, with a failed one, or that throws', async () => {
    expect(faultsOf(await built('a/b', 'display(1);'))[0]).toContain('at least one check');
    expect(faultsOf(await built('a/b', "check.that(false, 'no');"))[0]).toContain('✗ no');
    expect(faultsOf(await built('a/b', "\nthrow new Error('x');"))[0]).toContain('a/b.ts:6');
    expect(faultsOf(await built('a/b', "check.that(true, 'yes');"))).toEqual([]);
  });

  test("an exercise's start that passes, a solution that fails", async () => {
    const passing = "check.that(true, 'yes');";
    const failing = "check.that(false, 'no');";
    expect(faultsOf(await built('a/exercise-x', passing))).toHaveLength(1);
    expect(faultsOf(await built('a/exercise-x', failing))).toEqual([]);
    expect(faultsOf(await built('a/exercise-x.solution', passing))).toEqual([]);
    expect(faultsOf(await built('a/exercise-x.solution', failing))).toHaveLength(1);
  });
});

describe('a point', () => {
  const source = `import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, point, trajectory } from 'notebook';
const start = point({ zh: '起点', en: 'start' }, { x: [-4, 4], y: [-2, 2], value: [3, 1] });
const run = minimize(ravine, (params) => new SGD(params, { lr: 0.01 }), { steps: 3, start });
display(trajectory(ravine, run, { start }), start);`;

  test.each([
    ['what the cell says', undefined, [3, 1], false],
    ['what the reader chose', [-2.5, 0.5], [-2.5, 0.5], false],
    ['what was typed', ['-2.5', '1e-1'], [-2.5, 0.1], false],
    ['values too large', [1e308, '-1e308'], [4, -2], true],
    ['text, and nothing', ['left', ''], [3, 1], true],
    ['one value too large', [1, 5], [1, 2], true],
    ['NaN and infinity', [NaN, -Infinity], [3, -2], true],
    ['no pair', { x: 1 }, [3, 1], true],
    ['a pair of three', [1, 1, 1], [3, 1], true],
  ])('%s', async (_, chosen, used, adjusted) => {
    const outcome = await run(source, chosen === undefined ? {} : { start: chosen });
    expect(outcome.error).toBeUndefined();
    expect(outcome.inputs).toEqual([
      {
        kind: 'point',
        id: 'start',
        label: { zh: '起点', en: 'start' },
        value: used,
        x: [-4, 4],
        y: [-2, 2],
        adjusted,
      },
    ]);
    const figure = outcome.outputs[0];
    if (figure?.kind !== 'figure' || figure.spec.kind !== 'trajectory')
      throw new Error('no figure');
    expect(figure.spec.start, 'a click on the surface sets this input').toBe('start');
    expect([figure.spec.runs[0]!.x[0], figure.spec.runs[0]!.y[0]]).toEqual(used);
    expect(outcome.outputs[1]).toMatchObject({ text: `[${used.join(', ')}]` });
  });

  test.each([
    ['x: [1, 1], y: [0, 1], value: [1, 1]', /point: x: min 1 must be below max 1/],
    ['x: [0, 1], y: [0, 1], value: [2, 1]', /point: x: value 2 must lie in \[0, 1\]/],
    ['x: [0, 1], y: [0, 1], value: [1]', /value must be two numbers/],
    ['x: 3, y: [0, 1], value: [1, 1]', /x must be \[min, max\]/],
  ])('refuses { %s }', async (options, message) => {
    const { error } = await run(
      `import { point } from 'notebook';\npoint('p', { ${options} } as never);`,
    );
    expect(error?.message).toMatch(message);
  });

  test('a copy of a point is no input', async () => {
    const { error } = await run(
      source.replace('ravine, run, { start }', 'ravine, run, { start: [...start] }'),
    );
    expect(error?.message).toMatch(/start must be what point/);
  });
});
