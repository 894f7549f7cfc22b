import { expect, test } from '@playwright/test';
import { ended, names, setSource } from './pages.ts';

for (const [language, left] of [
  ['zh', /^运行中 · \d+ % · [\d.]+ \/ 20 秒 · 约剩 (\d+) 秒$/],
  ['en', /^running · \d+ % · [\d.]+ \/ 20 s · about (\d+) s left$/],
] as const) {
  test(`${language}: the status says how long a run with progress has to go`, async ({ page }) => {
    await page.goto(`${language}/sgd/`);
    const cell = page.locator('code-cell').first();
    await cell.scrollIntoViewIfNeeded();
    await setSource(
      cell,
      `import { check, progress } from 'notebook';
for (let i = 1; i <= 50; i++) {
  await new Promise((resume) => setTimeout(resume, 80));
  await progress(i, 50);
}
check.that(true, 'over');`,
    );
    // Whatever the status said, in order.
    const told = await cell.evaluateHandle((element) => {
      const texts: string[] = [];
      const status = element.querySelector('[data-status]') as HTMLElement;
      new MutationObserver(() => texts.push(status.textContent ?? '')).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      return texts;
    });
    await cell.getByRole('button', { name: names[language].run, exact: true }).click();
    expect(await ended(cell)).toBe('done');
    const texts = await told.jsonValue();
    expect(texts.filter((text) => /[ ·]0\.\d \/ 20/.test(text)).join()).not.toMatch(/left|剩/);
    const seconds = texts.flatMap((text) => {
      const found = left.exec(text);
      return found ? [Number(found[1])] : [];
    });
    expect(seconds.length, texts.join('\n')).toBeGreaterThan(5);
    expect(Math.max(...seconds)).toBeLessThan(20);
    expect(seconds.at(-1)).toBeLessThanOrEqual(2);
    await expect(cell.locator('[data-status]')).not.toHaveText(/left|剩/);
  });
}
