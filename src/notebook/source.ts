import type { Language } from '../text.ts';

/** A reader's comment: `// zh: …` or `// en: …`, on a line of its own. */
const TAGGED = /^(\s*\/\/ )(zh|en): ?(.*)$/;

/** A cell's source as one language's readers see it: their comments untagged, the other language's gone. */
export function sourceIn(language: Language, source: string): string {
  const lines: string[] = [];
  for (const line of source.trimEnd().split('\n')) {
    const found = TAGGED.exec(line);
    if (!found) lines.push(line);
    else if (found[2] === language) lines.push(`${found[1]}${found[3]}`);
  }
  return lines.join('\n');
}
