import { defineConfig } from '@playwright/test';
import { findBrowser } from './browser.mjs';

const port = Number(process.env['PORT'] ?? 4329);
const executablePath = findBrowser();

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  // Two at a time: cells use a core each, and times on a crowded machine say nothing.
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  forbidOnly: true,
  // A machine that is busy with something else may make a test late once.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${port}${process.env['BASE'] ?? '/'}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `npx astro preview --port ${port}`,
    cwd: '..',
    port,
    reuseExistingServer: false,
  },
});
