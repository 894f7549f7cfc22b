import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, type CodeCellElement } from './pages.ts';

const MINE = "import { check } from 'notebook';\ncheck.that(true, 'mine');";
const words = {
  zh: { reset: '重置…', page: '重置本页', book: '重置全书', undo: '撤销', cancel: '取消' },
  en: {
    reset: 'Reset…',
    page: 'Reset this page',
    book: 'Reset the whole book',
    undo: 'Undo',
    cancel: 'Cancel',
  },
} as const;

const controls = (page: Page) => page.locator('code-cell[data-cell="momentum/controls"]');
const failure = (page: Page) => page.locator('code-cell[data-cell="momentum/failure"]');
const sourceOf = (cell: Locator) => cell.evaluate((element) => (element as CodeCellElement).source);
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

for (const language of ['zh', 'en'] as const) {
  const said = words[language];
  const press = (button: Locator) => (language === 'zh' ? button.click() : button.press('Enter'));

  async function open(cell: Locator): Promise<void> {
    const code = cell.locator('pre[data-code]');
    await (language === 'zh' ? code.click() : code.press('Enter'));
    await expect(cell.locator('.cm-content')).toBeFocused();
  }

  test(`${language}: a reset can be undone: text, inputs and output come back`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = controls(page);
    const original = await sourceOf(cell);
    await setSource(cell, `${original}\n// mine`);
    const slider = cell.getByRole('slider').first();
    await slider.focus();
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
    expect(await ended(cell)).toBe('done');
    const [value, output] = [
      await slider.inputValue(),
      await cell.locator('[data-output] .fig-summary').first().textContent(),
    ];
    await press(cell.getByRole('button', { name: names[language].reset, exact: true }));
    expect(await sourceOf(cell)).toBe(original);
    await expect(slider).not.toHaveValue(value);
    await press(cell.getByRole('button', { name: said.undo }));
    await expect(slider).toHaveValue(value);
    await expect(cell.locator('[data-output] .fig-summary').first()).toHaveText(output ?? '');
    expect(await sourceOf(cell)).toBe(`${original}\n// mine`);
    await page.waitForTimeout(600);
    await page.reload();
    await expect(cell).toHaveAttribute('data-edited');
  });

  test(`${language}: a slider moved before anything is loaded goes back where the book had it`, async ({
    page,
  }) => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/\/live\..*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${language}/momentum/`);
    const cell = controls(page);
    const slider = cell.getByRole('slider').first();
    const before = await slider.inputValue();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(slider).not.toHaveValue(before);
    letGo();
    expect(await ended(cell)).toBe('done');
    await press(cell.getByRole('button', { name: names[language].reset, exact: true }));
    await expect(slider).toHaveValue(before);
  });

  test(`${language}: a reset while a slider is on the move is the last word`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const cell = controls(page);
    const slider = cell.getByRole('slider').first();
    const [before, output] = [
      await slider.inputValue(),
      await cell.locator('[data-output] .fig-summary').first().textContent(),
    ];
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await ended(cell)).toBe('done');
    // Moves that no run has answered yet, and the reset, in one go.
    await slider.evaluate((element) => {
      const input = element as HTMLInputElement;
      for (const value of ['0.011', '0.012', '0.013']) {
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      input.closest('code-cell')?.querySelector<HTMLElement>('[data-action="reset"]')?.click();
    });
    await expect(cell.getByRole('button', { name: said.undo })).toBeVisible();
    await page.waitForTimeout(500);
    await expect(slider).toHaveValue(before);
    await expect(cell.locator('[data-output] .fig-summary').first()).toHaveText(output ?? '');
    await expect(cell.getByRole('button', { name: said.undo })).toBeVisible();
  });

  test(`${language}: in the editor, undo goes back over runs and over a reset`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = failure(page);
    const original = await sourceOf(cell);
    const mine = `// mine\n${original}`;
    const reset = (of: Locator) =>
      press(of.getByRole('button', { name: names[language].reset, exact: true }));
    await open(cell);
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.insertText('// mine\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ended(cell)).toBe('done');
    await reset(cell);
    expect(await sourceOf(cell)).toBe(original);
    await open(cell);
    for (const [keys, text] of [
      ['ControlOrMeta+z', mine],
      ['ControlOrMeta+z', original],
      ['ControlOrMeta+Shift+Z', mine],
      ['ControlOrMeta+Shift+Z', original],
      ['ControlOrMeta+z', mine],
    ] as const) {
      await page.keyboard.press(keys);
      expect(await sourceOf(cell), keys).toBe(text);
    }
    await expect(cell).toHaveAttribute('data-edited');
    await reset(cell);
    await press(cell.getByRole('button', { name: said.undo }));
    expect(await sourceOf(cell)).toBe(mine);
    await open(cell);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await sourceOf(cell), 'what was typed before the resets').toBe(original);

    // Texts that came and went while no editor was there.
    const other = controls(page);
    const [before] = [await sourceOf(other), await setSource(other, MINE)];
    await reset(other);
    await open(other);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await sourceOf(other)).toBe(MINE);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await sourceOf(other)).toBe(before);
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect.poll(() => kept(page)).toContain('mine');

    // A new visit begins with what was kept.
    await page.reload();
    await expect(other).toHaveAttribute('data-edited');
    await open(other);
    await page.keyboard.press('ControlOrMeta+z');
    expect(await sourceOf(other)).toBe(MINE);
  });

  test(`${language}: the page is reset after a question in the page, and brought back`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    await setSource(failure(page), MINE);
    await setSource(controls(page), MINE);
    await expect.poll(async () => (await kept(page)).split('mine').length).toBe(3);
    const ask = page.getByRole('button', { name: said.reset });
    await press(ask);
    await page.getByRole('button', { name: said.cancel }).press('Enter');
    expect(await sourceOf(failure(page))).toBe(MINE);
    await press(ask);
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await sourceOf(failure(page))).toBe(MINE);
    await press(ask);
    await press(page.getByRole('button', { name: said.page }));
    await expect(failure(page)).not.toHaveAttribute('data-edited');
    await expect(controls(page)).not.toHaveAttribute('data-edited');
    expect(await kept(page)).not.toContain('mine');
    await press(page.locator('.page-strip').getByRole('button', { name: said.undo }));
    expect(await sourceOf(failure(page))).toBe(MINE);
    expect(await sourceOf(controls(page))).toBe(MINE);
    await expect.poll(() => kept(page)).toContain('mine');
  });

  test(`${language}: the whole book is reset, progress too, and brought back`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    await page.evaluate(() => {
      localStorage.setItem('descent:edit:en:sgd/lr', '{"base":"a","text":"b"}');
      localStorage.setItem('descent:solved', '["momentum-1"]');
      localStorage.setItem('starlight-theme', 'dark');
    });
    await setSource(failure(page), MINE);
    await expect.poll(() => kept(page)).toContain('mine');
    const before = await kept(page);
    await press(page.getByRole('button', { name: said.reset }));
    await press(page.getByRole('button', { name: said.book }));
    await expect.poll(() => kept(page)).toBe('{"starlight-theme":"dark"}');
    await expect(failure(page)).not.toHaveAttribute('data-edited');
    await press(page.locator('.page-strip').getByRole('button', { name: said.undo }));
    await expect
      .poll(async () => Object.entries(JSON.parse(await kept(page))).sort())
      .toEqual(Object.entries(JSON.parse(before) as object).sort());
    expect(await sourceOf(failure(page))).toBe(MINE);
  });
}

test('an undo does not overwrite what was written after the reset', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = failure(page);
  await setSource(cell, MINE);
  await cell.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(cell.getByRole('button', { name: 'Undo' })).toBeVisible();
  await setSource(cell, '// newer');
  await expect(cell.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  expect(await sourceOf(cell)).toBe('// newer');
});
