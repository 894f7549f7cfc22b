import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { run } from 'zhlint';

export interface Finding {
  /** From 1, in the text that was given. */
  readonly line: number;
  readonly why: string;
  readonly near: string;
}

/**
 * Full-width punctuation, parentheses too, and curly quotes in Chinese; one space between Han and
 * Latin letters, digits, code or maths, none beside full-width punctuation.
 */
const rules = {
  preset: 'default',
  halfwidthPunctuation: '',
  fullwidthPunctuation: '，。：；？！“”‘’（）',
  // Curly quotes are as wide as the rest of Chinese punctuation: no space beside them.
  adjustedFullwidthPunctuation: '',
  // No exception for units: 5 天, not 5天.
  skipZhUnits: '',
};

/** What breaks the book's rules of Chinese typography in a text without code, maths and components. */
export function lint(text: string): Finding[] {
  const plain = withoutFormulas(text);
  const { validations } = run(plain, { rules, hyperParse: ['ignore', 'markdown'] });
  return validations.map(({ index, message }) => ({
    line: text.slice(0, index).split('\n').length,
    why: message,
    near: text.slice(Math.max(0, index - 15), index + 15).replaceAll('\n', ' '),
  }));
}

/**
 * The prose of an MDX file, every line in its place: code blocks, imports and components are blank,
 * maths is a Latin word, as it is for the spaces around it, and a link its words.
 */
export function prose(mdx: string): string {
  return (
    mdx
      .replace(/^---\n[\s\S]*?\n---\n/, blank)
      .replace(/^import [\s\S]*?;$/gm, blank)
      .replace(/^```[\s\S]*?^```$/gm, blank)
      .replace(/\$\$[\s\S]*?\$\$/g, blank)
      .replace(/\$[^$\n]+\$/g, word)
      .replace(/ *\[#[\w-]+\] *$/gm, '')
      .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
      // The page takes away the blanks around a citation, whose parentheses are full-width.
      .replace(/ ?<Cite\b[^>]*\/> ?/g, '（引）')
      .replace(/<[^<>]*>/g, '')
  );
}

/** The Chinese texts that a page's frontmatter and the attributes of its components hold. */
export function attributes(mdx: string): string[] {
  const front = /^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '';
  const fields = [...front.matchAll(/^\w+: (.*)$/gm)].map(([, text = '']) => text);
  const titles = [...mdx.matchAll(/<[A-Z][^<>]*\btitle="([^"]*)"/g)].map(([, text = '']) => text);
  return [...fields.map((text) => text.replace(/^'(.*)'$/, '$1').replaceAll("''", "'")), ...titles];
}

/** The Chinese that a cell shows: its comments, and the texts given to figures, inputs and checks. */
export function spoken(cell: string): string[] {
  const comments = [...cell.matchAll(/^\s*\/\/ zh: ?(.*)$/gm)].map(([, text = '']) => text);
  const texts = [...cell.matchAll(/\bzh:\s*(?:'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`)/g)]
    // Comments have been read already.
    .filter(({ index }) => !/\/\/[^\n]*$/.test(cell.slice(0, index)))
    .map(([, single, double, template]) => single ?? double ?? template ?? '');
  return [...comments, ...texts.map((text) => text.replace(/\$\{[^{}]*\}/g, word))];
}

/** The string literals of a program that hold Chinese, the values in templates as words. */
export function literals(program: string): string[] {
  const texts = program.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g);
  return [...texts]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .filter((text) => /\p{Script=Han}/u.test(text))
    .map((text) => text.replace(/\$\{[^{}]*\}/g, word));
}

/** Asterisks that Markdown leaves as they are: between punctuation and Han they open and close nothing. */
export function strayAsterisks(markdown: string): string[] {
  const found: string[] = [];
  visit(unified().use(remarkParse).parse(markdown), 'text', ({ value }) => {
    if (value.includes('**')) found.push(value);
  });
  return found;
}

/** Formulas in the text, whose punctuation is half-width in Chinese too, become Latin words. */
function withoutFormulas(text: string): string {
  const formulas = [
    // What follows a letter or an operator, `f(x)`, and what holds an operator or a comma: `(η, μ)`.
    /(?<=[^\s\p{Script=Han}\p{P}]|[*/−√)] ?)\([^()\n\p{Script=Han}]*\)/gu,
    /(?<=∇\p{L}|[−√])\([^()\n]*\)/gu,
    /[([](?=[^()\n]*[,−+/*])[^()\n\p{Script=Han}]*[)\]]/gu,
    // The number of an equation; 0:1 and 1,000; an option, `nesterov: true`.
    /\(\d{1,2}\)/g,
    /(?<=\d)[,:](?=\d)/g,
    /\w+: (?:true|false)/g,
  ];
  let [before, after] = ['', text];
  while (before !== after) {
    before = after;
    after = formulas.reduce((rest, formula) => rest.replace(formula, word), before);
  }
  return after;
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');
const word = (text: string) => 'x'.repeat(text.length);
