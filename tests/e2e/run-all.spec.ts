import { expect, test, type Locator, type Page } from '@playwright/test';
import { setSource } from './pages.ts';

const words = {
  zh: { all: '运行全部', stop: '全部停止', close: '关闭', left: /练习没有运行/ },
  en: { all: 'Run all', stop: 'Stop all', close: 'Close', left: /exercises were left out/ },
} as const;

const stripOf = (page: Page) => page.locator('.page-strip');
const shown = (cells: Locator) => cells.evaluateAll((all) => all.map(({ dataset }) => dataset));

/** By what the reader asks for a run of everything. */
const ways = [
  ['zh', 'the button', (page: Page) => page.getByRole('button', { name: words.zh.all }).click()],
  [
    'en',
    'the button, by keyboard',
    (page: Page) => page.getByRole('button', { name: words.en.all }).press('Enter'),
  ],
  ['zh', 'Shift+Ctrl+Enter', (page: Page) => page.keyboard.press('Shift+Control+Enter')],
  [
    'en',
    'the event an editor sends',
    (page: Page) =>
      page
        .locator('code-cell')
        .nth(2)
        .evaluate((cell) =>
          cell.dispatchEvent(new CustomEvent('descent:run-all', { bubbles: true })),
        ),
  ],
] as const;

for (const [language, way, ask] of ways) {
  test(`${language}: ${way} runs all cells but the untouched exercises`, async ({ page }) => {
    test.slow();
    const early: string[] = [];
    page.on('request', (request) => early.push(request.url()));
    await page.goto(`${language}/momentum/`);
    await page.waitForLoadState('networkidle');
    expect(early.filter((url) => /run-all|strip|live\./.test(url))).toEqual([]);
    await ask(page);
    const bar = stripOf(page).getByRole('progressbar');
    await expect(bar).toBeVisible();
    await expect(stripOf(page)).toContainText(words[language].left, { timeout: 60_000 });
    await expect(bar).toBeHidden();
    const cells = await shown(page.locator('code-cell:not([data-exercise] *)'));
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.filter(({ state }) => state !== 'done')).toEqual([]);
    await expect(stripOf(page)).toContainText(String(cells.length));
    const exercises = await shown(page.locator('[data-exercise] code-cell'));
    expect(exercises.length).toBeGreaterThan(0);
    expect(exercises.filter(({ state }) => state !== 'idle')).toEqual([]);
    await stripOf(page).getByRole('button', { name: words[language].close }).press('Enter');
    await expect(stripOf(page)).toHaveCount(0);
  });
}

test('what does not pass is counted and linked; an exercise somebody has touched runs', async ({
  page,
}) => {
  test.slow();
  await page.goto('en/momentum/');
  const cells = page.locator('code-cell');
  await setSource(cells.nth(1), "import { check } from 'notebook';\ncheck.that(false, 'no');");
  await setSource(cells.nth(3), 'const x = ;');
  const exercise = page.locator('[data-exercise] code-cell').first();
  await setSource(exercise, "import { check } from 'notebook';\ncheck.that(true, 'yes');");
  await expect(exercise).toHaveAttribute('data-edited');
  await page.keyboard.press('Shift+Control+Enter');
  await expect(stripOf(page)).toContainText('2 did not pass', { timeout: 60_000 });
  await expect(exercise).toHaveAttribute('data-state', 'done');
  const links = stripOf(page).getByRole('link');
  await expect(links).toHaveCount(2);
  await expect(links.nth(1)).toHaveText((await cells.nth(3).getAttribute('data-cell')) ?? '');
  await links.nth(1).press('Enter');
  await expect(cells.nth(3)).toBeInViewport();
});

for (const language of ['zh', 'en'] as const) {
  test(`${language}: Stop all ends everything at once`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const cells = page.locator('code-cell');
    for (const at of [1, 2]) await setSource(cells.nth(at), 'while (true) {}');
    const second = cells.nth(1);
    await page.getByRole('button', { name: words[language].all }).click();
    await expect(second).toHaveAttribute('data-state', 'running');
    await page.waitForTimeout(500);
    const stop = stripOf(page).getByRole('button', { name: words[language].stop });
    if (language === 'zh') await stop.click();
    else await stop.press('Enter');
    await expect(second).toHaveAttribute('data-state', 'stopped', { timeout: 500 });
    await expect(stripOf(page)).toContainText(language === 'zh' ? '已停止' : 'Stopped');
    await page.waitForTimeout(300);
    await expect(cells.nth(2)).toHaveAttribute('data-state', 'idle');
    await expect(stripOf(page).getByRole('button', { name: words[language].close })).toBeVisible();
    if (language === 'en') {
      await expect(stripOf(page).getByRole('button', { name: 'Close' })).toBeFocused();
    }
  });
}
