import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, type CodeCellElement } from './pages.ts';

/** A reader goes away while a cell runs: to another page, another tab, by a reload. Nothing hangs, nothing is lost. */

const FOR_EVER = 'while (true) {}';
const MINE = "import { check } from 'notebook';\ncheck.that(true, 'mine');";
/** Long enough to be left, short enough to be waited for (ms of computing). */
const A_WHILE = `import { check, display, progress } from 'notebook';
const begun = performance.now();
for (let i = 0; i < 20; i++) {
  while (performance.now() - begun < 60 * i);
  await progress(i, 20);
}
display('arrived');
check.that(true, 'done');`;

const cells = (page: Page) => page.locator('code-cell');
const sourceOf = (cell: Locator) => cell.evaluate((element) => (element as CodeCellElement).source);
const begin = async (cell: Locator, text: string) => {
  await setSource(cell, text);
  await cell.evaluate((element) => void (element as CodeCellElement).run());
  await expect(cell).toHaveAttribute('data-state', 'running');
};

/**
 * A browser without a window never hides a page, so what a hidden page finds is made here: it is told, it gets no frames,
 * and its timers come once a second.
 */
function makeHideable(): void {
  const [frame, timer] = [
    window.requestAnimationFrame.bind(window),
    window.setTimeout.bind(window),
  ];
  let hidden = false;
  const held: FrameRequestCallback[] = [];
  window.requestAnimationFrame = (callback) => (hidden ? -held.push(callback) : frame(callback));
  window.setTimeout = ((callback: () => void, ms = 0) =>
    timer(callback, hidden ? Math.max(1000, ms) : ms)) as typeof setTimeout;
  Object.defineProperty(document, 'hidden', { get: () => hidden });
  Object.defineProperty(document, 'visibilityState', {
    get: () => (hidden ? 'hidden' : 'visible'),
  });
  Object.assign(window, {
    hide(value: boolean) {
      hidden = value;
      document.dispatchEvent(new Event('visibilitychange'));
      if (!hidden) held.splice(0).forEach(frame);
    },
  });
}

const hide = (page: Page, hidden: boolean) =>
  page.evaluate(
    (value) => (window as unknown as { hide(value: boolean): void }).hide(value),
    hidden,
  );

for (const language of ['zh', 'en'] as const) {
  test(`${language}: back from another page: no cell hangs, edits are there`, async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    // Playwright forbids what browsers do: to keep a page that is left as it is, its runs asleep.
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    const page = await browser.newPage({ ...(baseURL !== undefined && { baseURL }) });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }));
      addEventListener('pagehide', () => Object.assign(window, { persisted: undefined }));
      // A page with such a listener is not kept.
      if (location.search === '?anew') addEventListener('unload', () => {});
    });
    const isKept = async () => {
      const shown = await page.waitForFunction(() =>
        String((window as { persisted?: boolean }).persisted).replace('undefined', ''),
      );
      return (await shown.jsonValue()) === 'true';
    };
    const leave = () => page.goto(`${language}/tour/`);
    const back = () => page.goBack({ waitUntil: 'commit' });
    const [edited, endless, short] = [cells(page).nth(0), cells(page).nth(1), cells(page).nth(2)];

    for (const way of ['', '?anew']) {
      await page.goto(`${language}/momentum/${way}`);
      await setSource(edited, MINE);
      await endless.evaluate((element) => (element.dataset['limit'] = '600'));
      await begin(endless, FOR_EVER);
      await begin(short, A_WHILE);
      await leave();
      await back();
      const kept = await isKept();
      console.log(`  ${language}/momentum/${way} was ${kept ? 'kept' : 'loaded anew'}`);
      if (way) expect(kept).toBe(false);
      await expect.poll(() => sourceOf(edited)).toBe(MINE);
      expect(await sourceOf(endless)).toBe(FOR_EVER);
      if (kept) {
        expect(await ended(short)).toBe('done');
        await expect(short.locator('[data-output]')).toHaveText('arrived');
        const stop = endless.getByRole('button', { name: names[language].stop, exact: true });
        await stop.press('Enter');
        await expect(endless).toHaveAttribute('data-state', 'stopped');
      } else {
        await expect(short).toHaveAttribute('data-state', 'idle');
        await expect(endless).toHaveAttribute('data-state', 'idle');
      }
      await edited.getByRole('button', { name: names[language].run, exact: true }).click();
      expect(await ended(edited)).toBe('done');
      await expect(edited.locator('[data-checks]')).toContainText('mine');
      if (!kept) continue;
      // Meanwhile another page has kept an edit of the same cell: a question, as with another tab.
      await leave();
      await page.evaluate(([key, edit]) => localStorage.setItem(key, edit), [
        `descent:edit:${language}:momentum/failure`,
        JSON.stringify({ base: '', text: '// elsewhere' }),
      ] as const);
      await back();
      expect(await isKept()).toBe(true);
      await expect(edited.locator('.cell-offer')).toBeVisible();
      expect(await sourceOf(edited)).toBe(MINE);
    }
    expect(errors).toEqual([]);
    await browser.close();
  });
}

for (const language of ['zh', 'en'] as const) {
  test(`${language}: a reload in the middle of a word and of a run keeps the word and ends the run`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = cells(page).first();
    await cell.locator('pre[data-code]').press('Enter');
    await expect(cell.locator('.cm-content')).toBeFocused();
    await begin(cell, FOR_EVER);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText('// not yet kep');
    await page.reload();
    await expect(cell).toHaveAttribute('data-edited');
    expect(await sourceOf(cell)).toBe(`${FOR_EVER}// not yet kep`);
    await expect(cell).toHaveAttribute('data-state', 'idle');
    await expect(cell.locator('[data-status]')).toHaveText('');
  });

  test(`${language}: in a hidden tab a run comes to its end, the limit holds, and no figure plays on`, async ({
    page,
  }) => {
    await page.addInitScript(makeHideable);
    await page.goto(`${language}/momentum/`);
    const [short, endless] = [cells(page).nth(1), cells(page).nth(2)];
    const figure = page.locator('figure[data-kind="trajectory"]').first();
    const step = () => figure.locator('[data-action="scrub"]').inputValue();
    await figure.locator('[data-action="play"]').press('Enter');
    await expect(figure.locator('[data-action="play"]')).toHaveText(
      language === 'zh' ? /暂停/ : /Pause/i,
    );
    await begin(short, A_WHILE);
    await endless.evaluate((element) => (element.dataset['limit'] = '1'));
    await begin(endless, FOR_EVER);
    await hide(page, true);
    const stood = await step();
    await expect(short).toHaveAttribute('data-state', 'done', { timeout: 20_000 });
    await expect(short.locator('[data-output]')).toHaveText('arrived');
    await expect(endless).toHaveAttribute('data-state', 'failed', { timeout: 20_000 });
    await expect(endless.locator('[data-error]')).toHaveText(
      language === 'zh' ? /1 秒的时限/ : /limit of 1 s/,
    );
    expect(await step()).toBe(stood);
    await hide(page, false);
    await expect(figure.locator('[data-action="play"]')).toHaveText(
      language === 'zh' ? /播放/ : /Play/i,
    );
    expect(await step()).toBe(stood);
  });

  test(`${language}: a run outlives the browser's putting the page to sleep`, async ({
    page,
    context,
  }) => {
    await page.goto(`${language}/momentum/`);
    const [short, endless] = [cells(page).nth(1), cells(page).nth(2)];
    await endless.evaluate((element) => (element.dataset['limit'] = '600'));
    await begin(endless, FOR_EVER);
    await begin(short, A_WHILE);
    const session = await context.newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    expect(await ended(short)).toBe('done');
    await expect(endless).toHaveAttribute('data-state', 'running');
    await endless.getByRole('button', { name: names[language].stop, exact: true }).click();
    await expect(endless).toHaveAttribute('data-state', 'stopped');
  });
}

for (const language of ['zh', 'en'] as const) {
  test(`${language}: printed during a run, with the editor open: the whole text, no controls, nothing cut off`, async ({
    page,
  }) => {
    // As wide as an A4 page between its margins.
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.goto(`${language}/momentum/`);
    const cell = cells(page).first();
    await cell.locator('pre[data-code]').click();
    await expect(cell.locator('.cm-content')).toBeFocused();
    const lines = Array.from(
      { length: 200 },
      (_, i) => `const name${i} = '${'wide '.repeat(30)}';`,
    );
    await begin(cell, `${lines.join('\n')}\n${FOR_EVER}`);
    await page.keyboard.press('ControlOrMeta+f');
    await expect(cell.locator('.cm-search')).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(cell.locator('.cm-line')).toHaveCount(201);
    for (const gone of ['.cell-foot', '.cell-gutter', '.cm-panels', '.page-tools']) {
      await expect(page.locator(gone).first()).toBeHidden();
    }
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('html, .cm-scroller, code-cell pre:not([hidden])')]
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight, localName }) =>
            scrollWidth > clientWidth + 1 ||
            (localName !== 'html' && scrollHeight > clientHeight + 1),
        )
        .map(({ className, localName }) => `${localName}.${className}`),
    );
    expect(cut).toEqual([]);
  });
}
