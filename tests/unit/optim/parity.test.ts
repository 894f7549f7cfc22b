import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { parity } from '../../reference/parity.ts';

const here = fileURLToPath(new URL('../../reference/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'parity-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the parity table shows errors, and why cases are missing', () => {
  for (const name of ['adam.json', 'soap.json']) cpSync(here + name, join(folder, name));
  const sgd = JSON.parse(readFileSync(here + 'sgd.json', 'utf8'));
  sgd.cases[0].hyperparameters.foreach = true;
  sgd.cases[1].steps.at(-1).loss += 0.5;
  sgd.cases[2].problem.name = 'booth';
  writeFileSync(join(folder, 'sgd.json'), JSON.stringify(sgd));

  const [adam, changed, other] = parity(folder);
  expect(adam).toMatchObject({ optimizer: 'adam', cases: 24, replayed: 24, missing: [] });
  expect(adam!.error).toBeLessThan(1e-12);
  expect(other).toMatchObject({ error: null, worst: null, missing: ['no optimizer for soap'] });
  expect(changed).toMatchObject({
    replayed: sgd.cases.length - 2,
    worst: sgd.cases[1].id,
    missing: [
      'failed: sgd: hyperparameters not understood: foreach',
      'failed: unknown problem booth',
    ],
  });
  expect(changed!.error).toBeGreaterThan(0.1);
});
