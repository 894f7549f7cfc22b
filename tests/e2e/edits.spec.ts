import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, type CodeCellElement } from './pages.ts';

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

for (const [language, choice, keeps, changed] of [
  ['en', 'Keep mine', true, /has changed since/],
  ['en', 'Take the other', false, /has changed since/],
  ['zh', '保留我的', true, /原文后来变了/],
  ['zh', '用另一份', false, /原文后来变了/],
] as const) {
  test(`${language}: a text that changed since the edit is a question: ${choice}`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const original = await sourceOf(cellOf(page));
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key, JSON.stringify({ base: 'older text', text })),
      [`descent:edit:${language}:momentum/failure`, MINE] as const,
    );
    await page.reload();
    const cell = cellOf(page);
    await expect(cell.getByRole('alert').first()).toContainText(changed);
    await cell.getByRole('button', { name: language === 'zh' ? '对比' : 'Compare' }).press('Enter');
    await expect(cell.locator('.cell-comparison .cm-content').first()).toContainText("'mine'");
    expect(await sourceOf(cell), 'nothing is overwritten before the choice').toBe(original);
    await cell.getByRole('button', { name: choice }).click();
    expect(await sourceOf(cell)).toBe(keeps ? MINE : original);
    await expect(cell.locator('.cell-offer')).toHaveCount(0);
    await page.reload();
    await page.waitForTimeout(500);
    expect(await sourceOf(cellOf(page))).toBe(keeps ? MINE : original);
    await expect(cellOf(page).locator('.cell-offer')).toHaveCount(0);
  });
}

for (const [language, said] of [
  ['zh', '另一个标签页'],
  ['en', 'another tab'],
] as const) {
  test(`${language}: two tabs that edit one cell: a question, never a silent overwrite`, async ({
    context,
  }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    await one.goto(`${language}/momentum/`);
    await two.goto(`${language}/momentum/`);
    await setSource(cellOf(one), '// one');
    await setSource(cellOf(two), '// two');
    await expect(cellOf(one).locator('.cell-offer')).toContainText(said);
    expect(await sourceOf(cellOf(one))).toBe('// one');
    expect(await sourceOf(cellOf(two))).toBe('// two');
  });
}

for (const [language, what, script, said] of [
  [
    'zh',
    'blocked',
    "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });",
    /浏览器不允许保存/,
  ],
  [
    'en',
    'full',
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
    /does not let the page save/,
  ],
] as const) {
  test(`${language}: with storage ${what} a cell works, and says once that nothing is kept`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(script);
    await page.goto(`${language}/momentum/`);
    const cell = cellOf(page);
    await setSource(cell, MINE);
    await expect(cell.locator('[data-status]')).toHaveText(said);
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
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
