import { readFile } from 'node:fs/promises';
import { inLanguage } from '../../text.ts';
import { dataSummary } from './describe-outcome.ts';
import { buildCell, faultsOf } from './cells.ts';
import { bundleLibrary } from './library.ts';

/** `npm run cell -- adam/first-steps …`: runs cells as the build does and prints what they show and prove. */
const { script } = await bundleLibrary();
for (const id of process.argv.slice(2)) {
  const text = await readFile(new URL(`../../../content/cells/${id}.ts`, import.meta.url), 'utf8');
  const begun = performance.now();
  const cell = await buildCell(id, text, script);
  const { inputs, outputs, checks, error } = cell.outcome;
  console.log(`\n${id} (${Math.round(performance.now() - begun)} ms, or from the cache)`);
  for (const input of inputs) console.log(`  input  ${input.id} = ${input.value}`);
  for (const output of outputs) console.log(`  ${output.kind.padEnd(6)} ${dataSummary(output)}`);
  for (const { passed, text: said } of checks) {
    console.log(`  ${passed ? '✓' : '✗'}      ${inLanguage(said, 'en')}`);
  }
  if (error) console.log(`  error  line ${error.line ?? '?'}: ${inLanguage(error.message, 'en')}`);
  const faults = faultsOf(cell);
  if (faults.length) process.exitCode = 1;
  for (const fault of faults) console.log(`  fault  ${fault}`);
}
