import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, setSource } from './pages.ts';

const SLIDER = `import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, slider, trajectory } from 'notebook';
const lr = slider('η', { min: 0.001, max: 0.02, value: 0.01, log: true });
const run = minimize(ravine, (params) => new SGD(params, { lr }), { steps: 1000 });
display(trajectory(ravine, run), lr);
check.that(true, 'runs');`;

/** A cell with a slider that has run. */
async function withSlider(page: Page): Promise<Locator> {
  await page.goto('en/momentum/');
  const cell = page.locator('code-cell').first();
  await setSource(cell, SLIDER);
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell)).toBe('done');
  return cell;
}

/** Counts how often a cell's state is set from now on: twice a run. */
async function watchStates(cell: Locator): Promise<() => Promise<number>> {
  await cell.evaluate((element) => {
    const seen = Object.assign(element, { states: 0 });
    new MutationObserver((records) => (seen.states += records.length)).observe(element, {
      attributes: true,
      attributeFilter: ['data-state'],
    });
  });
  return () => cell.evaluate((element) => (element as unknown as { states: number }).states);
}

test('fifty moves at once are a few runs, and the last value is the one shown', async ({
  page,
}) => {
  const cell = await withSlider(page);
  const states = await watchStates(cell);
  const last = await cell.evaluate((element) => {
    const slider = element.querySelector<HTMLInputElement>('[data-inputs] input')!;
    for (let i = 1; i <= 50; i++) {
      slider.value = String(10 * i);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
    return 0.001 * 20 ** 0.5;
  });
  await expect(cell.locator('[data-output] .cell-value')).toHaveText(last.toPrecision(3));
  await expect(cell).toHaveAttribute('data-state', 'done');
  await page.waitForTimeout(300);
  expect(await states(), 'at most three runs').toBeLessThanOrEqual(6);
});

test('a slider runs the cell again without moving, and so laying out, the page below', async ({
  page,
}) => {
  const cell = await withSlider(page);
  const heights = await cell.evaluate(async (element) => {
    const slider = element.querySelector<HTMLInputElement>('[data-inputs] input')!;
    const seen = new Set<number>();
    const states = new Set<string | undefined>();
    for (let move = 1; move <= 3; move++) {
      slider.value = String(300 + 10 * move);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      const begun = performance.now();
      while (performance.now() - begun < 250) {
        seen.add(element.getBoundingClientRect().height);
        states.add((element as HTMLElement).dataset['state']);
        await new Promise((resume) => requestAnimationFrame(resume));
      }
    }
    return { seen: [...seen], states: [...states] };
  });
  expect(heights.states).toContain('done');
  // Fractions of a pixel count: they move all that follows.
  expect(heights.seen).toHaveLength(1);
});

test('a drag is answered all along, and the handle stays under the hand', async ({ page }) => {
  const cell = await withSlider(page);
  const seen = await cell.evaluate(async (element) => {
    const slider = element.querySelector<HTMLInputElement>('[data-inputs] input')!;
    const figures = new Set<Element | null>();
    let jumps = 0;
    let put = '';
    for (let i = 1; i <= 120; i++) {
      if (put && slider.value !== put) jumps++;
      put = slider.value = String(8 * i);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 16));
      figures.add(element.querySelector('[data-output] figure'));
    }
    return { figures: figures.size, jumps, kept: slider.isConnected };
  });
  expect(seen.jumps).toBe(0);
  expect(seen.kept).toBe(true);
  expect(seen.figures, 'new pictures while it is dragged').toBeGreaterThan(3);
});

test('from a move to the figure (printed, not judged)', async ({ page }) => {
  const cell = await withSlider(page);
  const times = await cell.evaluate(async (element) => {
    const slider = element.querySelector<HTMLInputElement>('[data-inputs] input')!;
    const all: number[] = [];
    for (let i = 0; i < 10; i++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      const before = element.querySelector('figure');
      const begun = performance.now();
      slider.value = String(200 + 50 * i);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (element.querySelector('figure') === before || element.dataset['state'] === 'running') {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      all.push(performance.now() - begun);
    }
    return all;
  });
  console.log(`  slider to figure: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
  expect(times).toHaveLength(10);
});

test('each run has a worker that no other run has had', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = page.locator('code-cell').first();
  await setSource(
    cell,
    `import { check, display } from 'notebook';
const before = (globalThis as { visits?: number }).visits ?? 0;
(globalThis as { visits?: number }).visits = before + 1;
display(before);
check.that(before === 0, 'nothing is left of an earlier run');`,
  );
  for (let i = 0; i < 4; i++) {
    await cell.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(cell).toHaveAttribute('data-state', 'done');
    await expect(cell.locator('[data-output]')).toHaveText('0');
  }
});

test('a fault has its line in every run, whichever worker it has', async ({ page }) => {
  await page.goto('en/momentum/');
  const cell = page.locator('code-cell').first();
  for (const [source, line] of [
    ['const a = 1;\n\nthrow new Error("three");', '3'],
    ['const f = () => {\n  throw new Error("two");\n};\nawait null;\nf();', '2'],
    // The compiler lets it pass, the worker does not.
    ['const b = 1;\nconst c = 2;\nlet b = 3;', '3'],
  ] as const) {
    for (let i = 0; i < 2; i++) {
      await setSource(cell, source);
      await cell.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(cell).toHaveAttribute('data-state', 'failed');
      await expect(cell.locator('[data-error]')).toHaveAttribute('data-line', line);
    }
  }
});

test.describe('by touch, on a narrow screen', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a slider answers a tap on its track', async ({ page }) => {
    await page.goto('zh/momentum/');
    const cell = page.locator('code-cell[data-cell="momentum/controls"]');
    const slider = cell.getByRole('slider').first();
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    await page.touchscreen.tap(box!.x + 0.9 * box!.width, box!.y + box!.height / 2);
    await expect(cell).toHaveAttribute('data-state', 'done');
    const shown = Number(await cell.locator('.input output').first().textContent());
    expect(shown).toBeGreaterThan(0.035);
    expect(shown).toBe(Number(await slider.inputValue()));
  });
});

for (const language of ['zh', 'en'] as const) {
  test(`${language}: slider, number, select and toggle by keyboard`, async ({ page }) => {
    await page.goto(`${language}/momentum/`);
    const cell = page.locator('code-cell').first();
    await setSource(
      cell,
      `import { check, display, number, select, slider, toggle } from 'notebook';
const a = slider('a', { min: 0, max: 10, value: 5, step: 0.5 });
const b = slider('b', { min: 0.001, max: 10, value: 0.1, log: true });
const n = number('n', { min: 0, max: 9, value: 4, step: 2 });
const s = select('s', { options: ['one', 'two', 'three'], value: 'one' });
const t = toggle('t', { value: false });
display([a, b, n, s, t].join(' '));
check.that(true, 'runs');`,
    );
    await cell
      .getByRole('button', { name: language === 'zh' ? '运行' : 'Run', exact: true })
      .click();
    const output = cell.locator('[data-output]');
    await expect(output).toHaveText('5 0.1 4 one false');
    await cell.getByRole('slider', { name: 'a' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(output).toHaveText('5.5 0.1 4 one false');
    await page.keyboard.press('Tab');
    await expect(cell.getByRole('slider', { name: 'b' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(output).toHaveText('5.5 10 4 one false');
    await expect(cell.getByRole('slider', { name: 'b' })).toHaveAttribute('aria-valuetext', '10');
    await page.keyboard.press('Home');
    await expect(output).toHaveText('5.5 0.001 4 one false');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await expect(output, 'a number goes by its steps').toHaveText('5.5 0.001 6 one false');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(output).toHaveText('5.5 0.001 6 two false');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(output).toHaveText('5.5 0.001 6 two true');
  });
}
