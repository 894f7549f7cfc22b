import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const base = (process.env['BASE'] ?? '/').replace(/\/?$/, '/');

/** Every page of the built site's sitemap, relative to the base path: '', 'zh/', 'zh/sgd/' … */
export function sitePages(): string[] {
  const index = `${dist}sitemap-0.xml`;
  if (!existsSync(index)) throw new Error('There is no built site: run "npm run build" first.');
  const found = [...readFileSync(index, 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)];
  return found.map(([, address = '']) => {
    const { pathname } = new URL(address);
    if (!pathname.startsWith(base)) throw new Error(`${address} does not lie below ${base}`);
    return pathname.slice(base.length);
  });
}

/** The built HTML of a page. */
export function builtPage(page: string): string {
  return readFileSync(`${dist}${page}index.html`, 'utf8');
}

/** The program that a cell of a page runs, as built, without the lines that are comments. */
export function programOf(page: string, id: string): string {
  const [, address] = new RegExp(`data-cell="${id}"[^>]* data-program="([^"]+)"`).exec(
    builtPage(page),
  ) ?? ['', ''];
  if (!address?.startsWith(base)) throw new Error(`/${page} has no program of ${id}`);
  const program = readFileSync(`${dist}${address.slice(base.length)}`, 'utf8');
  // The first comment of an exercise stands behind the compiler’s own line.
  return program.replace(/^(?:"use strict";)?\s*\/\/.*\n/gm, '');
}

/** Pages that hold cells, so that no test is spent on the others. */
export function pagesWithCells(): string[] {
  return sitePages().filter((page) => builtPage(page).includes('<code-cell'));
}

export const names = {
  zh: { run: '运行', stop: '停止', reset: '重置' },
  en: { run: 'Run', stop: 'Stop', reset: 'Reset' },
} as const;

export function namesOn(page: string): (typeof names)['zh' | 'en'] {
  return page.startsWith('zh/') ? names.zh : names.en;
}

export interface CodeCellElement extends HTMLElement {
  source: string;
  run(): Promise<void>;
  stop(): Promise<void>;
  outcome(): Promise<unknown>;
}

/** Replaces a cell's text, as an edit by script. */
export async function setSource(cell: Locator, text: string): Promise<void> {
  await cell.evaluate((element, source) => {
    (element as CodeCellElement).source = source;
  }, text);
}

/** Waits until a run has ended and gives the state it ended in. */
export async function ended(cell: Locator, timeout = 30_000): Promise<string> {
  const handle = await cell.elementHandle();
  const page = cell.page();
  await page.waitForFunction(
    (element) => !['idle', 'running'].includes((element as HTMLElement).dataset['state'] ?? ''),
    handle,
    { timeout },
  );
  return (await cell.getAttribute('data-state')) ?? '';
}

/** Fails the test if the page asks for anything outside its own origin. */
export function watchOrigin(page: Page, baseURL: string): string[] {
  const strangers: string[] = [];
  const { origin } = new URL(baseURL);
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) strangers.push(url);
  });
  return strangers;
}
