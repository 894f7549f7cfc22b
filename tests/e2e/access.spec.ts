import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { names, setSource } from './pages.ts';

/** What axe finds in the first cell and in what floats above the page. Only colours differ in the dark. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  const axe = new AxeBuilder({ page })
    .include('code-cell')
    .include('.page-strip, .page-dialog, .page-tools')
    .exclude('svg.fig-drawing *');
  if (theme === 'dark') axe.withRules(['color-contrast']);
  const { violations: found } = await axe.analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

for (const language of ['zh', 'en'] as const) {
  test(`${language}: axe finds nothing in what opens: editor, explanations, search, comparison, link, strip`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    // Both languages wear the same colours: the dark ones are looked at in one.
    const themes = language === 'zh' ? (['light', 'dark'] as const) : (['light'] as const);
    // Where the clipboard is refused the link is shown.
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    // A page with one cell: there is less to look at.
    await page.goto(`${language}/about/`);
    const cell = page.locator('code-cell').first();
    const text =
      "import { Momentum } from 'optim';\nconst a: number = 'b';\nnothing(a);\nnew Momentum([]);\nnew Mom";
    const looked = async (what: string) => {
      for (const theme of themes) {
        expect(await violations(page, theme), `${what}, ${theme}`).toEqual([]);
      }
    };

    await cell.locator('pre[data-code]').click();
    await setSource(cell, text);
    await expect(cell.locator('.cm-lintRange-error').first()).toBeVisible({ timeout: 60_000 });
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
    await expect(cell).toHaveAttribute('data-state', 'failed');
    await cell.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Alt+/');
    await expect(cell.locator('.cm-completionInfo .cm-explanation')).toBeVisible({
      timeout: 20_000,
    });
    await looked('a list of completions and its explanation');

    // The keyboard goes into the explanation beside the list and comes back to both.
    await page.keyboard.press('F1');
    await expect(cell.locator('.cm-explanation')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(cell.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(cell.getByRole('listbox')).toHaveCount(0);

    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F1');
    const explanation = cell.locator('.cm-explanation');
    await expect(explanation).toBeVisible({ timeout: 20_000 });
    await page.keyboard.press('F1');
    await expect(explanation).toBeFocused();
    await page.keyboard.press('End');
    await expect
      .poll(() =>
        explanation.evaluate(
          ({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop,
        ),
      )
      .toBeLessThan(2);
    await looked('an explanation that is read');
    await page.keyboard.press('Escape');
    await expect(explanation).toHaveCount(0);
    await expect(cell.locator('.cm-content')).toBeFocused();

    // What floats under the mouse goes by Escape, while the mouse stays.
    await expect(async () => {
      await page.mouse.move(0, 0);
      await cell.locator('.cm-line').nth(2).locator('.cm-run-error').first().hover();
      await expect(cell.locator('.cm-tooltip-lint')).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.keyboard.press('Escape');
    await expect(cell.locator('.cm-tooltip-lint')).toHaveCount(0);

    await page.keyboard.press('ControlOrMeta+f');
    await expect(cell.locator('.cm-search')).toBeVisible();
    await cell.locator('[data-action="share"]').click();
    await expect(cell.locator('.cell-link')).toBeVisible();
    await page.locator('[data-page="reset"]').click();
    await looked('the search panel, the link, the question');
    await page.keyboard.press('Escape');

    // Another tab's edit: a question, with the two texts beside each other.
    await page.evaluate((key) => {
      const newValue = JSON.stringify({ base: 'x', text: '// another tab' });
      dispatchEvent(new StorageEvent('storage', { key, newValue }));
    }, `descent:edit:${language}:about/cell`);
    const ask = cell.locator('.cell-offer');
    await ask.locator('[aria-expanded]').press('Enter');
    await expect(ask.locator('.cm-content').first()).toBeVisible();
    await page.keyboard.press('Shift+Control+Enter');
    await page.locator('.page-strip').getByRole('button').press('Enter');
    await looked('the comparison and the strip');
  });
}
