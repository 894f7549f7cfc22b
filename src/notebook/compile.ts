import { transform } from 'sucrase';
import { findFullWidth, fullWidthSentence } from './full-width.ts';
import type { CellError } from './protocol.ts';

export type Compiled = { ok: true; program: string } | { ok: false; error: CellError };

/**
 * Turns a cell's TypeScript into the body of an async function: types gone, imports as `require`, lines kept.
 * A syntax error comes back with its line and column, and says so when a full-width sign is to blame.
 */
export function compile(source: string): Compiled {
  try {
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      production: true,
    });
    return { ok: true, program: code };
  } catch (error) {
    return { ok: false, error: syntaxError(error, source) };
  }
}

function syntaxError(error: unknown, source: string): CellError {
  const { message = String(error), loc } = error as {
    message?: string;
    loc?: { line: number; column: number };
  };
  const text = message.replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, '');
  const at = findFullWidth(source, loc?.line);
  if (at) {
    const { sign, line, column } = at;
    return { message: fullWidthSentence(sign), line, column };
  }
  const said = { zh: `语法错误：${text}`, en: `syntax error: ${text}` };
  if (!loc) return { message: said };
  // Sucrase counts columns from 1, as editors show them.
  return { message: said, line: loc.line, column: loc.column };
}
