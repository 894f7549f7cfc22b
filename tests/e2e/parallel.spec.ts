import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, type CodeCellElement } from './pages.ts';

/** `parallel`: the workers that help a cell's own, in the sandbox. */

const IMPORTS = "import { check, display, parallel } from 'notebook';\n";

async function open(page: Page, language: 'zh' | 'en', cores: number): Promise<Locator> {
  await page.addInitScript((count) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
  }, cores);
  await page.goto(`${language}/sgd/`);
  const cell = page.locator('code-cell').first();
  await cell.scrollIntoViewIfNeeded();
  return cell;
}

async function runText(cell: Locator, text: string, language: 'zh' | 'en'): Promise<string> {
  await setSource(cell, IMPORTS + text);
  await cell.getByRole('button', { name: names[language].run, exact: true }).click();
  return ended(cell);
}

/** How many of the page's workers are alive: those at work and the two that are ready for the next run. */
const alive = (page: Page) => page.workers().length;
/** One for any cell, and one that has read the last. */
const SPARE = 2;

// Each worker begins at another time, which tells them apart; a job lasts until the others have one as well.
const MARKS = `const mark = performance.timeOrigin;
const marks = await parallel([0, 1, 2, 3, 4, 5], async (n) => {
  await new Promise((resume) => setTimeout(resume, 700));
  return [n, mark] as const;
});
const helpers = new Set(marks.map(([, at]) => at));
check.that(marks.every(([n], i) => n === i), 'in order');
display(\`\${helpers.size} workers\`, helpers.has(mark) ? 'its own' : 'others');`;

for (const [language, cores, workers, own] of [
  ['zh', 3, 3, 'others'],
  ['en', 2, 2, 'others'],
  ['en', 1, 1, 'its own'],
] as const) {
  test(`${language}: with ${cores} cores, ${workers} workers do the jobs, and end`, async ({
    page,
  }) => {
    const cell = await open(page, language, cores);
    expect(await runText(cell, MARKS, language)).toBe('done');
    await expect(cell.locator('[data-output]')).toContainText(`${workers} worker`);
    await expect(cell.locator('[data-output]')).toContainText(own);
    await expect(cell).toHaveAttribute('data-checks-passed', '1');
    await expect.poll(() => alive(page)).toBe(SPARE);
  });
}

test('results come while others are under way, and move the status on', async ({ page }) => {
  const cell = await open(page, 'en', 2);
  await setSource(
    cell,
    `${IMPORTS}import { lines } from 'notebook';
const y = await parallel([1, 2, 3, 4], async (n) => {
  await new Promise((resume) => setTimeout(resume, 400 * n));
  return n;
}, {
  each(so, done) {
    display(lines({ key: 'so far', title: \`\${done} of 4\`, series: [{ label: 'y', y: so.map((v) => v ?? NaN) }] }));
  },
});
check.that(y.join() === '1,2,3,4', 'all');`,
  );
  // What is to be seen on the way may be gone before a test looks: it is written down as it comes.
  await cell.evaluate((element) => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      for (const place of element.querySelectorAll('figcaption, [data-status]')) {
        const [found] = /\d of 4|running · \d+ %/.exec(place.textContent ?? '') ?? [];
        if (found) seen.add(found);
      }
    }).observe(element, { subtree: true, childList: true, characterData: true });
  });
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  const figure = cell.locator('[data-key="so far"]');
  expect(await ended(cell)).toBe('done');
  await expect(cell.locator('[data-output] figure')).toHaveCount(1);
  await expect(figure).toContainText('4 of 4');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toEqual(expect.arrayContaining(['1 of 4', '2 of 4', 'running · 25 %']));
});

test('Stop ends all workers of a run at once, and computing is not taken for waiting', async ({
  page,
}) => {
  const cell = await open(page, 'en', 4);
  await setSource(cell, `${IMPORTS}await parallel([0, 1, 2, 3], () => { while (true) {} });`);
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect.poll(() => alive(page)).toBe(5 + SPARE);
  await page.waitForTimeout(3000);
  await expect(cell.locator('[data-status]')).toHaveText(/^running/);
  const stopped = await cell.evaluate(async (element) => {
    const begun = performance.now();
    element.querySelector<HTMLElement>('[data-action="stop"]')?.click();
    while (element.dataset['state'] === 'running') await new Promise((r) => setTimeout(r, 1));
    return performance.now() - begun;
  });
  console.log(`  stopped in ${stopped.toFixed(0)} ms`);
  await expect(cell).toHaveAttribute('data-state', 'stopped');
  await expect.poll(() => alive(page)).toBe(SPARE);
  expect(stopped).toBeLessThan(1000);
  expect(await runText(cell, MARKS, 'en')).toBe('done');
});

test('a job that waits for ever is told from one that computes', async ({ page }) => {
  const cell = await open(page, 'en', 2);
  await setSource(cell, `${IMPORTS}await parallel([0, 1], () => new Promise(() => {}));`);
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(cell.locator('[data-status]')).toHaveText(/still waiting/, { timeout: 10_000 });
  await cell.evaluate((element) => (element as CodeCellElement).stop());
});

for (const [language, told] of [
  ['zh', /^第 4 行：RangeError: no luck/],
  ['en', /^line 4: RangeError: no luck/],
] as const) {
  test(`${language}: an error in a job is told with its line`, async ({ page }) => {
    const cell = await open(page, language, 3);
    const source = `await parallel([0, 1, 2, 3, 4], (n) => {
  const half = n / 2;
  if (n === 2) throw new RangeError('no luck');
  return half;
});
throw new Error('not reached');`;
    expect(await runText(cell, source, language)).toBe('failed');
    await expect(cell.locator('[data-error]')).toHaveText(told);
    await expect.poll(() => alive(page)).toBe(SPARE);
  });
}

test('the time limit ends all workers', async ({ page }) => {
  const cell = await open(page, 'zh', 2);
  await cell.locator('[data-limit-field]').fill('2');
  await cell.locator('[data-limit-field]').press('Tab');
  const loop = 'await parallel([0, 1], () => { while (true) {} });';
  expect(await runText(cell, loop, 'zh')).toBe('failed');
  await expect(cell.locator('[data-error]')).toHaveText(/超过了 2 秒的时限/);
  await expect.poll(() => alive(page)).toBe(SPARE);
});
