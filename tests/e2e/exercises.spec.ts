import { expect, test, type Page } from '@playwright/test';
import { Random } from '../../src/problems/index.ts';
import { ended, setSource } from './pages.ts';

const said = {
  zh: {
    unseen: /换成没见过的数再运行两遍，也都通过/,
    seenOnly: /换成没见过的数再运行，没有通过：曲率/,
    solved: '✓ 已做出',
    sum: /\d+ 道练习，你已做出 1 道/,
    imported: /已导入：新增 1 道做出的练习，1 份答案/,
    refused: /不是从本页导出的进度文件/,
    hint: '提示',
  },
  en: {
    unseen: /run twice more with numbers it had not seen, it passes as well/,
    seenOnly: /with numbers it had not seen, it does not pass: curvatures/,
    solved: '✓ solved',
    sum: /You have solved 1 of/,
    imported: /Imported: 1 newly solved, 1 answer/,
    refused: /is not progress exported from this page/,
    hint: 'Hint',
  },
} as const;

const exercise = (page: Page) => page.locator('[data-exercise="sgd-1"]');

async function solve(page: Page, text?: string): Promise<string> {
  const section = exercise(page);
  const solution = await section.locator('[data-solution] code').textContent();
  await setSource(section.locator('code-cell'), text ?? solution ?? '');
  // By keyboard: the cell's Run button is reached and pressed.
  await section.locator('[data-action="run"]').focus();
  await page.keyboard.press('Enter');
  return ended(section.locator('code-cell'));
}

for (const language of ['zh', 'en'] as const) {
  const words = said[language];

  test(`${language}: an answer that passes is run with unseen numbers, filed as solved and shown`, async ({
    page,
  }) => {
    await page.goto(`${language}/sgd/`);
    const id = await exercise(page).getAttribute('data-exercise');
    expect(await solve(page)).toBe('done');
    const cell = exercise(page).locator('code-cell');
    await expect(cell.locator('[data-checks] li').last()).toHaveText(words.unseen);
    await expect(cell).toHaveAttribute('data-checks-failed', '0');
    await expect(exercise(page).locator('.label')).toContainText(words.solved);
    const count = page.locator('#contents a[aria-current="page"] .count');
    await expect(count).toHaveText('1/4');
    await expect(count).toHaveAttribute('aria-label', /1/);
    // The other chapters, the list of all exercises, another language, another visit.
    await page.goto(`${language === 'zh' ? 'en' : 'zh'}/adam/`);
    await expect(page.locator('#contents .count', { hasText: '1/4' })).toHaveCount(1);
    await page.goto(`${language}/exercises/`);
    await expect(page.locator('[data-solved-sum]')).toHaveText(words.sum);
    await expect(page.locator(`[data-solved-id="${id}"]`)).toContainText(words.solved);
    await expect(page.locator('[data-exercise-list] [data-solved]')).toHaveCount(1);
    await page.locator(`[data-solved-id="${id}"] a`).click();
    await expect(page).toHaveURL(new RegExp(`/${language}/sgd/#${id}$`));
  });

  test(`${language}: an answer made for the numbers in view is not filed`, async ({ page }) => {
    await page.goto(`${language}/sgd/`);
    const random = new Random(1);
    const low = random.uniform(0.5, 2);
    const high = low * random.uniform(4, 12);
    const table = [
      [10, 2 / 11],
      [98, 2 / 99.96],
      [high, 2 / (low + high)],
    ];
    const start = (await exercise(page).locator('[data-source]').textContent()) ?? '';
    const cheat = start.replace(
      'return 1 / Math.max(low, high);',
      `return new Map(${JSON.stringify(table)} as [number, number][]).get(high) ?? low / 100;`,
    );
    expect(cheat).not.toBe(start);
    expect(await solve(page, cheat)).toBe('done');
    const checks = exercise(page).locator('[data-checks] li');
    await expect(checks.last()).toHaveText(words.seenOnly);
    await expect(exercise(page).locator('code-cell')).toHaveAttribute('data-checks-failed', '1');
    await expect(exercise(page).locator('.label')).not.toContainText(words.solved);
    expect(await page.evaluate(() => localStorage.getItem('descent:solved'))).toBeNull();
  });

  test(`${language}: the tour is done by doing: a slider, an edit, a mistake mended`, async ({
    page,
  }) => {
    await page.goto(`${language}/tour/`);
    const step = (id: string) => page.locator(`[data-exercise="${id}"]`);
    const slider = step('tour-1').getByRole('slider', { name: 'η' });
    await slider.focus();
    await page.keyboard.press('End'); // too large: it diverges
    await expect(step('tour-1').locator('code-cell')).toHaveAttribute('data-checks-failed', '1');
    for (let k = 0; k < 5; k++) await page.keyboard.press('ArrowLeft');
    await expect(step('tour-1').locator('.label')).toContainText(words.solved);

    const code = step('tour-2').locator('pre[data-code]');
    await code.focus();
    await page.keyboard.press('Enter');
    await expect(step('tour-2').locator('.cm-content')).toBeFocused();
    await page.keyboard.press('Control+a');
    const solution = await step('tour-2').locator('[data-solution] code').textContent();
    await page.keyboard.insertText(solution ?? '');
    await page.keyboard.press('Control+Enter');
    await expect(step('tour-2').locator('.label')).toContainText(words.solved);

    const mistake = step('tour-3').locator('code-cell');
    await mistake.locator('[data-action="run"]').click();
    expect(await ended(mistake)).toBe('failed');
    await expect(mistake.locator('[data-error]')).toContainText('-0.02');
    const line = Number(await mistake.locator('[data-error]').getAttribute('data-line'));
    const text = (await mistake.locator('[data-source]').textContent()) ?? '';
    expect(text.split('\n')[line - 1]).toContain('-0.02');
    await setSource(mistake, text.replace('-0.02', '0.02'));
    await mistake.locator('[data-action="run"]').click();
    await expect(step('tour-3').locator('.label')).toContainText(words.solved);
  });

  test(`${language}: hints come one by one, by keyboard`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const hints = page.locator('[data-exercise="momentum-1"] .hint');
    await expect(hints).toHaveCount(2);
    await expect(hints.nth(0).locator('summary')).toHaveText(`${words.hint} 1/2`);
    await expect(hints.nth(1)).toBeHidden();
    await hints.nth(0).locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect(hints.nth(1)).toBeVisible();
    await expect(hints.nth(1)).not.toHaveAttribute('open');
    await expect(hints.nth(1).locator('summary')).toHaveText(`${words.hint} 2/2`);
  });

  test(`${language}: progress goes to another browser as a file, and bad files change nothing`, async ({
    page,
    browser,
    baseURL,
  }, info) => {
    await page.goto(`${language}/sgd/`);
    await solve(page);
    await page.waitForFunction(() => localStorage.getItem('descent:solved'));
    await page.goto(`${language}/exercises/`);
    const waiting = page.waitForEvent('download');
    await page.locator('[data-progress="export"]').click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('descent-progress.json');
    const file = info.outputPath('progress.json');
    await download.saveAs(file);

    const other = await browser.newContext({ baseURL: baseURL ?? '' });
    const there = await other.newPage();
    await there.goto(`${language}/exercises/`);
    const choose = there.locator('[data-progress="import"]');
    const alert = there.locator('[data-progress-said]');
    for (const bad of ['hello', '{"cells":[]}', '']) {
      await choose.setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from(bad) });
      await expect(alert).toHaveText(words.refused);
      expect(await there.evaluate(() => Object.keys(localStorage))).toEqual([]);
      await alert.evaluate((element) => (element.textContent = ''));
    }
    await choose.setInputFiles(file);
    await expect(alert).toHaveText(words.imported);
    await expect(there.locator('[data-exercise-list] [data-solved]')).toHaveCount(1);
    await there.goto(`${language}/sgd/`);
    await expect(exercise(there).locator('code-cell')).toHaveAttribute('data-edited', '');
    await expect(exercise(there).locator('.label')).toContainText(words.solved);
    await other.close();
  });
}

test('where storage is blocked, an exercise is checked all the same, and that it is not kept is said', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto('en/sgd/');
  expect(await solve(page)).toBe('done');
  const cell = exercise(page).locator('code-cell');
  await expect(cell.locator('[data-checks] li').last()).toHaveText(said.en.unseen);
  await expect(cell.locator('[data-status]')).toContainText('does not let the page save');
});
