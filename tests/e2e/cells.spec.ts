import { expect, test } from '@playwright/test';
import { namesOn, pagesWithCells, programOf, watchOrigin, type CodeCellElement } from './pages.ts';

/** How a run of a cell on the page ended, and where it differs from what was built. */
interface Tried {
  state: string;
  error: string;
  checks: string[];
  passed: number;
  failed: number;
  /** Where the numbers or texts are not the built ones. */
  difference: string | undefined;
  /** What is drawn, where it is not what was built though the numbers are. */
  drawn: string | undefined;
}

interface Tools {
  tryCell(cell: Element): Promise<Tried>;
  trySolution(cell: Element, text: string): Promise<Tried>;
}

/**
 * Puts into the page what runs a cell and compares it. What was built and what is run can be large, and there are
 * hundreds of cells: it all stays in the page, and the test gets what it found.
 */
function install(): void {
  /**
   * Engines may differ in the last bit of Math.exp, Math.tanh and the like, which a long run can magnify;
   * everything else they compute alike.
   */
  const ENGINES = 1e-6;

  /** Where two outcomes differ: numbers by more than what engines may, anything else at all. */
  function differenceOf(built: unknown, ran: unknown, at = 'outcome'): string | undefined {
    if (typeof built === 'number' && typeof ran === 'number') {
      const same =
        Object.is(built, ran) ||
        Math.abs(built - ran) <= ENGINES * Math.max(1e-6, Math.abs(built), Math.abs(ran));
      return same ? undefined : `${at}: ${built} was built, ${ran} was run`;
    }
    if (typeof built !== 'object' || typeof ran !== 'object' || !built || !ran) {
      return built === ran
        ? undefined
        : `${at}: ${String(built)} was built, ${String(ran)} was run`;
    }
    const keys = new Set([...Object.keys(built), ...Object.keys(ran)]);
    for (const key of keys) {
      const found = differenceOf(
        (built as Record<string, unknown>)[key],
        (ran as Record<string, unknown>)[key],
        `${at}.${key}`,
      );
      if (found) return found;
    }
    return undefined;
  }

  /** What the cell shows; how often progress was said depends on the clock and does not count. */
  async function outcomeOf(cell: CodeCellElement): Promise<object> {
    return { ...((await cell.outcome()) as object), progress: undefined };
  }

  /** The numbers and texts that stand in the output: curves, contours, tables, sentences. */
  function shownBy(cell: Element): string[] {
    const output = cell.querySelector('[data-output]') as Element;
    const paths = [...output.querySelectorAll('[d]')].map((path) => path.getAttribute('d') ?? '');
    return [...Array.from(output.children, (child) => child.textContent ?? ''), ...paths];
  }

  function ended({ dataset }: CodeCellElement): boolean {
    return !['idle', 'running'].includes(dataset['state'] ?? '');
  }

  function report(cell: CodeCellElement): Tried {
    return {
      state: cell.dataset['state'] ?? '',
      error: cell.querySelector('[data-error]')?.textContent ?? '',
      checks: Array.from(cell.querySelectorAll('[data-checks] li'), (li) => li.textContent ?? ''),
      passed: Number(cell.dataset['checksPassed']),
      failed: Number(cell.dataset['checksFailed']),
      difference: undefined,
      drawn: undefined,
    };
  }

  /** Presses Run, and compares what it gives with what was built. */
  async function tryCell(element: Element): Promise<Tried> {
    const cell = element as CodeCellElement;
    const [before, built] = [shownBy(cell), await outcomeOf(cell)];
    const end = new Promise<void>((resolve) => {
      const watch = () => ended(cell) && resolve();
      new MutationObserver(watch).observe(cell, { attributeFilter: ['data-state'] });
    });
    cell.querySelector<HTMLElement>('[data-action="run"]')?.click();
    await end;
    const [after, ran] = [shownBy(cell), await outcomeOf(cell)];
    const result = report(cell);
    result.difference = differenceOf(built, ran);
    if (JSON.stringify(built) === JSON.stringify(ran)) {
      const k = before.findIndex((text, i) => text !== after[i]);
      if (k >= 0) result.drawn = `${before[k]} was built, ${after[k]} was drawn`;
    }
    if (before.length !== after.length) {
      result.drawn = `${before.length} texts and curves were built, ${after.length} were drawn`;
    }
    return result;
  }

  async function trySolution(element: Element, text: string): Promise<Tried> {
    const cell = element as CodeCellElement;
    cell.source = text;
    await cell.run();
    return report(cell);
  }

  Object.assign(window, { tools: { tryCell, trySolution } satisfies Tools });
}

declare global {
  interface Window {
    tools: Tools;
  }
}

/** Cells that are given more time than this (s) are sweeps, which take all of the machine: they are run in Chinese. */
const QUICK = 20;

for (const path of pagesWithCells()) {
  test(`the cells of /${path} run, pass their checks and give the numbers of the page; solutions pass`, async ({
    page,
    baseURL,
  }) => {
    // The sweeps on real pictures take their time, and two pages share the machine.
    test.setTimeout(600_000);
    const strangers = watchOrigin(page, baseURL ?? '');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(install);
    await page.goto(path);
    const cells = await page.locator('code-cell').all();
    expect(cells.length).toBeGreaterThan(0);
    await expect(
      page.locator('code-cell').getByRole('button', { name: namesOn(path).run, exact: true }),
    ).toHaveCount(cells.length);
    for (const [k, cell] of cells.entries()) {
      const { id, limit, exercise, solution } = await cell.evaluate((element) => {
        const around = element.closest('[data-exercise]');
        const code = around?.querySelector('[data-solution] code')?.textContent;
        const { cell: id = '', limit } = element.dataset;
        return { id, limit: Number(limit), exercise: !!around, solution: code ?? '' };
      });
      // A cell is the same program in both languages, with other comments, and is run in one of them.
      const runsIn = limit > QUICK || k % 2 === 0 ? 'zh/' : 'en/';
      if (!path.startsWith(runsIn)) {
        expect(programOf(path, id), id).toBe(programOf(runsIn + path.slice(3), id));
        continue;
      }
      const tried = await cell.evaluate((element) => window.tools.tryCell(element));
      const said = [tried.error, ...tried.checks].join(' | ');
      if (exercise) {
        expect(tried.state === 'failed' || tried.failed > 0, `${id}: the start must fail`).toBe(
          true,
        );
        expect(solution.trim(), `${id} has a solution`).toBeTruthy();
        const solved = await cell.evaluate(
          (element, text) => window.tools.trySolution(element, text),
          solution,
        );
        const answer = [solved.error, ...solved.checks].join(' | ');
        expect(solved, `${id}, solved: ${answer}`).toMatchObject({ state: 'done', failed: 0 });
        expect(solved.passed, `${id}, solved`).toBeGreaterThan(0);
        continue;
      }
      expect(tried, `${id}: ${said}`).toMatchObject({ state: 'done', failed: 0 });
      expect(tried.passed, id).toBeGreaterThan(0);
      expect(tried.difference, id).toBeUndefined();
      expect(tried.drawn, `${id}: the figure drawn by the page is the one built`).toBeUndefined();
    }
    expect(strangers, 'requests that leave the origin').toEqual([]);
    expect(errors, 'errors of the page').toEqual([]);
  });
}
