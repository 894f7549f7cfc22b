import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ended, names, setSource } from './pages.ts';

const astro = fileURLToPath(new URL('../../dist/_astro/', import.meta.url));

/** What only the editor's TypeScript needs: its worker, its messages, and what connects them. */
const OF_TYPES = /\/_astro\/(?:worker-|messages-|types\.)/;

const said = {
  zh: { type: /^类型（不妨碍运行），第 2 行第 7 列：不能将类型“string”分配给类型“number”。$/ },
  en: { type: /^types \(the cell still runs\), line 2, column 7: Type 'string' is not assignable/ },
} as const;

const cellOf = (page: Page) => page.locator('code-cell').first();
const foot = (cell: Locator) => cell.locator('.cm-foot');
const offers = (cell: Locator) => cell.getByRole('listbox');

/** Opens the editor with a text and waits until TypeScript marks the error in it. */
async function openTyped(page: Page, language: 'zh' | 'en', text: string): Promise<Locator> {
  const ready = page.waitForEvent('worker', (worker) => worker.url().includes('/_astro/worker-'));
  await page.goto(`${language}/momentum/`);
  const cell = cellOf(page);
  await cell.locator('pre[data-code]').click();
  await expect(cell.locator('.cm-content')).toBeFocused();
  await ready;
  await setSource(cell, "\nconst ready: number = 'no';\n");
  await expect(foot(cell)).toHaveText(said[language].type, { timeout: 20_000 });
  await setSource(cell, text);
  await page.keyboard.press('ControlOrMeta+End');
  return cell;
}

for (const language of ['zh', 'en'] as const) {
  test(`${language}: an imported name is completed by keyboard`, async ({ page }) => {
    const cell = await openTyped(page, language, "import { Momentum } from 'optim';\nnew ");
    await page.keyboard.type('Mom');
    const chosen = offers(cell).locator('[aria-selected]');
    await expect(chosen).toHaveText('Momentum');
    await expect(cell.locator('.cm-completionInfo')).toContainText(
      'Gradient descent with momentum',
    );
    await page.keyboard.press('Tab');
    await expect(cell.locator('.cm-line').last()).toHaveText('new Momentum');
    await expect(offers(cell)).toHaveCount(0);
    await page.keyboard.type('([]).');
    await expect(offers(cell)).toContainText('step');
    await page.keyboard.type('ste');
    await expect(chosen).toHaveText('step');
    await page.waitForTimeout(150); // a list that has only just opened does not take the Enter key
    await page.keyboard.press('Enter');
    await expect(cell.locator('.cm-line').last()).toHaveText('new Momentum([]).step');
  });

  test(`${language}: by mouse, a name that is not imported brings its import`, async ({ page }) => {
    const cell = await openTyped(
      page,
      language,
      "import { SGD } from 'optim';\nnew SGD([]);\nnew ",
    );
    await page.keyboard.type('Adam');
    await offers(cell)
      .getByRole('option')
      .filter({ hasText: /^AdamW/ })
      .click();
    await expect(cell.locator('.cm-line').first()).toHaveText(
      "import { AdamW, SGD } from 'optim';",
    );
    await expect(cell.locator('.cm-line').last()).toHaveText('new AdamW');
    await expect(cell.locator('.cm-content')).toBeFocused();
  });

  test(`${language}: hover shows type and docstring, by mouse and by keyboard`, async ({
    page,
  }) => {
    const text = "import { Momentum } from 'optim';\nconst momentum = new Momentum([]);";
    const cell = await openTyped(page, language, text);
    const tooltip = cell.locator('.cm-explanation');
    const box = await cell.locator('.cm-line').nth(1).boundingBox();
    if (!box) throw new Error('no line');
    // Over the name that is declared: the line begins with “const ”.
    await page.mouse.move(box.x + 75, box.y + box.height / 2, { steps: 3 });
    await expect(tooltip).toContainText('const momentum: Momentum');
    await page.mouse.move(0, 0);
    await expect(tooltip).toHaveCount(0);
    for (let i = 0; i < 'momentum([]);'.length; i++) await page.keyboard.press('ArrowLeft');
    // CodeMirror takes an announcement away again after 200 ms: it is kept here as it comes.
    await cell.locator('.cm-announced').evaluate((region) => {
      new MutationObserver(() => {
        const text = region.textContent?.trim();
        if (text) region.closest('code-cell')?.setAttribute('data-said', text);
      }).observe(region, { childList: true });
    });
    await page.keyboard.press('F1');
    await expect(tooltip).toContainText('new Momentum(params');
    await expect(tooltip).toContainText('Gradient descent with momentum (the heavy ball)');
    await expect(tooltip).not.toContainText('@equation');
    await expect(cell).toHaveAttribute('data-said', /new Momentum\(params/);
    await page.keyboard.press('Escape');
    await expect(tooltip).toHaveCount(0);
    await expect(cell.locator('.cm-content')).toBeFocused();
  });

  test(`${language}: a type error is marked and told, and the cell still runs`, async ({
    page,
  }) => {
    const cell = await openTyped(page, language, '');
    await setSource(
      cell,
      "import { check } from 'notebook';\nconst steps: number = 'ten';\ncheck.that(true, 'ran', { steps: 1 });",
    );
    const mark = cell.locator('.cm-line').nth(1).locator('.cm-lintRange-error');
    await expect(mark).toHaveText('steps');
    await expect(foot(cell)).toHaveText(said[language].type);
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
    expect(await ended(cell)).toBe('done');
    await expect(cell.locator('[data-checks]')).toHaveText(/✓ ran/);
    await expect(mark, 'the run changes nothing about it').toHaveText('steps');
    // The foot leads to it.
    await foot(cell).getByRole('button').click();
    await expect(cell.locator('.cm-content')).toBeFocused();
    await page.keyboard.type('later');
    await expect(cell.locator('.cm-line').nth(1)).toHaveText("const later: number = 'ten';");
  });

  test(`${language}: a run's error and a type error are marked side by side`, async ({ page }) => {
    const cell = await openTyped(page, language, '');
    await setSource(cell, "const a: number = 'x';\nconst b = [1];\nb.length = -1;\n");
    await expect(cell.locator('.cm-line').nth(0).locator('.cm-lintRange-error')).toHaveText('a');
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
    expect(await ended(cell)).toBe('failed');
    const run = cell.locator('.cm-run-error');
    await expect(run).toHaveText('b.length = -1;');
    await expect(cell.locator('.cm-line').nth(0).locator('.cm-lintRange-error')).toHaveText('a');
    // The mark moves with its line, and goes with the next good run.
    await cell.locator('.cm-content').focus();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('Enter');
    await expect(cell.locator('.cm-line').nth(3).locator('.cm-run-error')).toHaveCount(1);
    await setSource(cell, "import { check } from 'notebook';\ncheck.that(true, 'ok');");
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ended(cell)).toBe('done');
    await expect(run).toHaveCount(0);
  });

  test(`${language}: a full-width sign is told while it is typed, and by the run`, async ({
    page,
  }) => {
    const cell = await openTyped(page, language, '');
    await setSource(cell, 'const a = 1；\n');
    const sentence =
      language === 'zh' ? /第 1 行第 12 列：.*全角的 ；/ : /line 1, column 12: .*full-width ；/;
    await expect(foot(cell)).toHaveText(sentence);
    await expect(cell.locator('.cm-lintRange-error')).toHaveText('；');
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
    expect(await ended(cell)).toBe('failed');
    await expect(cell.locator('[data-error]')).toHaveText(sentence);
  });

  test(`${language}: without the worker the editor is plain, says so once, and tries again`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route('**/_astro/worker-*', (route) => route.abort());
    await page.goto(`${language}/momentum/`);
    const cell = cellOf(page);
    await cell.locator('pre[data-code]').click();
    await expect(foot(cell)).toHaveText(
      language === 'zh' ? /取不到类型提示/ : /type hints could not be fetched/,
    );
    await setSource(cell, "import { check } from 'notebook';\nconst counter: number = 'x';\ncoun");
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('t');
    await expect(offers(cell).locator('[aria-selected]'), 'names of the text').toHaveText(
      'counter',
    );
    await page.waitForTimeout(150); // a list that has only just opened does not take the Enter key
    await page.keyboard.press('Enter');
    await page.keyboard.type(";\ncheck.that(true, 'plain');");
    await page.keyboard.press('ControlOrMeta+Enter');
    expect(await ended(cell)).toBe('done');
    await expect(cell.locator('[data-checks]')).toHaveText(/✓ plain/);
    await expect(cell.locator('.cm-lintRange-error')).toHaveCount(0);
    expect(errors).toEqual([]);
    await page.unroute('**/_astro/worker-*');
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await cell.locator('.cm-content').focus();
    await expect(cell.locator('.cm-lintRange-error'), 'the next focus').toHaveText('counter', {
      timeout: 20_000,
    });
  });

  test(`${language}: the search panel speaks the page's language and leaves by Escape`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = cellOf(page);
    await cell.locator('pre[data-code]').click();
    await expect(cell.locator('.cm-content')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+f');
    const find = cell.getByRole('textbox', { name: language === 'zh' ? '查找' : 'Find' });
    await expect(find).toBeFocused();
    await find.pressSequentially('ravine');
    await expect(cell.locator('.cm-searchMatch').first()).toBeVisible();
    const next = language === 'zh' ? '下一个' : 'next';
    await expect(cell.getByRole('button', { name: next, exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(cell.locator('.cm-content')).toBeFocused();
  });
}

test('an open list of completions does not trap the keyboard', async ({ page }) => {
  const cell = await openTyped(page, 'en', "import { Momentum } from 'optim';\nnew ");
  await page.keyboard.type('Mom');
  await expect(offers(cell)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(offers(cell)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(cell.locator('.cm-content')).not.toBeFocused();
  await expect(cell.locator('.cm-line').last()).toHaveText('new Mom');
});

test('completion is asked for by Ctrl+Space and, where that is taken, by Alt+/', async ({
  page,
}) => {
  const text = "import { Momentum } from 'optim';\nnew Momentum([], { form: '' });";
  const cell = await openTyped(page, 'zh', text);
  for (let i = 0; i < "' });".length; i++) await page.keyboard.press('ArrowLeft');
  for (const keys of ['Control+Space', 'Alt+/']) {
    await page.keyboard.press(keys);
    await expect(offers(cell).getByRole('option')).toHaveText(['classic', 'ema']);
    await expect(offers(cell)).toHaveAccessibleName('补全');
    await page.keyboard.press('Escape');
    await expect(offers(cell)).toHaveCount(0);
  }
});

test('Shift+Ctrl+Enter asks the page to run all; it does not while an input method composes', async ({
  page,
}) => {
  await page.goto('en/momentum/');
  const cell = cellOf(page);
  await cell.locator('pre[data-code]').click();
  await expect(cell.locator('.cm-content')).toBeFocused();
  await page.evaluate(() => {
    const log: string[] = [];
    Object.assign(globalThis, { log });
    document.addEventListener(
      'descent:run-all',
      (event) => {
        log.push((event.target as Element).closest('code-cell')?.getAttribute('data-cell') ?? '');
        event.stopImmediatePropagation();
      },
      true,
    );
  });
  const log = () => page.evaluate(() => (globalThis as unknown as { log: string[] }).log);
  await cell.locator('.cm-content').evaluate((element) => {
    element.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    const init = { key: 'Enter', keyCode: 229, ctrlKey: true, shiftKey: true, isComposing: true };
    element.dispatchEvent(
      new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
    );
    element.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  expect(await log()).toEqual([]);
  await page.waitForTimeout(200); // the browser's own pause after a composition
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect.poll(log).toEqual([await cell.getAttribute('data-cell')]);
  await expect(cell, 'it is not this cell that runs').toHaveAttribute('data-state', 'idle');
});

test('undo reaches back over a run', async ({ page }) => {
  const cell = await openTyped(
    page,
    'en',
    "import { check } from 'notebook';\ncheck.that(true, 'a');",
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await ended(cell)).toBe('done');
  await page.keyboard.type('// more');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(cell).toHaveAttribute('data-state', 'done');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell.locator('.cm-line').last()).toHaveText("check.that(true, 'a');");
  await page.keyboard.press('ControlOrMeta+z');
  await expect(cell.locator('.cm-content')).toContainText('ready');
});

test.describe('on a narrow touch screen', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('completion and its explanation stay within the window and answer a tap', async ({
    page,
  }) => {
    const cell = await openTyped(page, 'zh', "import { Momentum } from 'optim';\nnew ");
    await page.keyboard.type('Mom');
    const info = cell.locator('.cm-completionInfo');
    await expect(info).toContainText('heavy ball');
    for (const box of [await info.boundingBox(), await offers(cell).boundingBox()]) {
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(360);
    }
    await offers(cell).getByRole('option').first().tap();
    await expect(cell.locator('.cm-line').last()).toHaveText('new Momentum');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  });
});

test('TypeScript is fetched at the first edit and not before, by one worker for all cells', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (OF_TYPES.test(request.url())) fetched.push(new URL(request.url()).pathname);
  });
  await page.goto('en/momentum/');
  const cells = page.locator('code-cell:not(.folded)');
  const cell = cells.first();
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell)).toBe('done');
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
  for (const each of [cell, cells.nth(1)]) {
    await each.locator('pre[data-code]').click();
    await expect(each.locator('.cm-content')).toBeFocused();
    await setSource(each, "\nconst ready: number = 'no';\n");
    await expect(foot(each)).toHaveText(said.en.type, { timeout: 20_000 });
  }
  expect(fetched.filter((path) => path.includes('/worker-'))).toHaveLength(1);
  expect(
    fetched.filter((path) => path.includes('/messages-')),
    'English needs none',
  ).toEqual([]);
});

test('what TypeScript brings stays within 850 KB, in its worker alone', () => {
  const files = readdirSync(astro).filter((name) => name.endsWith('.js'));
  const parts = files.filter((name) => OF_TYPES.test(`/_astro/${name}`));
  expect(parts).toHaveLength(3);
  const sizes = parts.map((name) => brotliCompressSync(readFileSync(astro + name)).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(
    `  types: ${parts.map((name, i) => `${name} ${sizes[i]}`).join(', ')}; ${total} bytes`,
  );
  expect(total).toBeLessThan(850_000);
  const holders = files.filter((name) =>
    readFileSync(astro + name, 'utf8').includes('createLanguageService'),
  );
  expect(holders).toEqual(parts.filter((name) => name.startsWith('worker-')));
});
