import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, setSource, type CodeCellElement } from './pages.ts';

const MINE = "import { check } from 'notebook';\ncheck.that(true, 'mine');";

const cellOf = (page: Page) => page.locator('code-cell').first();
const sourceOf = (cell: Locator) => cell.evaluate((element) => (element as CodeCellElement).source);
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }));

test('an edit is there after a reload, and is not run by itself; Reset forgets it', async ({
  page,
}) => {
  await page.goto('zh/momentum/');
  await setSource(cellOf(page), MINE);
  await expect(cellOf(page)).toHaveAttribute('data-edited');
  await page.reload();
  const cell = cellOf(page);
  await expect(cell).toHaveAttribute('data-edited', '');
  expect(await sourceOf(cell)).toBe(MINE);
  await expect(cell).toHaveAttribute('data-state', 'idle');
  await cell.getByRole('button', { name: '运行', exact: true }).click();
  expect(await ended(cell)).toBe('done');
  await expect(cell.locator('[data-checks]')).toHaveText(/mine/);
  // The other language has its own text.
  await page.goto('en/momentum/');
  await expect(cellOf(page)).not.toHaveAttribute('data-edited');
  await page.goto('zh/momentum/');
  await expect(cellOf(page)).toHaveAttribute('data-edited', '');
  await cellOf(page).getByRole('button', { name: '重置', exact: true }).click();
  await page.reload();
  await page.waitForTimeout(500);
  await expect(cellOf(page)).not.toHaveAttribute('data-edited');
  expect(JSON.stringify(await kept(page))).not.toContain('mine');
});

for (const choice of ['Keep mine', 'Take the other'] as const) {
  test(`a text that changed since the edit is a question: ${choice}`, async ({ page }) => {
    await page.goto('en/momentum/');
    const original = await sourceOf(cellOf(page));
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key, JSON.stringify({ base: 'older text', text })),
      ['descent:edit:en:momentum/failure', MINE] as const,
    );
    await page.reload();
    const cell = cellOf(page);
    await expect(cell.getByRole('alert').first()).toContainText('has changed since');
    await cell.getByRole('button', { name: 'Compare' }).click();
    await expect(cell.locator('.cell-comparison .cm-content').first()).toContainText("'mine'");
    expect(await sourceOf(cell), 'nothing is overwritten before the choice').toBe(original);
    await cell.getByRole('button', { name: choice }).click();
    expect(await sourceOf(cell)).toBe(choice === 'Keep mine' ? MINE : original);
    await expect(cell.locator('.cell-offer')).toHaveCount(0);
    await page.reload();
    await page.waitForTimeout(500);
    expect(await sourceOf(cellOf(page))).toBe(choice === 'Keep mine' ? MINE : original);
    await expect(cellOf(page).locator('.cell-offer')).toHaveCount(0);
  });
}

test('two tabs that edit one cell: a question, never a silent overwrite', async ({ context }) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await one.goto('en/momentum/');
  await two.goto('en/momentum/');
  await setSource(cellOf(one), '// one');
  await setSource(cellOf(two), '// two');
  await expect(cellOf(one).locator('.cell-offer')).toContainText('another tab');
  expect(await sourceOf(cellOf(one))).toBe('// one');
  expect(await sourceOf(cellOf(two))).toBe('// two');
});

for (const [what, script] of [
  [
    'blocked',
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });",
  ],
  [
    'full',
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
  ],
] as const) {
  test(`with storage ${what} a cell works, and says once that nothing is kept`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(script);
    await page.goto('en/momentum/');
    const cell = cellOf(page);
    await setSource(cell, MINE);
    await expect(cell.locator('[data-status]')).toHaveText(/does not let the page save/);
    await cell.getByRole('button', { name: 'Run', exact: true }).click();
    expect(await ended(cell)).toBe('done');
    expect(errors.filter((error) => !error.includes('Error: no'))).toEqual([]);
  });
}

test('what is in storage but is no edit is left alone', async ({ page }) => {
  await page.goto('en/momentum/');
  for (const stored of ['not json', 'null', '{"text":1}', '[]', '"'.repeat(100_000)]) {
    await page.evaluate(
      (text) => localStorage.setItem('descent:edit:en:momentum/failure', text),
      stored,
    );
    await page.reload();
    await page.waitForTimeout(200);
    await expect(cellOf(page)).not.toHaveAttribute('data-edited');
  }
});
