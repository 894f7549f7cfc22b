/**
 * `npm test`: every check of the project, one after the other; the last line counts them.
 * `node tests/all.mjs unit browser` runs only these.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = `${root}test-results/`;

/** Runs a tool of node_modules; true when it succeeded. */
function tool(name, ...args) {
  const { status } = spawnSync('npx', ['--no-install', name, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });

function read(file) {
  try {
    return JSON.parse(readFileSync(`${results}${file}`, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A test runner's counts; one that failed without a failed test (it did not start) counts as a failure. */
function counted(succeeded, passed = 0, failed = 0) {
  return { passed, failed: succeeded || failed ? failed : 1 };
}

const steps = {
  types: () => one(tool('astro', 'check', '--minimumFailingSeverity', 'warning')),
  format: () => one(tool('prettier', '--check', '--log-level', 'warn', '.')),
  lint: () => one(tool('oxlint', '--deny-warnings')),
  unit: () => {
    const file = `${results}unit.json`;
    const ok = tool(
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    );
    const report = read('unit.json');
    return counted(ok, report?.numPassedTests, report?.numFailedTests);
  },
  build: () => one(tool('astro', 'build')),
  browser: () => {
    ensureBrowser();
    const ok = tool('playwright', 'test', '--config', 'tests/playwright.config.ts');
    const stats = read('browser.json')?.stats;
    return counted(ok, stats && stats.expected + stats.flaky, stats?.unexpected);
  },
};

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!(name in steps)) {
    console.error(`There is no step "${name}"; there are ${Object.keys(steps).join(', ')}.`);
    process.exit(2);
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let passed = 0;
let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const begun = performance.now();
  let result;
  try {
    result = step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = one(false);
  }
  passed += result.passed;
  failed += result.failed;
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`── ${name}: ${result.failed ? 'failed' : 'passed'} (${seconds} s)`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
