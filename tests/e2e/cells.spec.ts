import { expect, test, type Locator } from '@playwright/test';
import { ended, namesOn, pagesWithCells, watchOrigin, type CodeCellElement } from './pages.ts';

/** What the cell shows; how often progress was said depends on the clock and does not count. */
async function outcomeOf(cell: Locator): Promise<unknown> {
  const outcome = await cell.evaluate((element) => (element as CodeCellElement).outcome());
  return { ...(outcome as object), progress: undefined };
}

/** The numbers and texts that stand in the output: curves, contours, tables, sentences. */
function shown(cell: Locator): Promise<string[]> {
  return cell.locator('[data-output]').evaluate((output) => {
    const paths = [...output.querySelectorAll('[d]')].map((path) => path.getAttribute('d') ?? '');
    const texts = [...output.children].map((child) => child.textContent ?? '');
    return [...texts, ...paths];
  });
}

/**
 * Engines may differ in the last bit of Math.exp, Math.tanh and the like, which a long run can magnify;
 * everything else they compute alike.
 */
const ENGINES = 1e-6;

/** Where two outcomes differ: numbers by more than what engines may, anything else at all. */
function difference(built: unknown, ran: unknown, at = 'outcome'): string | undefined {
  if (typeof built === 'number' && typeof ran === 'number') {
    const same =
      Object.is(built, ran) ||
      Math.abs(built - ran) <= ENGINES * Math.max(1e-6, Math.abs(built), Math.abs(ran));
    return same ? undefined : `${at}: ${built} was built, ${ran} was run`;
  }
  if (typeof built !== 'object' || typeof ran !== 'object' || !built || !ran) {
    return built === ran ? undefined : `${at}: ${String(built)} was built, ${String(ran)} was run`;
  }
  const keys = new Set([...Object.keys(built), ...Object.keys(ran)]);
  for (const key of keys) {
    const found = difference(
      (built as Record<string, unknown>)[key],
      (ran as Record<string, unknown>)[key],
      `${at}.${key}`,
    );
    if (found) return found;
  }
  return undefined;
}

for (const path of pagesWithCells()) {
  test(`every cell of /${path} runs, passes its checks and gives the numbers of the page`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const strangers = watchOrigin(page, baseURL ?? '');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(path);
    const cells = page.locator('code-cell');
    const count = await cells.count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      const cell = cells.nth(i);
      const id = (await cell.getAttribute('data-cell')) ?? '';
      const exercise = await cell.evaluate((element) => !!element.closest('[data-exercise]'));
      const before = await shown(cell);
      const built = await outcomeOf(cell);
      await cell.getByRole('button', { name: namesOn(path).run, exact: true }).click();
      const state = await ended(cell, 90_000);
      const failed = Number(await cell.getAttribute('data-checks-failed'));
      if (exercise) {
        expect(state === 'failed' || failed > 0, `${id}: the start must fail`).toBe(true);
        continue;
      }
      const said = (await cell.locator('[data-error]').textContent()) ?? '';
      expect(state, `${id}: ${said}`).toBe('done');
      const checks = await cell.locator('[data-checks] li').allTextContents();
      expect(failed, `${id}: ${checks.join(' | ')}`).toBe(0);
      expect(Number(await cell.getAttribute('data-checks-passed')), id).toBeGreaterThan(0);
      const ran = await outcomeOf(cell);
      expect(difference(built, ran), id).toBeUndefined();
      const after = await shown(cell);
      if (JSON.stringify(built) === JSON.stringify(ran)) {
        expect(after, `${id}: the figure drawn by the page is the one built`).toEqual(before);
      } else {
        expect(after.length, `${id}: as many curves as were built`).toBe(before.length);
      }
    }
    expect(strangers, 'requests that leave the origin').toEqual([]);
    expect(errors, 'errors of the page').toEqual([]);
  });

  test(`the solution of every exercise of /${path} passes`, async ({ page }) => {
    test.slow();
    await page.goto(path);
    const exercises = page.locator('[data-exercise]');
    for (let i = 0; i < (await exercises.count()); i++) {
      const exercise = exercises.nth(i);
      const name = await exercise.getAttribute('data-exercise');
      const solution = await exercise.locator('[data-solution] code').textContent();
      expect(solution?.trim(), `${name} has a solution`).toBeTruthy();
      const cell = exercise.locator('code-cell');
      await cell.evaluate(async (element, text) => {
        const live = element as CodeCellElement;
        live.source = text;
        await live.run();
      }, solution ?? '');
      const said = await cell.locator('[data-checks] li, [data-error]').allTextContents();
      expect(await ended(cell), `${name}: ${said.join(' | ')}`).toBe('done');
      expect(await cell.getAttribute('data-checks-failed'), `${name}: ${said.join(' | ')}`).toBe(
        '0',
      );
      expect(Number(await cell.getAttribute('data-checks-passed')), name ?? '').toBeGreaterThan(0);
    }
  });
}
