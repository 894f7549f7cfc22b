import { expect, test } from '@playwright/test';
import { ended } from './pages.ts';

/** Times are printed, not judged: other work on the machine would decide. */

const THOUSAND_STEPS = `import { SGD } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, trajectory } from 'notebook';
const run = minimize(ravine, (params) => new SGD(params, { lr: 0.0101 }), { steps: 1000 });
display(trajectory(ravine, run));
check.converges(run, { below: 1e-3 });`;

test('from Run to the figure', async ({ page }) => {
  const loaded: string[] = [];
  page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
  await page.goto('en/momentum/');
  await page.waitForLoadState('networkidle');
  const cell = page.locator('code-cell').first();
  await cell.scrollIntoViewIfNeeded();
  const before = loaded.length;

  /** From the click to the first frame after the output has changed and the run has ended. */
  const time = () =>
    cell.evaluate(async (element) => {
      const begun = performance.now();
      element.querySelector<HTMLElement>('[data-action="run"]')?.click();
      while (
        !['done', 'failed'].includes(element.dataset['state'] ?? '') ||
        performance.now() === begun
      ) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - begun;
    });
  const first = await time();
  const fetched = loaded.slice(before);
  await cell.evaluate((element) => (element.dataset['state'] = 'idle'));
  const again = await time();
  console.log(`  an unedited cell: first run ${first.toFixed(0)} ms, again ${again.toFixed(0)} ms`);
  console.log(`  the first run fetched ${fetched.join(' ')}`);
  expect(fetched.filter((path) => /compile|editor/.test(path))).toEqual([]);

  await cell.evaluate((element, text) => Object.assign(element, { source: text }), THOUSAND_STEPS);
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    await cell.evaluate((element) => (element.dataset['state'] = 'idle'));
    times.push(await time());
    expect(await ended(cell)).toBe('done');
    await expect(cell.locator('[data-output] figure')).toHaveCount(1);
  }
  console.log(`  a 1,000-step 2-D cell: ${times.map((ms) => ms.toFixed(0)).join(', ')} ms`);
});
