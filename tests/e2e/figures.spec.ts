import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

const figureOf = (page: Page, kind: string) =>
  page.locator(`code-cell figure[data-kind="${kind}"]`).first();

for (const language of ['zh', 'en'] as const) {
  const zh = language === 'zh';

  test(`${language}: a trajectory plays, pauses and scrubs`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const figure = figureOf(page, 'trajectory');
    await figure.scrollIntoViewIfNeeded();
    const scrub = figure.getByRole('slider');
    const end = Number(await scrub.getAttribute('max'));
    await expect(scrub).toHaveValue(String(end));
    await figure.getByRole('button', { name: zh ? '播放' : 'Play' }).click();
    const pause = figure.getByRole('button', { name: zh ? '暂停' : 'Pause' });
    await expect(pause).toBeVisible();
    await expect.poll(async () => Number(await scrub.inputValue())).toBeGreaterThan(2);
    await pause.click();
    const at = Number(await scrub.inputValue());
    expect(at).toBeLessThanOrEqual(end);
    await page.waitForTimeout(300);
    expect(Number(await scrub.inputValue()), 'paused').toBe(at);
    const drawn = () => figure.locator('svg').last().innerHTML();
    await scrub.fill('3');
    const early = await drawn();
    await scrub.fill(String(end));
    expect(await drawn()).not.toBe(early);
    await expect(figure.locator('output')).toContainText(String(end));
  });

  test(`${language}: a figure's data, as a table and as files`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const figure = figureOf(page, 'lossCurve');
    await figure.scrollIntoViewIfNeeded();
    const data = figure.locator('.fig-tools [data-action="data"]');
    await data.click();
    await expect(data).toHaveAttribute('aria-expanded', 'true');
    await expect(figure.locator('table')).toBeVisible();
    expect(await figure.locator('table tbody tr').count()).toBeGreaterThan(10);
    await data.click();
    await expect(figure.locator('table')).toBeHidden();
    for (const [action, begins] of [
      ['csv', /^\uFEFF?[^\n]*,[^\n]*\r?\n/],
      ['svg', /^(<\?xml[^>]*>)?\s*<svg/],
      ['png', /^\u0089PNG/],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.locator(`.fig-tools [data-action="${action}"]`).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${action}$`));
      const content = readFileSync(await download.path());
      expect(content.toString(action === 'png' ? 'latin1' : 'utf8')).toMatch(begins);
      if (action === 'svg')
        expect(content.toString(), 'colours are resolved').not.toContain('var(--');
      expect(content.length).toBeGreaterThan(500);
    }
  });
}

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('en/momentum/');
  const figure = figureOf(page, 'trajectory');
  await figure.scrollIntoViewIfNeeded();
  const scrub = figure.getByRole('slider');
  await figure.getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(400);
  const first = await scrub.inputValue();
  await page.waitForTimeout(400);
  expect(await scrub.inputValue()).toBe(first);
});

test('a figure drawn anew by a run has working tools', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = page.locator('code-cell').first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(cell).toHaveAttribute('data-state', 'done');
  const figure = cell.locator('figure').first();
  await figure.locator('.fig-tools [data-action="data"]').click();
  await expect(figure.locator('table')).toBeVisible();
});

test('every figure has a name and a summary', async ({ page }) => {
  await page.goto('zh/momentum/');
  for (const figure of await page.locator('code-cell figure[data-kind]').all()) {
    if ((await figure.getAttribute('data-kind')) === 'table') continue;
    await expect(figure.locator('[role="img"]').first()).toHaveAttribute('aria-label', /\S/);
    await expect(figure.locator('.fig-summary')).not.toBeEmpty();
  }
});
