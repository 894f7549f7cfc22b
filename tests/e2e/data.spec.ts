import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, watchOrigin } from './pages.ts';

/** Data are fetched by the page, when a cell asks for them and not before; whatever happens to them costs one run. */

const FILE = '**/notebook/digits.*.bin';
const SOURCE = `import { check, data, display, images } from 'notebook';
const { train, test, width, height } = await data('digits');
display(images({ width, height, images: [{ pixels: [...train.inputs.subarray(0, 196)] }] }));
check.that(train.labels.length === 8000 && test.labels.length === 2000, 'all here');`;

async function open(page: Page, language: 'zh' | 'en'): Promise<Locator> {
  await page.goto(`${language}/sgd/`);
  const cell = page.locator('code-cell').first();
  await cell.scrollIntoViewIfNeeded();
  await setSource(cell, SOURCE);
  return cell;
}

async function press(cell: Locator, language: 'zh' | 'en'): Promise<void> {
  await cell.getByRole('button', { name: names[language].run, exact: true }).click();
}

async function comesAll(cell: Locator): Promise<void> {
  expect(await ended(cell), (await cell.locator('[data-error]').textContent()) ?? '').toBe('done');
  await expect(cell.locator('[data-checks]')).toContainText('all here');
  await expect(cell).toHaveAttribute('data-checks-passed', '1');
}

test('a cell gets the data; they are fetched once, and only when asked for', async ({
  page,
  baseURL,
}) => {
  const strangers = watchOrigin(page, baseURL ?? '');
  let fetched = 0;
  page.on('request', (request) => {
    if (/digits\.\w+\.bin$/.test(request.url())) fetched++;
  });
  const cell = await open(page, 'en');
  const other = page.locator('code-cell').nth(1);
  await other.scrollIntoViewIfNeeded();
  await press(other, 'en');
  expect(await ended(other)).toBe('done');
  expect(fetched).toBe(0);
  await press(cell, 'en');
  await comesAll(cell);
  await setSource(other, SOURCE);
  await press(other, 'en');
  await comesAll(other);
  expect(fetched).toBe(1);
  expect(strangers).toEqual([]);
});

const told = {
  zh: /取不到这个单元要用的数据，或数据不完整：检查网络后再按“运行”/,
  en: /the data this cell needs could not be fetched, or are damaged: .* press Run again/,
};

for (const [language, name] of [
  ['zh', 'damaged'],
  ['en', 'cut off'],
  ['en', 'missing'],
  ['zh', 'unreachable'],
] as const) {
  test(`${language}: a file that is ${name} is told, and Run again gets it`, async ({ page }) => {
    const cell = await open(page, language);
    const before = await cell.locator('[data-output]').textContent();
    await page.route(FILE, async (route) => {
      if (name === 'unreachable') return route.abort('connectionfailed');
      if (name === 'missing') return route.fulfill({ status: 404, body: 'no' });
      const body = await (await route.fetch()).body();
      if (name === 'damaged') body[100_000]! ^= 1;
      return route.fulfill({ body: name === 'cut off' ? body.subarray(0, 100_000) : body });
    });
    await press(cell, language);
    expect(await ended(cell)).toBe('failed');
    await expect(cell.locator('[data-error]')).toHaveText(told[language]);
    expect(await cell.locator('[data-output]').textContent()).toBe(before);
    await page.unroute(FILE);
    await press(cell, language);
    await comesAll(cell);
    await expect(cell.locator('[data-error]')).toBeHidden();
  });
}

test('a slow file does not use up the time limit, shows progress and can be stopped', async ({
  page,
}) => {
  // Chunks have to trickle in, which a routed answer cannot do: a stand-in for the page's fetch.
  await page.addInitScript(() => {
    const real = fetch;
    window.fetch = async (address, init) => {
      const response = await real(address, init);
      if (!/digits\.\w+\.bin$/.test(String(address))) return response;
      const whole = new Uint8Array(await response.arrayBuffer());
      let sent = 0;
      const trickle = new ReadableStream({
        async pull(out) {
          await new Promise((resume) => setTimeout(resume, 700));
          if (sent >= whole.length) return out.close();
          out.enqueue(whole.slice(sent, (sent += 100_000)));
        },
      });
      return new Response(trickle);
    };
  });
  const cell = await open(page, 'en');
  await cell.locator('[data-limit-field]').fill('1');
  await cell.locator('[data-limit-field]').press('Tab');
  await press(cell, 'en');
  await expect(cell.locator('[data-status]')).toHaveText(/^downloading data: 200 kB/);
  await cell.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(cell).toHaveAttribute('data-state', 'stopped');
  await press(cell, 'en');
  await comesAll(cell);
});

for (const language of ['zh', 'en'] as const) {
  test(`${language}: the chapter trains a network to 93 % of unseen digits within ten seconds, and draws the while`, async ({
    page,
  }) => {
    await page.goto(`${language}/digits/`);
    const cell = page.locator('code-cell[data-cell="digits/first"]');
    await cell.scrollIntoViewIfNeeded();
    // Tasks of more than 50 ms on the page's thread, and the figures drawn while the cell runs.
    await cell.evaluate((element) => {
      const long: number[] = [];
      const seen = { long, drawn: 0 };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (element.dataset['state'] === 'running') seen.drawn++;
      }).observe(element.querySelector('[data-output]')!, { childList: true, subtree: true });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(Math.round(duration));
      }).observe({ type: 'longtask' });
    });
    const begun = Date.now();
    await press(cell, language);
    expect(await ended(cell), (await cell.locator('[data-error]').textContent()) ?? '').toBe(
      'done',
    );
    const took = Date.now() - begun;
    const { long, drawn } = await page.evaluate(
      () => (window as unknown as { seen: { long: number[]; drawn: number } }).seen,
    );
    console.log(`  all ${took} ms, drawn ${drawn} times, long tasks: ${long.join(', ') || 'none'}`);
    const accuracy = /accuracy = (0\.\d+)(?:, |，)loss/.exec(
      await cell.locator('[data-checks]').innerText(),
    );
    expect(Number(accuracy?.[1])).toBeGreaterThanOrEqual(0.93);
    expect(drawn).toBeGreaterThan(5);
    await expect(cell).toHaveAttribute('data-checks-failed', '0');
    expect(took).toBeLessThan(10_000);
  });
}
