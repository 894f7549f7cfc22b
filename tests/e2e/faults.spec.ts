import { expect, test, type Locator, type Page } from '@playwright/test';
import { ended, names, setSource, watchOrigin, type CodeCellElement } from './pages.ts';

/** What must not break a page: each fault costs the reader one run, and the next run is clean. */

const IMPORTS = "import { check, display, lines, slider } from 'notebook';\n";

interface Fault {
  name: string;
  source: string;
  state: 'done' | 'failed';
  /** What the reader is told, in the page's language. */
  zh: RegExp;
  en: RegExp;
}

const NETWORK = { state: 'failed', zh: /单元没有网络/, en: /cells have no network/ } as const;

const faults: Fault[] = [
  {
    name: 'endless recursion',
    source: 'const f = (n: number): number => {\n  return f(n + 1) + 1;\n};\nf(0);',
    state: 'failed',
    zh: /^第 [12] 行：递归没有终止.*RangeError/,
    en: /^line [12]: the recursion does not end.*RangeError/,
  },
  {
    name: 'a syntax error',
    source: 'const a = 1;\nconst b = (2;\n',
    state: 'failed',
    zh: /^第 2 行第 13 列：语法错误/,
    en: /^line 2, column 13: syntax error/,
  },
  {
    name: 'a full-width semicolon',
    source: 'const a = 1；',
    state: 'failed',
    zh: /^第 1 行第 12 列：语法错误：这里是全角的 ；/,
    en: /^line 1, column 12: .*full-width ；/,
  },
  {
    name: 'a name declared twice, which only the engine notices',
    source: 'const a = 1;\n\nconst a = 2;',
    state: 'failed',
    zh: /^第 3 行.*'a' has already been declared/,
    en: /^line 3.*'a' has already been declared/,
  },
  {
    name: 'an unknown name',
    source: '\n\nnothing();',
    state: 'failed',
    zh: /^第 3 行：.*nothing is not defined/,
    en: /^line 3: .*nothing is not defined/,
  },
  {
    name: 'throw null',
    source: 'throw null;',
    state: 'failed',
    zh: /抛出了 null/,
    en: /threw null/,
  },
  {
    name: 'throw an object',
    source: 'throw { a: 1 };',
    state: 'failed',
    zh: /抛出了 \{ a: 1 \}/,
    en: /threw \{ a: 1 \}/,
  },
  {
    name: 'a rejected promise nobody awaits',
    source:
      'void Promise.reject(new Error("late"));\nawait new Promise((r) => setTimeout(r, 500));',
    state: 'failed',
    zh: /late/,
    en: /late/,
  },
  { name: 'fetch', source: "await fetch('https://example.com/');", ...NETWORK },
  { name: 'XMLHttpRequest', source: 'new XMLHttpRequest();', ...NETWORK },
  { name: 'WebSocket', source: "new WebSocket('wss://example.com/');", ...NETWORK },
  { name: 'EventSource', source: "new EventSource('https://example.com/');", ...NETWORK },
  { name: 'importScripts', source: "importScripts('https://example.com/x.js');", ...NETWORK },
  { name: 'dynamic import', source: "await import('https://example.com/x.js');", ...NETWORK },
  {
    name: 'indexedDB',
    source: "indexedDB.open('x');",
    state: 'failed',
    zh: /单元没有存储/,
    en: /cells have no storage/,
  },
  {
    name: 'caches',
    source: "await caches.open('x');",
    state: 'failed',
    zh: /单元没有存储/,
    en: /cells have no storage/,
  },
  ...['document.title', 'localStorage.x', 'parent.x', 'top.x', 'window.x'].map((source): Fault => {
    const [what] = source.split('.');
    return {
      name: source,
      source,
      state: 'failed',
      zh: new RegExp(`第 1 行：单元在沙箱里运行，没有 ${what}`),
      en: new RegExp(`line 1: a cell runs in a sandbox and has no ${what}`),
    };
  }),
  {
    name: 'eval',
    source: "eval('1');",
    state: 'failed',
    zh: /单元里不能用 eval/,
    en: /cells have no eval/,
  },
  {
    name: 'new Function',
    source: "new Function('return 1')();",
    state: 'failed',
    zh: /单元里不能用 eval/,
    en: /cells have no eval/,
  },
  {
    name: 'a figure spec of the wrong shape',
    source: `${IMPORTS}display({ kind: 'lines', series: 'no' });`,
    state: 'failed',
    zh: /./,
    en: /./,
  },
  {
    name: 'messages the page does not know',
    source:
      "const port = { type: 'html', html: '<b>' };\nself.postMessage(port); throw new Error('x');",
    state: 'failed',
    zh: /x/,
    en: /x/,
  },
  {
    name: 'messages that say it is done',
    source:
      "self.onmessage = () => {}; for (const type of ['done', 'failed', 'ready']) self.postMessage({ type, id: 1 });\nnothing();",
    state: 'failed',
    zh: /^第 2 行：.*nothing is not defined/,
    en: /^line 2: .*nothing is not defined/,
  },
  {
    name: 'a worker that closes itself',
    source: '\nself.close();',
    state: 'failed',
    zh: /^第 2 行：单元运行完最后一行自会结束/,
    en: /^line 2: a cell ends by itself after its last line/,
  },
  {
    name: 'an error that cannot be read',
    source: "throw new Proxy(new Error('x'), { get() { throw new Error('y'); } });",
    state: 'failed',
    zh: /抛出的东西无法读取/,
    en: /threw something that cannot be read/,
  },
  {
    name: 'an array longer than there is memory',
    source: 'new Float64Array(1e15);',
    state: 'failed',
    zh: /内存不够/,
    en: /there is not that much memory/,
  },
  { name: 'no code', source: '  \n', state: 'failed', zh: /没有代码/, en: /no code/ },
];

async function open(page: Page, language: 'zh' | 'en'): Promise<Locator> {
  await page.goto(`${language}/sgd/`);
  const cell = page.locator('code-cell').first();
  await cell.scrollIntoViewIfNeeded();
  return cell;
}

async function runText(cell: Locator, text: string, language: 'zh' | 'en'): Promise<string> {
  await setSource(cell, text);
  await cell.getByRole('button', { name: names[language].run, exact: true }).click();
  return ended(cell);
}

/** After a fault, the cell as it was built still runs and passes. */
async function stillFine(cell: Locator, language: 'zh' | 'en'): Promise<void> {
  await cell.getByRole('button', { name: names[language].reset, exact: true }).click();
  await expect(cell).toHaveAttribute('data-state', 'idle');
  await cell.getByRole('button', { name: names[language].run, exact: true }).click();
  expect(await ended(cell)).toBe('done');
  await expect(cell).toHaveAttribute('data-checks-failed', '0');
}

for (const language of ['zh', 'en'] as const) {
  test(`${language}: faults are told clearly, nothing leaves the machine`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const strangers = watchOrigin(page, baseURL ?? '');
    const cell = await open(page, language);
    for (const fault of faults) {
      const state = await runText(cell, fault.source, language);
      expect(state, fault.name).toBe(fault.state);
      await expect(cell.locator('[data-error]'), fault.name).toHaveText(fault[language]);
    }
    await stillFine(cell, language);
    expect(strangers).toEqual([]);
  });
}

for (const [name, loop] of [
  ['while (true)', 'while (true) {}'],
  ['for (;;) await 0', 'for (;;) await 0;'],
  ['a catastrophic regular expression', "/^(a+)+$/.test('a'.repeat(60) + 'b');"],
  ['an await that never ends', 'await new Promise(() => {});'],
  ['a million lines', 'for (let i = 0; ; i++) console.log(i);'],
] as const) {
  test(`Stop ends ${name} at once, and the page stays responsive`, async ({ page }) => {
    const cell = await open(page, 'en');
    await setSource(cell, loop);
    await cell.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(cell).toHaveAttribute('data-state', 'running');
    // Let it spin: the sandbox is made, the library loaded, the loop under way.
    await page.waitForTimeout(1000);
    await page.evaluate(() => {
      const gaps = { longest: 0, last: performance.now() };
      Object.assign(window, { gaps });
      setInterval(() => {
        const now = performance.now();
        gaps.longest = Math.max(gaps.longest, now - gaps.last);
        gaps.last = now;
      }, 10);
    });
    await page.waitForTimeout(1000);
    await expect(cell).toHaveAttribute('data-state', 'running');
    const stopped = await cell.evaluate(async (element) => {
      const begun = performance.now();
      element.querySelector<HTMLElement>('[data-action="stop"]')?.click();
      while (element.dataset['state'] === 'running') await new Promise((r) => setTimeout(r, 1));
      return performance.now() - begun;
    });
    await expect(cell).toHaveAttribute('data-state', 'stopped');
    const { longest } = await page.evaluate(
      () => (window as unknown as { gaps: { longest: number } }).gaps,
    );
    console.log(
      `  ${name}: stopped in ${stopped.toFixed(0)} ms, longest gap ${longest.toFixed(0)} ms`,
    );
    expect(stopped).toBeLessThan(1000);
    expect(longest).toBeLessThan(1000);
    await stillFine(cell, 'en');
  });
}

test('the time limit ends what nobody stops, and says so', async ({ page }) => {
  const cell = await open(page, 'zh');
  await setSource(cell, 'while (true) {}');
  await cell.locator('[data-limit-field]').fill('1');
  await cell.locator('[data-limit-field]').press('Tab');
  await cell.getByRole('button', { name: '运行', exact: true }).click();
  expect(await ended(cell, 10_000)).toBe('failed');
  await expect(cell.locator('[data-error]')).toHaveText(/超过了 1 秒的时限/);
});

test('a cell that waits for ever is told from one that computes', async ({ page }) => {
  const cell = await open(page, 'en');
  await setSource(cell, 'await new Promise(() => {});');
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(cell.locator('[data-status]')).toHaveText(/still waiting/, { timeout: 10_000 });
  await setSource(cell, 'while (true) {}');
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForTimeout(3000);
  await expect(cell.locator('[data-status]')).toHaveText(/running/);
  await cell.evaluate((element) => (element as CodeCellElement).stop());
});

test('a million console lines: the first 1,000 are shown, the rest counted', async ({ page }) => {
  const cell = await open(page, 'en');
  expect(await runText(cell, 'for (let i = 0; i < 1e6; i++) console.log(i);', 'en')).toBe('done');
  await expect(cell.locator('.cell-console')).toHaveCount(1000);
  await expect(cell.locator('[data-output]')).toContainText('999,000 more dropped');
  await stillFine(cell, 'en');
});

test('allocating until memory is gone ends that run only', async ({ page }) => {
  test.slow();
  const cell = await open(page, 'en');
  const bomb = 'const kept = [];\nfor (;;) kept.push(new Array(1e6).fill({}));';
  await setSource(cell, bomb);
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  expect(await ended(cell, 60_000)).toBe('failed');
  await expect(cell.locator('[data-error]')).toHaveText(/memory|limit/);
  await stillFine(cell, 'en');
});

test('strange values are described, hostile text stays text', async ({ page }) => {
  const cell = await open(page, 'en');
  const source = `${IMPORTS}const cyclic: any = {}; cyclic.self = cyclic;
console.log(cyclic, () => 1, Symbol('s'), 10n);
console.log('x'.repeat(1e8));
console.log('<img src=x onerror="parent.hacked = 1"> \\u202Egnp.exe');
display('<script>hacked = 1</script>');
display(lines({ title: '<b>bold</b>', series: [{ label: '<i>i</i>', y: [1, NaN, Infinity, 2] }] }));
check.that(true, '<u>under</u>');`;
  expect(await runText(cell, source, 'en')).toBe('done');
  const output = cell.locator('[data-output]');
  await expect(output).toContainText('{ self: [circular] } ƒ anonymous() Symbol(s) 10n');
  await expect(output).toContainText('(+99,998,000)');
  await expect(output).toContainText('<img src=x onerror=');
  await expect(output).toContainText('<script>hacked = 1</script>');
  await expect(output.locator('img, script, b, i')).toHaveCount(0);
  await expect(cell.locator('[data-checks] u')).toHaveCount(0);
  expect(await output.textContent()).not.toContain('\u202E');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('what a cell does to the language ends with its run', async ({ page }) => {
  const cell = await open(page, 'en');
  const source = `Array.prototype.push = () => 0; Math.sqrt = () => 7; Object.prototype.x = 1;
performance.now = () => 0; globalThis.setTimeout = undefined;`;
  await runText(cell, source, 'en');
  expect(
    await page.evaluate(() => ({ x: 'x' in {}, sqrt: Math.sqrt(4), push: [1].push(2) })),
  ).toEqual({ x: false, sqrt: 2, push: 2 });
  await stillFine(cell, 'en');
});

test('a bad figure leaves the earlier output', async ({ page }) => {
  const cell = await open(page, 'en');
  const before = await cell.locator('[data-output]').textContent();
  await runText(cell, `${IMPORTS}display({ kind: 'lines', series: 'no' });`, 'en');
  expect(await cell.locator('[data-output]').textContent()).toBe(before);
  await stillFine(cell, 'en');
});

test('a figure of NaN, of nothing, of ten million points, of ten thousand series', async ({
  page,
}) => {
  test.slow();
  const cell = await open(page, 'en');
  for (const series of [
    '[{ label: "a", y: [NaN, Infinity, -Infinity] }]',
    '[{ label: "a", y: [] }]',
    '[{ label: "a", y: Array.from({ length: 1e7 }, (_, i) => Math.sin(i / 1e5)) }]',
    'Array.from({ length: 1e4 }, (_, i) => ({ label: `s${i}`, y: [i, i + 1] }))',
  ]) {
    const state = await runText(cell, `${IMPORTS}display(lines({ series: ${series} }));`, 'en');
    const said = await cell.locator('[data-error]').textContent();
    expect(state, `${series}: ${said}`).toBe('done');
    const svg = await cell
      .locator('[data-output] svg')
      .first()
      .evaluate((node) => node.outerHTML);
    expect(svg, series).not.toMatch(/NaN|Infinity/);
    expect(svg.length, series).toBeLessThan(400_000);
  }
});

test('labels, titles and captions of a million characters are shortened', async ({ page }) => {
  const cell = await open(page, 'en');
  const source = `${IMPORTS}const long = 'word '.repeat(2e5);
const series = [{ label: long, y: [1, 2] }, { label: 'x'.repeat(1e6), y: [2, 1] }];
display(lines({ title: long, caption: long, x: { label: long }, y: { label: long }, series }));
slider(long, { min: 0, max: 1, value: 0.5 });
check.that(true, long);`;
  const state = await runText(cell, source, 'en');
  expect(state, (await cell.locator('[data-error]').textContent()) ?? '').toBe('done');
  const size = await cell.evaluate((element) => element.outerHTML.length);
  expect(size).toBeLessThan(200_000);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await stillFine(cell, 'en');
});

test('cells run at once, in whatever order they are started and end, keep their outputs apart', async ({
  page,
}) => {
  await page.goto('en/momentum/');
  const cells = page.locator('code-cell');
  const texts = [300, 0, 150].map(
    (ms, at) => `import { check, display } from 'notebook';
await new Promise((resolve) => setTimeout(resolve, ${ms}));
display('cell ${at}');
check.that(true, 'runs');`,
  );
  for (const [at, text] of texts.entries()) await setSource(cells.nth(at), text);
  await page.evaluate(() => {
    const all = [...document.querySelectorAll<CodeCellElement>('code-cell')].slice(0, 3);
    // Twice, as by a double click: the second run takes the place of the first.
    for (const cell of [...all, ...all])
      cell.querySelector<HTMLElement>('[data-action="run"]')?.click();
  });
  for (const at of texts.keys()) {
    await expect(cells.nth(at).locator('[data-output]')).toHaveText(`cell ${at}`);
    await expect(cells.nth(at)).toHaveAttribute('data-state', 'done');
    await expect(cells.nth(at).locator('[data-checks] li')).toHaveCount(1);
  }
});

test('a cell that is reset while it runs is as it was built, and stays so', async ({ page }) => {
  const cell = await open(page, 'en');
  const before = await cell.locator('[data-output]').innerHTML();
  await setSource(
    cell,
    `${IMPORTS}for (let i = 0; ; i++) {\n  display(lines({ key: 'a', series: [{ label: 'a', y: [i, 1] }] }));\n  await new Promise((resolve) => setTimeout(resolve, 5));\n}`,
  );
  await cell.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(cell.locator('[data-output] [data-key="a"]')).toBeAttached();
  await cell.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(cell).toHaveAttribute('data-state', 'idle');
  // Whatever was on its way has had its time to arrive.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await cell.locator('[data-output]').innerHTML()).toBe(before);
  await expect(cell).toHaveAttribute('data-state', 'idle');
});

for (const language of ['zh', 'en'] as const) {
  test(`${language}: a version published while a page is open: the page says to reload, and mixes nothing`, async ({
    page,
  }) => {
    await page.goto(`${language}/sgd/`);
    const cell = page.locator('code-cell').first();
    // The old version's files are gone; a server's page for that comes in their place.
    const gone = { status: 404, contentType: 'text/html', body: '<h1>404</h1>' };
    await page.route(/\/notebook\/library\.|\/cells\//, (route) => route.fulfill(gone));
    await cell.getByRole('button', { name: names[language].run, exact: true }).press('Enter');
    expect(await ended(cell)).toBe('failed');
    await expect(cell.locator('[data-error]')).toHaveText(
      language === 'zh' ? /若网站刚刚更新，请刷新页面/ : /has just been updated, reload the page/,
    );
    await expect(cell.locator('[data-output] svg').first()).toBeVisible();
  });
}
