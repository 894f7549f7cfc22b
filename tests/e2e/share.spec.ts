import { deflateRawSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, type CodeCellElement } from './pages.ts';

const ID = 'momentum/controls';
const TEXT = "import { check } from 'notebook';\ncheck.that(true, 'shared');";
const words = {
  zh: {
    share: '分享',
    keep: '保留这一份',
    back: '回到原文',
    mine: '回到我的',
    from: /来自一个链接/,
  },
  en: {
    share: 'Share',
    keep: 'Keep this one',
    back: 'Back to the book’s',
    mine: 'Back to mine',
    from: /come from a link/,
  },
} as const;

const cellOf = (page: Page) => page.locator(`code-cell[data-cell="${ID}"]`);
const sourceOf = (cell: Locator) => cell.evaluate((element) => (element as CodeCellElement).source);
const kept = (page: Page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const packed = (rest: unknown) => deflateRawSync(JSON.stringify(rest)).toString('base64url');

for (const language of ['zh', 'en'] as const) {
  const said = words[language];

  test(`${language}: Share copies a link; opened, it shows text and inputs, and waits for Run`, async ({
    page,
    context,
    browser,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${language}/momentum/`);
    const slider = cellOf(page).getByRole('slider').first();
    await slider.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    const value = await slider.inputValue();
    const changed = `${await sourceOf(cellOf(page))}\n// shared`;
    await setSource(cellOf(page), changed);
    const share = cellOf(page).getByRole('button', { name: said.share });
    if (language === 'zh') await share.click();
    else await share.press('Enter');
    await expect(cellOf(page).locator('[data-status]')).toContainText(/链接已复制|Link copied/);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain(`/${language}/momentum/#cell=${ID}&code=`);

    // Another reader, with a storage of their own.
    const elsewhere = await browser.newContext();
    const other = await elsewhere.newPage();
    await other.goto(link);
    const cell = cellOf(other);
    await expect(cell.locator('.cell-offer')).toHaveText(said.from);
    await expect(cell.locator('.cell-comparison .cm-content').last()).toContainText('// shared', {
      timeout: 20_000,
    });
    await expect(cell).toBeInViewport();
    expect(await sourceOf(cell)).toBe(changed);
    await expect(cell.getByRole('slider').first()).toHaveValue(value);
    await other.waitForTimeout(500);
    await expect(cell).toHaveAttribute('data-state', 'idle');
    // Nor does a moved input, or Run all, run what came by a link.
    await cell.getByRole('slider').first().press('ArrowLeft');
    await other.waitForTimeout(500);
    await expect(cell).toHaveAttribute('data-state', 'idle');
    expect(await kept(other)).not.toContain('// shared');
    await cell.getByRole('button', { name: names[language].run, exact: true }).press('Enter');
    expect(await ended(cell)).toBe('done');
    await cell.getByRole('button', { name: said.back }).press('Enter');
    expect(await sourceOf(cell)).toBe(changed.replace('\n// shared', ''));
    expect(new URL(other.url()).hash).toBe('');
    expect(await kept(other)).not.toContain('// shared');
    await elsewhere.close();
  });

  test(`${language}: a link never costs the reader an edit of their own`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    await setSource(cellOf(page), '// my own');
    await expect.poll(() => kept(page)).toContain('// my own');
    const link = `${language}/momentum/#cell=${ID}&code=${packed({ text: TEXT })}`;
    const open = async () => {
      await page.goto('about:blank');
      await page.goto(link);
      await expect(cellOf(page).locator('.cell-offer')).toHaveText(said.from);
    };
    await open();
    expect(await sourceOf(cellOf(page))).toBe(TEXT);
    await setSource(cellOf(page), `${TEXT}\n// more`);
    await page.waitForTimeout(600);
    expect(await kept(page)).toContain('// my own');
    await open();
    await cellOf(page).getByRole('button', { name: names[language].reset, exact: true }).click();
    expect(await kept(page)).toContain('// my own');
    await open();
    await cellOf(page).getByRole('button', { name: said.mine }).click();
    expect(await sourceOf(cellOf(page))).toBe('// my own');
    await open();
    await cellOf(page).getByRole('button', { name: said.keep }).press('Enter');
    await expect.poll(() => kept(page)).toContain('shared');
    expect(await kept(page)).not.toContain('// my own');
  });
}

test('hostile code in a link is text until Run, and harmless then', async ({ page }) => {
  const text =
    "document.title = 'owned'; localStorage.setItem('owned', '1'); fetch('/owned'); // \u202E hidden <img src=x onerror=alert(1)>";
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`en/momentum/#cell=${ID}&code=${packed({ text })}`);
  const cell = cellOf(page);
  await expect(cell.locator('.cell-offer')).toBeVisible();
  await expect(cell.locator('.cell-comparison .cm-specialChar').first()).toBeAttached();
  await page.keyboard.press('Shift+Control+Enter');
  await expect(page.locator('.page-strip')).toContainText('left out', { timeout: 60_000 });
  await expect(cell).toHaveAttribute('data-state', 'idle');
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell)).toBe('failed');
  expect(await page.title()).not.toBe('owned');
  expect(await kept(page)).not.toContain('owned');
  expect(asked.filter((url) => url.includes('owned'))).toEqual([]);
});

test('crafted inputs in a link are clamped, and said', async ({ page }) => {
  await page.goto(`en/momentum/`);
  const inputs = await cellOf(page).evaluate(async (element) => {
    const { inputs: all } = (await (element as CodeCellElement).outcome()) as {
      inputs: { id: string; kind: string; max: number }[];
    };
    return all.filter(({ kind }) => kind === 'slider');
  });
  const first = inputs[0];
  if (!first) throw new Error('the cell has no slider');
  await page.goto('about:blank');
  const rest = { inputs: { [first.id]: 1e308, nothing: '<b>', __proto__: 3 } };
  await page.goto(`en/momentum/#cell=${ID}&code=${packed(rest)}`);
  await expect(cellOf(page).locator('[data-status]')).toContainText('adjusted');
  await cellOf(page).getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cellOf(page))).not.toBe('stopped');
  const used = await cellOf(page).evaluate(async (element) => {
    const outcome = (await (element as CodeCellElement).outcome()) as {
      inputs: { value: number }[];
    };
    return outcome.inputs[0]?.value;
  });
  expect(used).toBe(first.max);
});

for (const [what, fragment, sentence] of [
  ['cut off', `#cell=${ID}&code=${packed({ text: TEXT }).slice(0, 30)}`, /incomplete or damaged/],
  [
    'a bomb',
    `#cell=${ID}&code=${deflateRawSync(Buffer.alloc(20_000_000, 32)).toString('base64url')}`,
    /carries too much/,
  ],
  ['of ten megabytes', `#cell=${ID}&code=${'A'.repeat(10_000_000)}`, /carries too much/],
  ['to a cell that is nowhere', '#cell=momentum/no-such-cell', /not in this book/],
  ['to a cell of another page', `#cell=sgd/lr&code=${packed({ text: TEXT })}`, /not on this page/],
] as const) {
  test(`a link that is ${what} is told clearly, and nothing else happens`, async ({ page }) => {
    await page.goto('en/momentum/');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await expect(page.locator('.page-strip')).toHaveText(sentence);
    await expect(cellOf(page)).not.toHaveAttribute('data-edited');
    await expect(page.locator('.cell-offer')).toHaveCount(0);
    if (!fragment.includes('sgd/lr')) return;
    await page.locator('.page-strip').getByRole('link').click();
    await expect(page).toHaveURL(/sgd/);
    const there = page.locator('code-cell[data-cell="sgd/lr"]');
    await expect(there.locator('.cell-offer')).toBeVisible();
    expect(await sourceOf(there)).toBe(TEXT);
  });
}

test('where the clipboard is refused the link is there to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.goto('zh/momentum/');
  await setSource(cellOf(page), TEXT);
  await cellOf(page).getByRole('button', { name: '分享' }).click();
  const field = cellOf(page).locator('input.cell-link');
  await expect(field).toHaveValue(/#cell=momentum\/controls&code=/);
  const all = await field.evaluate(
    (input: HTMLInputElement) => input.selectionEnd === input.value.length,
  );
  expect(all).toBe(true);
});

test('a text too long for a link says so', async ({ page }) => {
  await page.goto('en/momentum/');
  // Noise, so that it does not pack well.
  const noise = Array.from({ length: 20_000 }, (_, k) =>
    ((k * 7919 + 13) ** 2 % 99991).toString(36),
  );
  await setSource(cellOf(page), `// ${noise.join('')}`);
  await cellOf(page).getByRole('button', { name: 'Share' }).click();
  await expect(cellOf(page).locator('[data-status]')).toContainText('too long for a link');
});

for (const [language, head] of [
  ['zh', '// 下降 · momentum/controls'],
  ['en', '// Descent · momentum/controls'],
] as const) {
  test(`${language}: a cell is saved as .ts, exactly as it stands, under a head that says where it is from`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    await setSource(cellOf(page), TEXT);
    const coming = page.waitForEvent('download');
    await cellOf(page).getByRole('button', { name: '.ts' }).press('Enter');
    const file = await coming;
    expect(file.suggestedFilename()).toBe('momentum-controls.ts');
    const text = await file.createReadStream().then(async (stream) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      return Buffer.concat(parts).toString();
    });
    expect(text.startsWith(head)).toBe(true);
    expect(text.endsWith(`\n\n${TEXT}\n`)).toBe(true);
    expect(text).toContain(`/${language}/momentum/#cell=momentum/controls`);
    // The import map that its head names is there, and so are the modules it gives.
    const map = / --import-map=(\S+) momentum-controls\.ts$/m.exec(text)?.[1] ?? '';
    const { imports } = (await (await page.request.get(map)).json()) as {
      imports: Record<string, string>;
    };
    for (const name of ['optim', 'problems', 'notebook']) {
      const module = await page.request.get(new URL(imports[name] ?? '', map).href);
      expect(await module.text(), name).toContain("from './descent.js'");
    }
  });
}
