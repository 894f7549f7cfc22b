import { beforeAll, describe, expect, test } from 'vitest';
import { execute } from '../../../src/notebook/build/execute.ts';
import { bundleLibrary } from '../../../src/notebook/build/library.ts';
import { compile } from '../../../src/notebook/compile.ts';
import type { Outcome } from '../../../src/notebook/outcome.ts';

let library: string;
beforeAll(async () => {
  library = (await bundleLibrary()).script;
});

async function run(cores: number, source: string): Promise<Outcome> {
  const compiled = compile(
    `import { check, data, display, number, parallel, progress } from 'notebook'; ${source}`,
  );
  if (!compiled.ok) throw new Error('it does not compile');
  return execute(library, compiled.program, { cores, limit: 20_000 });
}

const values = (outcome: Outcome) =>
  outcome.outputs.flatMap((output) => (output.kind === 'value' ? [output.text] : []));

/** A number that stands for the worker it is made in. */
const MARK = 'const mark = performance.timeOrigin + performance.now();';

describe.each([1, 2, 4])('parallel on %d cores', (cores) => {
  test('gives the results in the order of the jobs', async () => {
    const outcome = await run(
      cores,
      `const base = number('base', { value: 10 });
       const seen: number[][] = [];
       const results = await parallel([3, 1, 2, 0, 5], (job, index) => ({ index, square: Float64Array.of(base + job * job) }), {
         each: (so, done) => seen.push([done, so.filter((r) => r !== undefined).length]),
       });
       display(results, seen);
       check.that(results[4]!.square instanceof Float64Array && results.length === 5, 'typed arrays stay what they are');`,
    );
    expect(outcome.error).toBeUndefined();
    expect(values(outcome)).toEqual([
      `[${[19, 11, 14, 10, 35].map((square, index) => `{ index: ${index}, square: Float64Array(1) [${square}] }`).join(', ')}]`,
      '[[1, 1], [2, 2], [3, 3], [4, 4], [5, 5]]',
    ]);
    expect(outcome.checks).toMatchObject([{ passed: true }]);
    expect(outcome.inputs).toHaveLength(1);
    expect(outcome.progress).toEqual({ done: 5, total: 5 });
  });

  test('later calls may use the results of earlier ones, also changed ones', async () => {
    const outcome = await run(
      cores,
      `const first = await parallel([1, 2, 3], (n) => [n]);
       const sum = first.reduce((s, [n]) => s + n!, 0);
       first.reverse(); first[0]![0] = 100;
       const [alone] = await parallel([sum], (s) => s + 1);
       const none = await parallel([], () => 1);
       const last = await parallel([1, 2, 3, 4], (n) => n * sum + alone!);
       display(last, none); check.that(true, 'yes');`,
    );
    expect(outcome.error).toBeUndefined();
    expect(values(outcome)).toEqual(['[13, 19, 25, 31]', '[]']);
  });

  test('what is shown above the call is shown once; jobs may only write', async () => {
    const outcome = await run(
      cores,
      `display('above'); console.log('above'); check.that(true, 'above');
       await parallel([0, 1], async (n) => { await progress(1, 2); console.log('job', n); });`,
    );
    expect(outcome.checks).toHaveLength(1);
    expect(values(outcome)).toEqual(['above']);
    const lines = outcome.outputs.flatMap((o) => (o.kind === 'console' ? [o.text] : []));
    expect(lines.sort()).toEqual(['above', 'job 0', 'job 1']);
    expect(outcome.progress).toEqual({ done: 2, total: 2 });
  });

  test.each([
    ['throw new RangeError("no luck")', 3, 'RangeError: no luck'],
    ['display(n)', 3, 'a job cannot display'],
    ['check.that(true, "x")', 3, 'a job cannot display'],
    ['return parallel([1], () => 1)', 3, 'a job cannot call it again'],
    ['throw null', undefined, 'threw null'],
    ['return () => 1', 2, 'cannot be handed on'],
  ])('a job that does "%s" ends the cell, told with its line', async (line, at, said) => {
    const outcome = await run(cores, `\nawait parallel([0, 1, 2], (n) => {\n  ${line};\n});`);
    expect(JSON.stringify(outcome.error?.message)).toContain(said);
    expect(outcome.error?.line).toBe(at);
  });

  test('a cell may catch the error of a job and go on', async () => {
    const outcome = await run(
      cores,
      `let said = 'nothing';
       try {
         await parallel([0, 1, 2, 3], (n) => { if (n === 2) throw new Error('two'); return n; });
       } catch (error) { said = 'caught'; }
       display(said, await parallel([4, 5, 6], (n) => n * 2)); check.that(true, 'yes');`,
    );
    expect(outcome.error).toBeUndefined();
    expect(values(outcome)).toEqual(['caught', '[8, 10, 12]']);
  });

  test('each worker has the data', async () => {
    const outcome = await run(
      cores,
      `const { train } = await data('digits');
       const ink = await parallel([0, 1, 2], (n) => train.labels[n]! >= 0 && train.inputs.length / 8000);
       display(ink); check.that(true, 'yes');`,
    );
    expect(values(outcome)).toEqual(['[196, 196, 196]']);
  });
});

test('as many workers as there are cores do the jobs, and none without a job', async () => {
  const workers = async (cores: number, jobs: number) => {
    const { outputs } = await run(
      cores,
      `${MARK} const marks = await parallel(Array.from({ length: ${jobs} }, (_, i) => i), async () => {
         await new Promise((resume) => setTimeout(resume, 400)); return mark; });
       display([new Set(marks).size, marks.includes(mark)].join());`,
    );
    return outputs[0];
  };
  expect(await workers(1, 3)).toMatchObject({ text: '1,true' });
  expect(await workers(3, 6)).toMatchObject({ text: '3,false' });
  expect(await workers(4, 2)).toMatchObject({ text: '2,false' });
  expect(await workers(4, 1)).toMatchObject({ text: '1,true' });
});

test('an error of `each`, and one of the call, are told with their line', async () => {
  const each = await run(
    2,
    'await parallel([1, 2], (n) => n, {\n  each: () => {\n    throw new Error("each");\n  },\n});',
  );
  expect(each.error).toMatchObject({ line: 3, message: 'Error: each' });
  const call = await run(2, '\nawait parallel(3 as any, (n) => n);');
  expect(call.error).toMatchObject({ line: 2 });
  const twice = await run(
    2,
    'await Promise.all([parallel([1, 2], (n) => n), parallel([1, 2], (n) => n)]);',
  );
  expect(JSON.stringify(twice.error)).toContain('await one call before the next');
});

test('a cell that is not the same in every worker is told so', async () => {
  const outcome = await run(
    2,
    `const [first] = await parallel([performance.timeOrigin + performance.now()], (n) => n);
     const mine = performance.timeOrigin + performance.now();
     const known = await parallel([1, 2], () => mine);
     void first; if (new Set(known).size) display(known.length);`,
  );
  expect(values(outcome)).toEqual(['2']);
  const lost = await run(
    2,
    `const { isMainThread, threadId } = process.getBuiltinModule('node:worker_threads');
     const before = (globalThis as any).before = threadId;
     const [lead] = await parallel([before], (n) => n);
     if (lead === threadId) await parallel([1, 2], (n) => n);
     void isMainThread;`,
  );
  expect(JSON.stringify(lost.error)).toContain('must run the same each time');
});

test('ten thousand lines of jobs are counted once', async () => {
  const { outputs, dropped } = await run(
    3,
    'await parallel([0, 1, 2, 3], () => { for (let i = 0; i < 2500; i++) console.log(i); });',
  );
  expect(outputs).toHaveLength(1000);
  expect(dropped).toBe(9000);
});

test('a never-ending job is an error of the build', async () => {
  await expect(
    execute(
      library,
      "const { parallel } = require('notebook'); await parallel([1, 2], () => { while (true) {} });",
      { limit: 1500, cores: 2 },
    ),
  ).rejects.toThrow('1.5 s');
});
