/** The entries of a BibTeX file as they are written, by key. */
export function bibtexEntries(bibtex: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const match of bibtex.matchAll(/^@\w+\{\s*([^,\s]+)\s*,/gm)) {
    const key = match[1] ?? '';
    if (entries.has(key)) throw new Error(`content/references.bib has two entries "${key}"`);
    entries.set(key, bibtex.slice(match.index, endOfEntry(bibtex, match.index)));
  }
  return entries;
}

/** Where the entry that begins at `start` ends: after the brace that closes its first one. */
function endOfEntry(bibtex: string, start: number): number {
  let depth = 0;
  for (let i = bibtex.indexOf('{', start); i < bibtex.length; i++) {
    if (bibtex[i] === '{') depth += 1;
    if (bibtex[i] === '}') depth -= 1;
    if (depth === 0) return i + 1;
  }
  throw new Error(
    `content/references.bib: an entry is not closed: ${bibtex.slice(start, start + 40)}`,
  );
}

/** An entry in the form of content/references.bib; values that are undefined are left out. */
export function bibtexEntry(
  type: string,
  key: string,
  fields: Readonly<Record<string, string | undefined>>,
): string {
  const given = Object.entries(fields).filter((field): field is [string, string] => !!field[1]);
  const width = Math.max(...given.map(([name]) => name.length));
  const lines = given.map(([name, value]) => `  ${name.padEnd(width)} = {${value}}`);
  return `@${type}{${key},\n${lines.join(',\n')}\n}`;
}
