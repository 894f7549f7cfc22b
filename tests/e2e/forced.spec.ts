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
        page: style(document.documentElement).backgroundColor,
        formulas: new Set(all('.katex, .katex [class*="q-"]').map((part) => style(part).color)),
        labels: new Set(all('.fig-drawing text').map((label) => style(label).fill)),
        // A figure's lines by their colours: each figure as many as it has series.
        lines: all('figure[data-kind="lines"], figure[data-kind="lossCurve"]').map((figure) =>
          [...figure.querySelectorAll('g[aria-label="line"] path')].map(
            (path) => `${style(path).stroke} ${style(path).strokeDasharray}`,
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
    expect(seen.page).toBe(seen.canvas);
    for (const colour of seen.formulas) expect(colour, 'a formula').toBe(seen.text);
    console.log(seen.labels, seen.lines, seen.buttons);
    expect(seen.buttons).toBeGreaterThan(0);
    expect(seen.hidden).toEqual([]);
  });
}
