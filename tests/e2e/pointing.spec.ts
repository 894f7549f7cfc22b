import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, setSource } from './pages.ts';

const figureOf = (page: Page, cell: string, kind: string) =>
  page.locator(`code-cell[data-cell="${cell}"] figure[data-kind="${kind}"]`).first();

/** Where a share of a drawing's width and height stands on the screen. */
async function placeIn(figure: Locator, across: number, down: number): Promise<[number, number]> {
  await figure.scrollIntoViewIfNeeded();
  const box = await figure.locator('svg.fig-drawing').boundingBox();
  if (!box) throw new Error('the drawing has no place');
  return [box.x + across * box.width, box.y + down * box.height];
}

/** Everything that could be pushed aside. */
const heights = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

for (const language of ['zh', 'en'] as const) {
  const zh = language === 'zh';

  test(`${language}: pointing tells the values of what is nearest, and moves nothing`, async ({
    page,
  }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${language}/momentum/`);
    const figure = figureOf(page, 'momentum/controls', 'lossCurve');
    const [x, y] = await placeIn(figure, 0.5, 0.5);
    await expect(figure.locator('.fig-tip'), 'nothing until it is wanted').toHaveCount(0);
    expect(loaded.filter((url) => /interactive|outcome/.test(url))).toEqual([]);
    const before = await heights(page);
    await page.mouse.move(x, y);
    const tip = figure.locator('.fig-tip');
    await expect(tip).toBeVisible();
    await expect(tip).toContainText('Momentum');
    await expect(tip).toContainText(zh ? '损失' : 'loss');
    const first = await tip.textContent();
    await page.mouse.move(x + 100, y);
    await expect(tip).not.toHaveText(first ?? '');
    expect(await heights(page)).toBe(before);
    const [box, stage] = await Promise.all([
      tip.boundingBox(),
      figure.locator('.fig-stage').boundingBox(),
    ]);
    expect(box!.x).toBeGreaterThanOrEqual(stage!.x - 1);
    expect(box!.x + box!.width).toBeLessThanOrEqual(stage!.x + stage!.width + 1);
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
    await page.mouse.move(x, y);
    await expect(tip).toBeVisible();
    await page.mouse.move(2, y);
    await expect(tip).toBeHidden();
  });

  test(`${language}: the arrow keys walk the points of a drawing`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const figure = figureOf(page, 'momentum/ravine', 'lossCurve');
    await figure.scrollIntoViewIfNeeded();
    await figure.locator('xpath=preceding::button[1]').focus();
    await page.keyboard.press('Tab');
    await expect(figure.locator('svg.fig-drawing')).toBeFocused();
    const tip = figure.locator('.fig-tip');
    const rows = tip.locator('.fig-row b');
    await expect(rows.first()).toHaveText('60');
    await page.keyboard.press('Home');
    await expect(rows.first()).toHaveText('0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(rows.first()).toHaveText('2');
    const name = await tip.locator('.fig-of').textContent();
    await page.keyboard.press('ArrowDown');
    await expect(tip.locator('.fig-of')).not.toHaveText(name ?? '');
    await expect(rows.first(), 'the point above or below').toHaveText('2');
    // Said aloud once the reader stays.
    const said = figure.locator('.fig-said');
    await expect(said).toContainText(`${zh ? '步数' : 'step'} 2`);
    await page.keyboard.press('Tab');
    await expect(tip).toBeHidden();
  });

  test(`${language}: a click on the surface chooses the start, and the cell runs from there`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = page.locator('code-cell[data-cell="momentum/controls"]');
    const figure = figureOf(page, 'momentum/controls', 'trajectory');
    await expect(figure.locator('.fig-hint')).toBeVisible();
    const fields = cell.getByRole('group', { name: zh ? '起点' : 'start' }).getByRole('spinbutton');
    await expect(fields.nth(0)).toHaveValue('-0.1');
    const circle = () =>
      figure.locator('.fig-starts circle').evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        return [left + width / 2, top + height / 2];
      });
    const [x, y] = await placeIn(figure, 0.7, 0.4);
    await page.mouse.click(x, y);
    await expect.poll(async () => Number(await fields.nth(0).inputValue())).toBeGreaterThan(0);
    await expect(cell).toHaveAttribute('data-state', 'done');
    // The run begins where the reader clicked.
    const [cx, cy] = await circle();
    expect(Math.hypot(cx! - x, cy! - y)).toBeLessThan(3);
    const values = await fields.evaluateAll((all) =>
      all.map((field) => Number((field as HTMLInputElement).value)),
    );
    const outcome = await cell.evaluate(async (element) => {
      const { outputs } = (await (
        element as unknown as { outcome(): Promise<{ outputs: unknown[] }> }
      ).outcome()) as { outputs: { spec: { runs: { x: number[]; y: number[] }[] } }[] };
      const [run] = outputs[0]!.spec.runs;
      return [run!.x[0], run!.y[0]];
    });
    expect(outcome).toEqual(values);
    // Again, in the figure that was drawn anew.
    const [x2, y2] = await placeIn(figure, 0.3, 0.6);
    await page.mouse.click(x2, y2);
    await expect.poll(async () => Number(await fields.nth(0).inputValue())).toBeLessThan(0);
    await expect(cell).toHaveAttribute('data-checks-failed', '0');
    await cell.getByRole('button', { name: zh ? '重置' : 'Reset', exact: true }).click();
    await expect(fields.nth(0)).toHaveValue('-0.1');
  });

  test(`${language}: a point is set by keyboard alone, and brought back into its range`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const cell = page.locator('code-cell[data-cell="momentum/controls"]');
    const field = (axis: string) =>
      cell.getByRole('spinbutton', { name: `${zh ? '起点' : 'start'} ${axis}` });
    await field('x').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('0.05');
    const used = () =>
      cell.evaluate(async (element) => {
        const { inputs } = await (
          element as unknown as {
            outcome(): Promise<{ inputs: { id: string; value: unknown }[] }>;
          }
        ).outcome();
        return inputs.find(({ id }) => id === 'start')?.value;
      });
    await expect.poll(used).toEqual([0.05, 0.02]);
    await expect(field('x'), 'the field the reader types into stays theirs').toBeFocused();
    await page.keyboard.press('Tab');
    await expect(field('y')).toBeFocused();
    for (const [typed, value] of [
      ['1e308', 0.025],
      ['-7', -0.025],
      ['', 0.02],
      ['0.01', 0.01],
    ] as const) {
      await field('y').fill(typed);
      await expect.poll(used, typed).toEqual([0.05, value]);
      if (String(value) !== typed) {
        await expect(cell.locator('[data-status]')).toContainText(zh ? '已调整为' : 'adjusted to');
      }
      await expect(field('y'), 'what is being typed is left alone').toHaveValue(typed);
      await field('y').press('Enter');
    }
    await field('y').press('Tab');
    await expect(field('y')).toHaveValue('0.01');
  });

  test(`${language}: playing tells the state of every run; the speed can be chosen`, async ({
    page,
  }) => {
    await page.goto(`${language}/momentum/`);
    const figure = figureOf(page, 'momentum/ravine', 'trajectory');
    await figure.scrollIntoViewIfNeeded();
    const scrub = figure.getByRole('slider');
    await scrub.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(scrub).toHaveValue('2');
    const table = figure.locator('.fig-state');
    await expect(table.locator('tbody tr')).toHaveCount(2);
    await expect(table.locator('thead')).toContainText(zh ? '损失' : 'loss');
    await expect(table.locator('tbody tr').first()).toContainText('SGD');
    await expect(scrub).toHaveAttribute('aria-valuetext', /2.*SGD.*Momentum/);
    const early = await table.textContent();
    const speed = figure.getByRole('combobox', { name: zh ? '速度' : 'Speed' });
    await speed.selectOption('4');
    await page.keyboard.press('Home');
    const begun = Date.now();
    await scrub.fill('0');
    await figure.getByRole('button', { name: zh ? '播放' : 'Play' }).click();
    await expect(scrub).toHaveValue('60', { timeout: 5000 });
    // 6 s at 1×; whatever else the machine does, at 4× it is not that long.
    expect(Date.now() - begun).toBeLessThan(5000);
    await expect(table).not.toHaveText(early ?? '');
    await expect(figure.getByRole('button', { name: zh ? '播放' : 'Play' })).toBeVisible();
    const other = figureOf(page, 'momentum/controls', 'trajectory');
    await other.scrollIntoViewIfNeeded();
    await other.getByRole('slider').fill('1');
    await expect(other.getByRole('combobox'), 'one speed for the page').toHaveValue('4');
  });
}

test('Enter starts the cell from the point that the arrow keys have reached', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = page.locator('code-cell[data-cell="momentum/controls"]');
  const figure = figureOf(page, 'momentum/controls', 'trajectory');
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('svg.fig-drawing').focus();
  await expect(figure.locator('.fig-tip')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const said = figure.locator('.fig-tip .fig-row b');
  await expect(said.first()).toHaveText('1');
  await page.keyboard.press('Enter');
  const x = cell.getByRole('spinbutton', { name: 'start x' });
  await expect(x).not.toHaveValue('-0.1');
  await expect(
    figure.locator('svg.fig-drawing'),
    'the reader stands in the new drawing',
  ).toBeFocused();
});

test('every kind of figure has values to tell', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = page.locator('code-cell').first();
  await setSource(
    cell,
    `import { check, display, bars, heatmap, histogram, images, lines, scatter } from 'notebook';
const series = [{ label: 's', x: [0, 1, 2], y: [3, 4, 5] }];
display(
  lines({ series }), scatter({ series }),
  bars({ bars: [{ label: 's', value: 4 }] }),
  histogram({ values: [1, 2, 2, 3], bins: 3 }),
  heatmap({ x: { values: [1, 2] }, y: { values: [1, 2] }, values: [[1, 2], [3, 4]], color: {} }),
  images({ width: 3, height: 3, images: [{ label: 's', pixels: [1, 2, 3, 4, 5, 6, 7, 8, 9] }] }),
);
check.that(true, 'drawn');`,
  );
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell)).toBe('done');
  for (const kind of ['lines', 'scatter', 'bars', 'histogram', 'heatmap', 'images']) {
    const figure = cell.locator(`figure[data-kind="${kind}"]`);
    await page.mouse.move(0, 0);
    await page.mouse.move(...(await placeIn(figure, kind === 'images' ? 0.08 : 0.5, 0.5)));
    await expect(figure.locator('.fig-tip'), kind).toBeVisible();
    await expect(figure.locator('.fig-tip .fig-row b').last(), kind).toHaveText(/\d/);
  }
});

test('without a network a drawing that is pointed at says nothing, and answers later', async ({
  page,
  context,
}) => {
  await page.goto('en/momentum/');
  const figure = figureOf(page, 'momentum/ravine', 'lossCurve');
  const place = await placeIn(figure, 0.5, 0.5);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route(/cells\/momentum\/ravine.*json/, (route) => route.abort());
  await page.mouse.move(...place);
  await page.waitForTimeout(300);
  await expect(figure.locator('.fig-tip')).toHaveCount(0);
  await page.unroute(/cells\/momentum\/ravine.*json/);
  await page.mouse.move(0, 0);
  await page.mouse.move(...place);
  await expect(figure.locator('.fig-tip')).toBeVisible();
  expect(errors).toEqual([]);
  void context;
});

test.describe('by touch, on a narrow screen', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a tap tells the values, another elsewhere puts them away', async ({ page }) => {
    await page.goto('zh/adam/');
    const figure = figureOf(page, 'adam/sweep', 'heatmap');
    await page.touchscreen.tap(...(await placeIn(figure, 0.5, 0.5)));
    const tip = figure.locator('.fig-tip');
    await expect(tip).toBeVisible();
    const box = await tip.boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    const across = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(across, 'nothing sticks out').toBeLessThanOrEqual(360);
    await page.touchscreen.tap(180, 5);
    await expect(tip).toBeHidden();
  });

  test('a tap on the surface chooses the start', async ({ page }) => {
    await page.goto('en/momentum/');
    const cell = page.locator('code-cell[data-cell="momentum/controls"]');
    const figure = figureOf(page, 'momentum/controls', 'trajectory');
    await page.touchscreen.tap(...(await placeIn(figure, 0.7, 0.45)));
    const x = cell.getByRole('spinbutton', { name: 'start x' });
    await expect.poll(async () => Number(await x.inputValue())).toBeGreaterThan(0);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a figure promises nothing that it cannot do', async ({ page }) => {
    await page.goto('en/momentum/');
    const figure = figureOf(page, 'momentum/controls', 'trajectory');
    await expect(figure.locator('svg.fig-drawing')).toBeVisible();
    await expect(figure.locator('.fig-hint')).toBeHidden();
    await expect(figure.locator('svg.fig-drawing')).not.toHaveAttribute('tabindex', /./);
    await expect(figure.locator('svg.fig-drawing')).not.toHaveCSS('cursor', 'crosshair');
  });
});
