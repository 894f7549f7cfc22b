import { expect, test, type Page, type Route } from '@playwright/test';
import { ended, names, setSource } from './pages.ts';

/** The kernel of the dense layers: the page's worker uses it, and without it the numbers are the same. */

/** Trains a network, itself and in the helpers of `parallel`, and shows the bits of what it has learnt. */
const SOURCE = `import { Adam } from 'optim';
import { Network, train, training } from 'problems';
import { check, display, parallel } from 'notebook';
// The library took what it needs before.
Object.assign(globalThis, { WebAssembly: undefined });
const learn = (seed: number) => {
  const network = new Network({
    inputs: 50,
    layers: [{ units: 40, activation: 'relu' }, { units: 30, activation: 'tanh' }, { units: 9, activation: 'linear' }],
    precision: 'float32',
  });
  const problem = training({
    name: 'bits', title: 'bits', network, loss: 'cross-entropy', batchSize: 32, seed,
    inputs: Array.from({ length: 50 * 256 }, (_, i) => Math.sqrt(i * 7919 % 101) - 5),
    targets: Array.from({ length: 256 }, (_, i) => i % 9),
    initial: network.initial(seed),
  });
  const params = problem.start();
  for (const _ of train(problem, params, new Adam(params, { lr: 0.01 }), { steps: 40 }));
  let bits = 0;
  for (const { data } of params) {
    for (const word of new Uint32Array(data.buffer)) bits = (Math.imul(bits, 31) + word) | 0;
  }
  return { bits, kernels: (globalThis as { kernels?: number }).kernels ?? 0 };
};
const all = [learn(1), ...(await parallel([2, 3, 4], (seed) => Promise.resolve(learn(seed))))];
display(\`bits \${all.map(({ bits }) => bits).join(' ')}\`);
display(\`kernels \${all.map(({ kernels }) => kernels).join(' ')}\`);
check.that(new Set(all.map(({ bits }) => bits)).size === 4, 'four networks');`;

/** Counts, in every worker, the modules of WebAssembly that were compiled and run. */
const COUNTING = `globalThis.kernels = 0;
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) { super(...given); globalThis.kernels++; }
};`;

type Change = (text: string) => string;

async function change(page: Page, files: string, made: Change): Promise<void> {
  await page.route(files, async (route: Route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: made(await response.text()) });
  });
}

/** What the cell shows where the library's script, and the page's, are changed so. */
async function run(page: Page, library: Change, scripts: Change): Promise<[string, string]> {
  await page.unrouteAll();
  await change(page, '**/notebook/library.*.js', library);
  await change(page, '**/_astro/*.js', scripts);
  await page.goto('en/sgd/');
  const cell = page.locator('code-cell').first();
  await cell.scrollIntoViewIfNeeded();
  await setSource(cell, SOURCE);
  await cell.getByRole('button', { name: names.en.run, exact: true }).click();
  expect(await ended(cell), (await cell.locator('[data-error]').textContent()) ?? '').toBe('done');
  const shown = (await cell.locator('[data-output]').textContent()) ?? '';
  const [, bits = ''] = /bits ([-\d ]+)/.exec(shown) ?? [];
  const [, kernels = ''] = /kernels ([\d ]+)/.exec(shown) ?? [];
  return [bits.trim(), kernels.trim()];
}

test('networks run in the kernel; without it, and where it is refused, they learn the same', async ({
  page,
}) => {
  test.slow();
  const [bits, kernels] = await run(
    page,
    (text) => `${COUNTING}${text}`,
    (text) => text,
  );
  expect(bits.split(' ')).toHaveLength(4);
  expect(kernels).toBe('1 1 1 1');

  let refusing = 0;
  const refused = await run(
    page,
    (text) => `${COUNTING}${text}`,
    (text) => {
      if (text.includes("'wasm-unsafe-eval'")) refusing++;
      return text.replace("'wasm-unsafe-eval'", '');
    },
  );
  expect(refusing).toBe(1);
  expect(refused).toEqual([bits, '0 0 0 0']);

  const without = await run(
    page,
    (text) => `delete globalThis.WebAssembly;${text}`,
    (text) => text,
  );
  expect(without).toEqual([bits, '0 0 0 0']);
});
