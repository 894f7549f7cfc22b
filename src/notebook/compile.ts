import { transform } from 'sucrase';
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

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '；': ';',
  '（': '(',
  '）': ')',
  '，': ',',
  '：': ':',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '｛': '{',
  '｝': '}',
  '【': '[',
  '】': ']',
  '。': '.',
  '！': '!',
  '？': '?',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '＊': '*',
  '／': '/',
  '　': ' ',
};

function syntaxError(error: unknown, source: string): CellError {
  const { message = String(error), loc } = error as {
    message?: string;
    loc?: { line: number; column: number };
  };
  const text = message.replace(/^Error transforming .*?: /, '').replace(/ \(\d+:\d+\)$/, '');
  const at = fullWidth(source, loc?.line);
  if (at) {
    const { sign, line, column } = at;
    const plain = FULL_WIDTH[sign] ?? '';
    return {
      message: {
        zh: `语法错误：这里是全角的 ${sign}，代码里要用半角的 ${plain}`,
        en: `syntax error: this is a full-width ${sign}; code needs the plain ${plain}`,
      },
      line,
      column,
    };
  }
  const said = { zh: `语法错误：${text}`, en: `syntax error: ${text}` };
  if (!loc) return { message: said };
  // Sucrase counts columns from 1, as editors show them.
  return { message: said, line: loc.line, column: loc.column };
}

/** The first full-width sign outside strings and comments, on the error's line or the one before it. */
function fullWidth(
  source: string,
  line?: number,
): { sign: string; line: number; column: number } | undefined {
  const lines = source.split('\n');
  const numbers = line === undefined ? lines.map((_, i) => i + 1) : [line, line - 1];
  for (const number of numbers) {
    const text = lines[number - 1];
    if (text === undefined) continue;
    const bare = text
      .replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g, (s) =>
        ' '.repeat(s.length),
      )
      .replace(/\/\/.*$/, '');
    const column = [...bare].findIndex((sign) => sign in FULL_WIDTH);
    if (column >= 0) return { sign: [...bare][column] as string, line: number, column: column + 1 };
  }
  return undefined;
}
