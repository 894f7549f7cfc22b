import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { execute } from '../../../src/notebook/build/execute.ts';
import { bundleLibrary } from '../../../src/notebook/build/library.ts';
import { compile } from '../../../src/notebook/compile.ts';
import type { Outcome } from '../../../src/notebook/outcome.ts';
import { Random } from '../../../src/problems/random.ts';

describe('a cell that asks for data', () => {
  let library: string;
  beforeAll(async () => {
    library = (await bundleLibrary()).script;
  });

  async function run(source: string): Promise<Outcome> {
    const compiled = compile(`import { check, data } from 'notebook';\n${source}`);
    if (!compiled.ok) throw new Error('it does not compile');
    return execute(library, compiled.program, { limit: 20_000 });
  }

  test('gets them, twice or at once as well', async () => {
    const { checks, error } = await run(
      `const [a, b] = await Promise.all([data('digits'), data('digits')]);
       const { train, test } = await data('digits');
       check.that(a !== b && a.train.inputs[500] === train.inputs[500], 'same', {
         train: train.labels.length, test: test.labels.length,
         ink: Math.round(train.inputs.reduce((sum, ink) => sum + ink, 0)) });`,
    );
    expect(error).toBeUndefined();
    expect(checks).toEqual([
      {
        passed: true,
        text: expect.objectContaining({
          en: expect.stringMatching(/^same \(train = 8,?000, test = 2,?000, ink = \d{3},?\d{3}\)$/),
        }),
      },
    ]);
  });

  test('is told when there are none of that name', async () => {
    const { error } = await run("await data('cats' as 'digits');");
    expect(error).toMatchObject({ line: 2 });
    expect(JSON.stringify(error?.message)).toContain("there is only 'digits', got 'cats'");
  });
});

describe('the page', () => {
  const random = new Random(1);
  const content = new Uint8Array(50_000).map(() => random.integer(200));
  const file = new Uint8Array(gzipSync(content));
  let fetchData: typeof import('../../../src/notebook/page/data.ts').fetchData;
  const fetched = vi.fn<typeof fetch>();

  beforeEach(async () => {
    vi.resetModules();
    vi.stubGlobal('fetch', fetched.mockReset());
    ({ fetchData } = await import('../../../src/notebook/page/data.ts'));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('fetches a file once, says how far it is, and keeps it', async () => {
    fetched.mockImplementation(async () => new Response(file));
    const progress = vi.fn();
    const both = await Promise.all([fetchData('a', progress), fetchData('a', progress)]);
    expect(both[0]).toEqual(content);
    expect(await fetchData('a', progress)).toBe(both[0]);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(progress).toHaveBeenLastCalledWith(file.length);
  });

  test.each([
    ['damaged', () => new Response(file.map((byte, i) => (i === 2000 ? byte ^ 4 : byte)))],
    ['cut off', () => new Response(file.subarray(0, file.length >> 1))],
    ['missing', () => new Response(file, { status: 404 })],
    ['something else', () => new Response('<!doctype html>')],
  ])('does not keep a file that is %s: the next call asks the server again', async (_, bad) => {
    fetched.mockImplementationOnce(async () => bad());
    await expect(fetchData('a', () => {})).rejects.toThrow();
    fetched.mockImplementation(async () => new Response(file));
    expect(await fetchData('a', () => {})).toEqual(content);
    expect(fetched).toHaveBeenLastCalledWith('a', expect.objectContaining({ cache: 'reload' }));
  });

  test('gives up a download from which nothing comes', async () => {
    vi.useFakeTimers();
    fetched.mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    );
    const coming = expect(fetchData('a', () => {})).rejects.toThrow('nothing has come for 20 s');
    await vi.advanceTimersByTimeAsync(20_000);
    await coming;
  });
});
