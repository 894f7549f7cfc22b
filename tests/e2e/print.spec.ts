import { expect, test, type Page } from '@playwright/test';

/** The text column of an A4 sheet, in CSS pixels: 210 mm less the margins of print.css. */
const SHEET = Math.round(((210 - 36) / 25.4) * 96);

async function onPaper(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width: SHEET, height: 1000 });
  await page.goto(address);
  await page.emulateMedia({ media: 'print' });
}

const CONTROLS = [
  '.spine',
  '.page-tools',
  '.turns',
  '#search',
  'code-cell .cell-gutter',
  'code-cell .cell-inputs',
  'code-cell .cell-foot',
  'code-cell.folded .cell-code',
  '.fig-tools',
  'button',
  'input',
  'select',
  'summary',
].join(', ');

for (const slug of ['sgd', 'adam', 'digits', 'compare', 'exercises']) {
  for (const language of ['zh', 'en'] as const) {
    test(`${language}/${slug}: on paper there are no controls, and nothing is cut off`, async ({
      page,
    }) => {
      await onPaper(page, `${language}/${slug}/`);
      const shown = await page
        .locator(CONTROLS)
        .evaluateAll((elements) =>
          elements
            .filter((each) => (each as HTMLElement).checkVisibility())
            .map((each) => each.outerHTML.slice(0, 80)),
        );
      expect(shown).toEqual([]);
      const faults = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        return [...document.querySelectorAll<HTMLElement>('.prose *, .opening *')]
          .filter(
            (each) => each.checkVisibility() && !each.closest('.katex-mathml, .fig-said, svg'),
          )
          .flatMap((each) => {
            const box = each.getBoundingClientRect();
            const name = `${each.tagName}.${each.className} ${each.textContent.slice(0, 40)}`;
            // An equation's number ends in a strut of 2 pixels, which shows nothing.
            if (box.width > 0 && box.right > width + 3) return [`wider than the page: ${name}`];
            const { overflowX, overflowY } = getComputedStyle(each);
            const clips = overflowX !== 'visible' || overflowY !== 'visible';
            const cut =
              each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1;
            return clips && cut && each.clientWidth > 0 ? [`cut off: ${name}`] : [];
          });
      });
      expect(faults).toEqual([]);
    });
  }
}

test('figures and tables stay whole, headings stay with what follows', async ({ page }) => {
  await onPaper(page, 'en/adam/');
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each, name) => getComputedStyle(each).getPropertyValue(name), property);
  expect(await style('code-cell figure', 'break-inside')).toBe('avoid');
  expect(await style('.prose table', 'break-inside')).toBe('avoid');
  expect(await style('.prose .katex-display', 'break-inside')).toBe('avoid');
  expect(await style('.prose .heading', 'break-after')).toBe('avoid');
  const heights = await page
    .locator('code-cell figure')
    .evaluateAll((all) =>
      all
        .filter((each) => (each as HTMLElement).checkVisibility())
        .map((each) => each.getBoundingClientRect().height),
    );
  expect(heights.length).toBeGreaterThan(20);
  // The height of the sheet less its margins: what is taller is cut whatever the style sheet asks for.
  expect(Math.max(...heights)).toBeLessThan(((297 - 36) / 25.4) * 96);
});

test('links are spelled out: addresses, chapters, sections', async ({ page }) => {
  const after = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => getComputedStyle(each, '::after').content);
  await onPaper(page, 'en/adam/');
  expect(await after('.prose a[href="#amsgrad"][data-to]')).toContain('AMSGrad');
  expect(await after('.prose a[href="../sgd/#border"]')).toBe('none');
  await onPaper(page, 'zh/sgd/');
  expect(await after('.prose a[data-to]')).toMatch(/［.+］/);
  await page.emulateMedia({ media: 'screen' });
  expect(await after('.prose a[data-to]')).toBe('none');
});

test('an exercise is printed without its hints and its solution, unless they are open', async ({
  page,
}) => {
  await onPaper(page, 'en/sgd/');
  const exercise = page.locator('[data-exercise]').first();
  await expect(exercise.locator('[data-solution]')).toBeHidden();
  await expect(exercise.locator('.hint').first()).toBeHidden();
  await expect(exercise.locator('code-cell pre').first()).toBeVisible();
  await exercise.locator('[data-solution]').evaluate((each) => each.setAttribute('open', ''));
  await expect(exercise.locator('[data-solution] pre')).toBeVisible();
});

test('a reader in the dark prints black on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await onPaper(page, 'en/sgd/');
  const { paper, ink, line } = await page.evaluate(() => ({
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector('.prose p')!).color,
    line: getComputedStyle(document.documentElement).getPropertyValue('--opt-sgd').trim(),
  }));
  expect(paper).toBe('rgb(255, 255, 255)');
  expect(ink).toBe('rgb(32, 30, 27)');
  expect(line).toBe('#2360a5');
  await page.emulateMedia({ media: 'screen' });
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
    paper,
  );
});

test('the printer gets a document of A4 sheets', async ({ page }) => {
  await page.goto('zh/compare/');
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  const sheets = pdf.match(/\/Type \/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThan(3);
  expect(sheets.length).toBeLessThan(30);
});
