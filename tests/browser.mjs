import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// The headless shell is what Playwright itself uses: it draws no window, and tests take two thirds of the time.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium that is there: CHROMIUM_PATH, Playwright's own, or an installed one. */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH names ${given}, and no file is there.`);
  }
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, ...PLACES].find((file) => existsSync(file));
}

/**
 * Finds a browser or installs one: Playwright's download, or Debian's package where that is allowed.
 *
 * @throws Error that says what to do when neither works.
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found: installing one for the browser tests.');
  run('npx', ['playwright', 'install', 'chromium'], 180_000);
  let now = findBrowser();
  if (now) return now;
  if (process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq'], 180_000);
    const install = ['install', '-y', '-qq', '--no-install-recommends'];
    run('apt-get', [...install, 'chromium-headless-shell'], 600_000);
    if (!findBrowser()) run('apt-get', [...install, 'chromium'], 600_000);
    now = findBrowser();
    if (now) return now;
  }
  throw new Error(
    'The browser tests need Chromium and none could be installed. Install Chromium or Chrome, ' +
      'or run "npx playwright install chromium", or set CHROMIUM_PATH to its program; then run npm test again.',
  );
}

function run(command, args, timeout) {
  spawnSync(command, args, {
    stdio: 'inherit',
    timeout,
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
