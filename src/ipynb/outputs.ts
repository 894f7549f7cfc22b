import { parseHTML } from 'linkedom';
import css from '../figures/figures.css?raw';
import { sheetStyles } from '../figures/sheet-styles.ts';
import { bundleOf, checkText } from '../notebook/kernel/bundle.ts';
import type { Outcome, Output } from '../notebook/outcome.ts';
import { plain } from '../notebook/place.ts';
import { stringsIn } from '../notebook/strings.ts';
import type { Language } from '../text.ts';
import { lines, type CellOutput } from './nbformat.ts';

const stylesOf = sheetStyles(css);

/** What a cell showed when the book was built, as its notebook shows it: figures and texts in order, then the checks. */
export function outputsOf(outcome: Outcome, id: string, language: Language): CellOutput[] {
  const shown = outcome.outputs.map((output) => outputOf(output, id, language));
  const dropped = outcome.dropped ? [stringsIn(language).dropped(outcome.dropped)] : [];
  const said = [...dropped, ...outcome.checks.map((check) => checkText(check, language))];
  if (said.length > 0) shown.push(printed(said.join('\n')));
  if (outcome.error) {
    const evalue = plain(outcome.error.message, language);
    shown.push({ output_type: 'error', ename: 'Error', evalue, traceback: [evalue] });
  }
  return joined(shown);
}

function outputOf(output: Output, id: string, language: Language): CellOutput {
  if (output.kind === 'value') return printed(plain(output.text, language));
  if (output.kind === 'console') {
    const serious = output.level === 'warn' || output.level === 'error';
    return printed(plain(output.text, language), serious ? 'stderr' : 'stdout');
  }
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const place = { document, language, cell: `${id}-${output.key}` };
  const data = Object.entries(bundleOf(output.spec, place, stylesOf)).map(
    ([type, content]) => [type, lines(content)] as const,
  );
  return { output_type: 'display_data', data: Object.fromEntries(data), metadata: {} };
}

function printed(text: string, name: 'stdout' | 'stderr' = 'stdout'): CellOutput {
  return { output_type: 'stream', name, text: lines(`${text}\n`) };
}

/** Texts that follow one another are one output, as a kernel sends them. */
function joined(outputs: readonly CellOutput[]): CellOutput[] {
  const result: CellOutput[] = [];
  for (const output of outputs) {
    const last = result.at(-1);
    if (
      output.output_type === 'stream' &&
      last?.output_type === 'stream' &&
      last.name === output.name
    ) {
      result[result.length - 1] = { ...last, text: [...last.text, ...output.text] };
    } else result.push(output);
  }
  return result;
}
