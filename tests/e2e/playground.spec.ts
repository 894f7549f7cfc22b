import { expect, test, type Locator } from '@playwright/test';
import { ended, namesOn, setSource, type CodeCellElement } from './pages.ts';

const labels = {
  zh: { surface: '曲面', auto: '自动选学习率', start: '起点 · 峡谷', own: '起点 · 自己的' },
  en: {
    surface: 'surface',
    auto: 'automatic rates',
    start: 'start · ravine',
    own: 'start · your own',
  },
} as const;

const legend = (cell: Locator) => cell.locator('figure').first().locator('.fig-legend');
const checks = (cell: Locator) => cell.locator('[data-checks] li');

/** Lets something be done that runs the cell, and waits for the run's end. */
async function after(cell: Locator, act: () => Promise<unknown>): Promise<void> {
  await cell.evaluate((element) => (element.dataset['state'] = 'idle'));
  await act();
  expect(await ended(cell)).toBe('done');
}

for (const language of ['zh', 'en'] as const) {
  const words = labels[language];

  test(`${language}: the playground changes surface, optimizers and rates, by keyboard`, async ({
    page,
  }) => {
    await page.goto(`${language}/playground/`);
    const cell = page.locator('code-cell');
    const inputs = cell.locator('[data-inputs]');
    const surface = inputs.getByRole('combobox', { name: words.surface });
    await surface.focus();
    await after(cell, () => surface.press('Home')); // the first: the ravine
    await expect(surface).toHaveValue('ravine');
    await expect(inputs).toContainText(words.start);
    await expect(legend(cell)).not.toContainText('NAG');
    const nag = inputs.getByRole('checkbox', { name: 'NAG' });
    await nag.focus();
    await after(cell, () => page.keyboard.press('Space'));
    await expect(legend(cell)).toContainText('NAG');
    await expect(inputs.getByRole('slider', { name: 'η · NAG' })).toHaveCount(1);
    const auto = inputs.getByRole('checkbox', { name: words.auto });
    await auto.focus();
    await after(cell, () => page.keyboard.press('Space'));
    await expect(inputs.getByRole('slider', { name: 'η · NAG' })).toHaveCount(0);
    await expect(checks(cell)).toHaveCount(1);
    await expect(cell).toHaveAttribute('data-checks-failed', '0');
  });

  test(`${language}: a function of one’s own is raced on; at a kink its gradient is not trusted`, async ({
    page,
  }) => {
    await page.goto(`${language}/playground/`);
    const cell = page.locator('code-cell');
    const surface = cell.getByRole('combobox', { name: words.surface });
    await after(cell, () => surface.selectOption('own'));
    await expect(cell.locator('[data-inputs]')).toContainText(words.own);
    await expect(cell).toHaveAttribute('data-checks-failed', '0');
    const source = await cell.evaluate((element) => (element as CodeCellElement).source);
    const kinked = source.replace(
      'f: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,',
      // The start, (0, 0), lies within the step of the differences.
      'f: (x, y) => Math.abs(x - 5e-6) + y * y,',
    );
    expect(kinked).not.toBe(source);
    await setSource(cell, kinked);
    await after(cell, () =>
      cell.getByRole('button', { name: namesOn(`${language}/`).run, exact: true }).click(),
    );
    await expect(cell).toHaveAttribute('data-checks-failed', '1');
    await expect(checks(cell).first()).toHaveAttribute('data-passed', 'false');
  });
}
