import { expect, test, type Page } from '@playwright/test';
import { ended, names, setSource, type CodeCellElement } from './pages.ts';

const cellOf = (page: Page) => page.locator('code-cell').first();

for (const language of ['zh', 'en'] as const) {
  const name = names[language];

  test(`${language}: a click into the code opens the editor, Ctrl+Enter runs the edit, Reset undoes it`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = cellOf(page);
    const original = await cell.locator('[data-source]').textContent();
    await cell.locator('pre[data-code]').click();
    const editor = cell.locator('.cm-content');
    await expect(editor).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(
      "import { check, display } from 'notebook';\ndisplay(6 * 7);\ncheck.that(true, 'edited');".replace(
        '{{',
        '{',
      ),
    );
    await expect(cell).toHaveAttribute('data-edited', '');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ended(cell)).toBe('done');
    await expect(cell.locator('[data-output]')).toHaveText('42');
    await expect(cell.locator('[data-checks]')).toHaveText(/✓ edited/);
    await expect(cell).toHaveAttribute('data-checks-passed', '1');
    await cell.getByRole('button', { name: name.reset, exact: true }).click();
    await expect(cell.locator('[data-source]')).toHaveText(original ?? '');
    await expect(cell).not.toHaveAttribute('data-edited');
    await expect(cell).toHaveAttribute('data-state', 'idle');
    await expect(cell.locator('[data-output] svg').first()).toBeVisible();
  });

  test(`${language}: an error marks its line in the editor`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const cell = cellOf(page);
    await cell.locator('pre[data-code]').click();
    await expect(cell.locator('.cm-content')).toBeFocused();
    await setSource(cell, 'const a = 1;\nnothing(a);\n');
    await cell.getByRole('button', { name: name.run, exact: true }).click();
    expect(await ended(cell)).toBe('failed');
    await expect(cell.locator('[data-error]')).toHaveAttribute('data-line', '2');
    await expect(cell.locator('.cm-line').nth(1).locator('.cm-run-error').first()).toBeVisible();
    await setSource(cell, "import { check } from 'notebook';\ncheck.that(true, 'ok');");
    await cell.getByRole('button', { name: name.run, exact: true }).click();
    expect(await ended(cell)).toBe('done');
    await expect(cell.locator('.cm-lintRange-error')).toHaveCount(0);
    await expect(cell.locator('[data-error]')).toBeHidden();
  });
}

test('Ctrl+Enter while an input method composes does not run', async ({ page }) => {
  await page.goto('zh/momentum/');
  const cell = cellOf(page);
  await cell.locator('pre[data-code]').click();
  const editor = cell.locator('.cm-content');
  await expect(editor).toBeFocused();
  await editor.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    element.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        code: 'Enter',
        keyCode: 229,
        ctrlKey: true,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      }),
    );
  });
  await page.waitForTimeout(300);
  await expect(cell).toHaveAttribute('data-state', 'idle');
});

test('the keyboard reaches everything and is never trapped', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = cellOf(page);
  await cell.getByRole('button', { name: 'Run', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(cell.locator('pre[data-code]')).toBeFocused();
  await page.keyboard.press('Enter');
  const editor = cell.locator('.cm-content');
  await expect(editor).toBeFocused();
  const before = await editor.textContent();
  await page.keyboard.press('Tab');
  await expect(editor, 'Tab indents').toBeFocused();
  expect(await editor.textContent()).not.toBe(before);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor, 'Escape then Tab leaves').not.toBeFocused();
});

test('a selection for copying does not open the editor', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = cellOf(page);
  const line = cell.locator('[data-source] .line').first();
  const box = await line.boundingBox();
  if (!box) throw new Error('no line');
  await page.mouse.move(box.x + 5, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 5, { steps: 5 });
  await page.mouse.up();
  await page.waitForTimeout(500);
  await expect(cell.locator('.cm-content')).toHaveCount(0);
});

for (const language of ['zh', 'en'] as const) {
  test(`${language}: moving a slider runs the cell with the new value; the latest wins`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = page.locator('code-cell[data-cell="momentum/controls"]');
    await cell.scrollIntoViewIfNeeded();
    const slider = cell.getByRole('slider').first();
    const before = await cell.locator('[data-output] figure').first().innerHTML();
    await slider.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
    await expect(cell).toHaveAttribute('data-state', 'done');
    await expect
      .poll(() => cell.locator('[data-output] figure').first().innerHTML())
      .not.toBe(before);
    await expect(slider, 'the control the reader holds is not replaced').toBeFocused();
    const shown = await cell.locator('.input output').first().textContent();
    const used = await cell.evaluate(async (element) => {
      const outcome = (await (element as unknown as { outcome(): Promise<unknown> }).outcome()) as {
        inputs: { value: number }[];
      };
      return outcome.inputs[0]?.value;
    });
    expect(Number(shown)).toBeCloseTo(used ?? NaN, 3);
    await cell.getByRole('button', { name: names[language].reset, exact: true }).click();
    await expect(cell.locator('[data-output] figure').first()).toBeVisible();
  });

  test(`${language}: a number out of range is brought back and said`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const cell = cellOf(page);
    await setSource(
      cell,
      "import { check, display, number } from 'notebook';\nconst n = number('n', { min: 1, max: 50, value: 5 });\ndisplay(n);\ncheck.that(n >= 1 && n <= 50, 'in range', { n });",
    );
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
    expect(await ended(cell)).toBe('done');
    const field = cell.getByRole('spinbutton', { name: 'n', exact: true });
    for (const [typed, used] of [
      ['1e308', '50'],
      ['-4', '1'],
      ['', '5'],
      ['7', '7'],
    ] as const) {
      await field.fill(typed);
      await expect(cell.locator('[data-output]')).toHaveText(used);
      if (typed !== used) await expect(cell.locator('[data-status]')).toContainText(used);
      await field.press('Tab');
      await expect(field).toHaveValue(used);
    }
  });
}

test('without a network the page says what to do, and the next run works', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = cellOf(page);
  await page.route('**/notebook/library.*', (route) => route.abort());
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell)).toBe('failed');
  await expect(cell.locator('[data-error]')).toHaveText(/could not be fetched/);
  await page.unroute('**/notebook/library.*');
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(cell).toHaveAttribute('data-state', 'done');
});

test('a part that cannot be fetched costs one click, not the cell', async ({ page }) => {
  await page.goto('zh/momentum/');
  const cell = cellOf(page);
  for (const part of ['**/_astro/live.*', '**/_astro/view.*']) {
    await page.route(part, (route) => route.abort());
    await cell.getByRole('button', { name: '运行', exact: true }).click();
    await expect(cell.locator('[data-error]')).toHaveText(/取不到运行单元所需的文件/);
    await page.unroute(part);
  }
});

test('what was opened keeps working when the network is gone', async ({ page, context }) => {
  await page.goto('en/momentum/');
  const cell = cellOf(page);
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell)).toBe('done');
  await context.setOffline(true);
  const shown = await cell.evaluate(async (element) => {
    element.querySelector('[data-output]')?.replaceChildren();
    await (element as CodeCellElement).run();
    return element.querySelectorAll('[data-output] figure').length;
  });
  expect(shown).toBeGreaterThan(0);
  await expect(cell).toHaveAttribute('data-state', 'done');
});
