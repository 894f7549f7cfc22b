import { expect, test } from '@playwright/test';
import { sitePages } from './pages.ts';

/** Windows' contrast themes: the browser replaces the page's colours by a few of the reader's own. */
for (const [path, colorScheme] of [
  ['zh/adam/', 'light'],
  ['en/adam/', 'dark'],
  ['zh/', 'dark'],
  ['en/playground/', 'light'],
] as const) {
  test(`/${path} in forced colours (${colorScheme}): text, lines, controls and focus can be seen`, async ({
    page,
  }) => {
    expect(sitePages()).toContain(path);
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(path);
    const seen = await page.evaluate(() => {
      const probe = document.createElement('p');
      document.body.append(probe);
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const [canvas, text] = [system('Canvas'), system('CanvasText')];
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      const style = (element: Element) => getComputedStyle(element);
      const seen = {
        canvas,
        text,
        formulas: new Set(all('.katex, .katex [class*="q-"]').map((part) => style(part).color)),
        labels: new Set(all('.fig-drawing text').map((label) => style(label).fill)),
        // The lines of each figure, as its legend shows them, without their colours.
        lines: all('.fig-legend').map((legend) =>
          [...legend.querySelectorAll('.fig-sample')].map((sample) =>
            [...sample.querySelectorAll('path')]
              .map((path) => `${path.getAttribute('d')} ${style(path).strokeDasharray}`)
              .join(),
          ),
        ),
        buttons: all('button').filter((button) => (button as HTMLElement).offsetParent),
        hidden: [] as string[],
      };
      for (const button of seen.buttons) {
        const { color, backgroundColor } = style(button);
        if (color === backgroundColor) seen.hidden.push(button.outerHTML.slice(0, 120));
      }
      return {
        ...seen,
        formulas: [...seen.formulas],
        labels: [...seen.labels],
        buttons: seen.buttons.length,
      };
    });
    expect(seen.text).not.toBe(seen.canvas);
    for (const colour of seen.formulas) expect(colour, 'a formula').toBe(seen.text);
    for (const colour of seen.labels) expect(colour, 'a label of a figure').toBe(seen.text);
    for (const lines of seen.lines) expect([...new Set(lines)], 'lines of a figure').toEqual(lines);
    expect(seen.buttons).toBeGreaterThan(0);
    expect(seen.hidden).toEqual([]);
    // Where the keyboard is.
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const { outlineStyle, outlineColor, outlineWidth } = getComputedStyle(
          document.activeElement ?? document.body,
        );
        return { outlineStyle, outlineColor, wide: parseFloat(outlineWidth) >= 1 };
      });
      expect(focus).toMatchObject({ outlineStyle: expect.not.stringMatching('none'), wide: true });
      expect(focus.outlineColor).not.toBe(seen.canvas);
    }
  });
}
