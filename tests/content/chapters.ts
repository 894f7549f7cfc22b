import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const content = fileURLToPath(new URL('../../content/', import.meta.url));

export type Language = 'zh' | 'en';

/** The slugs of a language's pages. */
export function slugs(language: Language): string[] {
  return readdirSync(`${content}${language}`)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort();
}

/** What must be equal in both languages of a chapter, in order. */
export interface Skeleton {
  headings: string[];
  /** Cells, figures, algorithms, exercises with their cells, hints: each component with its identifying attribute. */
  components: string[];
  /** Display equations, without white space. */
  equations: string[];
  /** Fenced code blocks. */
  code: string[];
}

export function text(language: Language, slug: string): string {
  return readFileSync(`${content}${language}/${slug}.mdx`, 'utf8');
}

const IDENTITY = /\b(?:id|of|cell|key|keys)="([^"]+)"/g;

export function skeleton(mdx: string): Skeleton {
  const code: string[] = [];
  const prose = mdx.replace(/^```(.*)\n([\s\S]*?)^```$/gm, (_, info: string, body: string) => {
    // Comments in fenced code speak the page's language.
    code.push(`${info}\n${body.replace(/#.*$/gm, '').replace(/[ \t]+$/gm, '')}`);
    return '';
  });
  const headings = [...prose.matchAll(/^(#{2,4}) .*\[#([\w-]+)\]\s*$/gm)].map(
    ([, level, id]) => `${level} ${id}`,
  );
  const components = [
    ...prose.matchAll(/<(Cell|Figure|Algorithm|Exercise|Hint|Parity|References)\b([^>]*)>/g),
  ].map(([, name, attributes = '']) => {
    const identity = [...attributes.matchAll(IDENTITY)].map(([, value]) => value);
    return [name, ...identity].join(' ');
  });
  const equations = [...prose.matchAll(/\$\$([\s\S]*?)\$\$/g)].map(([, body = '']) =>
    // Words inside equations speak the page's language.
    body.replace(/\\text\{[^}]*\}/g, '\\text{}').replace(/\s+/g, ''),
  );
  return { headings, components, equations, code };
}

/** The papers a chapter cites. The order may follow each language's sentences. */
export function citations(mdx: string): string[] {
  const keys = [...mdx.matchAll(/<Cite\b[^>]*\bkeys?="([^"]+)"/g)].flatMap(([, list = '']) =>
    list.split(/[\s,;]+/),
  );
  return [...new Set(keys)].sort();
}

/** The cells a page shows. */
export function cellsOn(mdx: string): string[] {
  const shown = [...mdx.matchAll(/<(?:Cell|Figure)\b[^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
  const exercises = [...mdx.matchAll(/<Exercise\b[^>]*\bcell="([^"]+)"/g)].map(([, id]) => id);
  return [...shown, ...exercises, ...exercises.map((id) => `${id}.solution`)] as string[];
}

/** Every cell file, as `slug/name`. */
export function cellFiles(): string[] {
  return readdirSync(`${content}cells`, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

export function cellText(id: string): string {
  return readFileSync(`${content}cells/${id}.ts`, 'utf8');
}

export function cellExists(id: string): boolean {
  return existsSync(`${content}cells/${id}.ts`);
}
