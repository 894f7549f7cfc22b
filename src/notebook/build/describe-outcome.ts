import { inLanguage } from '../../text.ts';
import type { Output } from '../outcome.ts';

/** One output in one line, for an author at a terminal. */
export function dataSummary(output: Output): string {
  if (output.kind !== 'figure') return inLanguage(output.text, 'en');
  const { spec } = output;
  const title = 'title' in spec && spec.title ? inLanguage(spec.title, 'en') : '';
  return `${spec.kind} “${title}” ${JSON.stringify(spec).length} bytes`;
}
