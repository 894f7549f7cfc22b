import type { Text } from '../text.ts';

/** Signs that a Chinese input method writes, and the ones that code needs in their place. */
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

/** What to say of a full-width sign in code. */
export function fullWidthSentence(sign: string): Exclude<Text, string> {
  const plain = FULL_WIDTH[sign] ?? '';
  return {
    zh: `语法错误：这里是全角的 ${sign}，代码里要用半角的 ${plain}`,
    en: `syntax error: this is a full-width ${sign}; code needs the plain ${plain}`,
  };
}

export function isFullWidth(sign: string): boolean {
  return sign in FULL_WIDTH;
}

/** The first full-width sign outside strings and comments, on the error's line or the one before it. */
export function findFullWidth(
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
