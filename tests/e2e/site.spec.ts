import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { builtPage, pagesWithCells, sitePages, watchOrigin } from './pages.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const base = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');

test('the sitemap has every chapter in both languages', () => {
  const pages = sitePages();
  const zh = pages.filter((page) => page.startsWith('zh/')).map((page) => page.slice(3));
  const en = pages.filter((page) => page.startsWith('en/')).map((page) => page.slice(3));
  expect(zh.sort()).toEqual(en.sort());
  expect(zh).toContain('sgd/');
  expect(zh).toContain('momentum/');
});

test('every internal link and asset leads somewhere, headings included', () => {
  const broken: string[] = [];
  for (const page of sitePages()) {
    const html = builtPage(page);
    const here = new URL(`${base}${page}`, 'http://site.example');
    for (const [, , raw = ''] of html.matchAll(
      /<[^>]*\s(href|src|data-program|data-outcome|data-library)="([^"]+)"/g,
    )) {
      const target = new URL(raw.replaceAll('&amp;', '&'), here);
      if (target.origin !== here.origin) continue;
      if (!target.pathname.startsWith(base)) {
        broken.push(`${page}: ${raw} leaves the base path`);
        continue;
      }
      const path = decodeURIComponent(target.pathname.slice(base.length));
      const file = `${dist}${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}`;
      if (!existsSync(file)) broken.push(`${page}: ${raw}`);
      else if (target.hash && file.endsWith('.html')) {
        const id = decodeURIComponent(target.hash.slice(1));
        if (id !== '_top' && !readFileSync(file, 'utf8').includes(`id="${id}"`)) {
          broken.push(`${page}: no #${id} in ${path}`);
        }
      }
    }
  }
  expect(broken).toEqual([]);
});

test('the licences of all that is shipped stand beside it', () => {
  const text = readFileSync(`${dist}third-party.txt`, 'utf8');
  const entries = text.split(/^─{78}\n/m).slice(1);
  const found = new Map(entries.map((entry) => [/^\S+/.exec(entry)?.[0] ?? '', entry]));
  expect(found.size).toBe(entries.length);
  // Of the editor, its worker, the compiler of edits, figures, equations, the frame of the page, the search.
  for (const [name, licence] of [
    ['@codemirror/view', /MIT[\s\S]*Permission is hereby granted/],
    ['typescript', /Apache License[\s\S]*THIRD PARTY/i],
    ['comlink', /Apache License/],
    ['sucrase', /MIT[\s\S]*Permission is hereby granted/],
    ['@observablehq/plot', /ISC[\s\S]*Permission to use, copy, modify/],
    ['d3-scale', /ISC[\s\S]*Permission to use, copy, modify/],
    ['katex', /MIT[\s\S]*Permission is hereby granted/],
    ['@astrojs/starlight', /MIT[\s\S]*Permission is hereby granted/],
    ['pagefind', /MIT[\s\S]*Permission is hereby granted/],
  ] as const) {
    expect(found.get(name) ?? `no ${name}`).toMatch(licence);
  }
  // What only builds and tests the site is none of it.
  for (const name of ['vite', 'linkedom', 'esbuild']) expect([...found.keys()]).not.toContain(name);
});

for (const path of sitePages()) {
  test(`/${path} weighs what it may (HTML 120 KB, JavaScript before the first move 20 KB, brotli) and fits narrow screens`, async ({
    page,
  }) => {
    // Quality 9 of 11: ten times as fast, a few per cent larger, so the budget is kept with room to spare.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    const brotli = (data: Buffer | string) => brotliCompressSync(data, { params }).length;
    const html = builtPage(path);
    const inline = [
      ...html.matchAll(/<script(?![^>]*(?:src=|application\/))[^>]*>([\s\S]*?)<\/script>/g),
    ];
    let scripts = brotli(inline.map(([, code]) => code).join('\n'));
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.ok() && response.request().resourceType() === 'script') {
        sizes.push(response.body().then(brotli));
      }
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    for (const size of await Promise.all(sizes)) scripts += size;
    console.log(
      `  /${path}: HTML ${(brotli(html) / 1024).toFixed(1)} KB, JavaScript ${(scripts / 1024).toFixed(1)} KB`,
    );
    expect(brotli(html), 'HTML').toBeLessThan(120 * 1024);
    expect(scripts, 'JavaScript').toBeLessThan(20 * 1024);
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 720 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

/** A choice of pages of each kind: to compare colours takes longest by far. */
const DARK = ['', 'zh/', 'zh/adam/', 'zh/digits/', 'zh/history/', 'zh/playground/', 'zh/tour/'];

for (const path of sitePages()) {
  test(`axe finds nothing on /${path}`, async ({ page, baseURL }) => {
    test.slow();
    const strangers = watchOrigin(page, baseURL ?? '');
    const themes = DARK.includes(path) ? (['light', 'dark'] as const) : (['light'] as const);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(path);
      // What is hidden from assistive technology, or is one image with a name, has nothing inside to find:
      // the names of figures have a test of their own. Taken away, and not only excluded, it costs no time either.
      await page.evaluate(() => {
        for (const part of document.querySelectorAll('.katex-html > *, svg.fig-drawing > *')) {
          part.remove();
        }
        // Code wears the same few colours in every block.
        for (const code of [...document.querySelectorAll('pre > code')].slice(3)) {
          code.textContent = 'code';
        }
      });
      const axe = new AxeBuilder({ page });
      // Only colours differ in the dark; and both languages wear the same.
      if (theme === 'dark') axe.withRules(['color-contrast']);
      else if (path.startsWith('en/')) axe.disableRules(['color-contrast']);
      const { violations } = await axe.analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      );
      expect(found, theme).toEqual([]);
    }
    expect(strangers).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of pagesWithCells()) {
    test(`/${path} reads whole`, async ({ page }) => {
      await page.goto(path);
      const cells = page.locator('code-cell');
      for (let i = 0; i < (await cells.count()); i++) {
        const cell = cells.nth(i);
        const id = await cell.getAttribute('data-cell');
        await expect(cell.locator('[data-source]'), id ?? '').not.toBeEmpty();
        await expect(
          cell.locator('[data-checks] li, [data-error]:not([hidden])').first(),
          id ?? '',
        ).toBeAttached();
      }
      await expect(page.locator('[data-output] svg').first()).toBeVisible();
      await expect(page.locator('.katex').first()).toBeVisible();
      // No dead buttons: what needs a script is not shown.
      for (const button of await page.locator('main button').all()) {
        await expect(button).toBeHidden();
      }
    });
  }
});

test('the language switch keeps the page, and the heading in view', async ({ page }) => {
  await page.goto('zh/momentum/#practice');
  const link = page.getByRole('link', { name: 'English' }).first();
  await link.click();
  await expect(page).toHaveURL(/\/en\/momentum\/#practice$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  // A script tells the link which section is in view.
  await page.waitForLoadState('load');
  await page.getByRole('link', { name: '中文' }).first().click();
  await expect(page).toHaveURL(/\/zh\/momentum\/#practice$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the first page offers both languages and names them', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('link', { name: /中文/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /English/ }).first()).toBeVisible();
  expect(await page.locator('link[rel="alternate"][hreflang]').count()).toBeGreaterThanOrEqual(2);
});

test('a page that is not there says so in both languages', async ({ page }) => {
  const response = await page.goto('zh/nothing-here/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('body')).toContainText('404');
  await expect(page.getByRole('link').first()).toBeVisible();
});

for (const [language, button, query, slug] of [
  ['zh', '搜索', '动量', 'momentum'],
  ['zh', '搜索', '鞍点', 'sgd'],
  ['en', 'Search', 'saddle', 'sgd'],
  ['en', 'Search', 'momentum', 'momentum'],
] as const) {
  test(`search in ${language} finds ${query}`, async ({ page }) => {
    const early: string[] = [];
    page.on('request', (request) => early.push(request.url()));
    await page.goto(`${language}/`);
    await page.waitForLoadState('networkidle');
    expect(early.filter((url) => url.includes('pagefind'))).toEqual([]);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole('dialog').getByRole('searchbox').fill(query);
    await expect(
      page.getByRole('dialog').locator(`a[href*="/${language}/${slug}/"]`).first(),
    ).toBeVisible({ timeout: 15_000 });
  });
}

for (const [language, button, query] of [
  ['zh', '搜索', '动量'],
  ['en', 'Search', 'momentum'],
] as const) {
  test(`search in ${language} tells of ${query} without TeX and buttons`, async ({ page }) => {
    await page.goto(`${language}/`);
    await page.getByRole('button', { name: button }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill(query);
    await expect(dialog.locator('mark').nth(20)).toBeVisible({ timeout: 15_000 });
    const said = (await dialog.textContent()) ?? '';
    expect(said).not.toMatch(/\\(momentum|lr|frac|text|begin)|运行\s*停止|Run\s*Stop/);
  });
}
