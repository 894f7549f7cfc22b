import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { parseAlgorithm, sourceText } from '../components/algorithm.ts';
import { citedKeys, inOrder, reference } from '../components/bibliography.ts';
import { parityOf, paritySentence, parityTable, parityHeads } from '../components/parity.ts';
import { wordsIn } from '../components/words.ts';
import type { Agreement } from '../plugins/parity.ts';
import { withoutMacros } from '../plugins/math.ts';
import type { Language } from '../text.ts';
import { attribute, code, html, paragraph, text, type Jsx } from './markdown.ts';

/** What the components of a chapter draw on besides their attributes. */
export interface Context {
  readonly language: Language;
  /** The chapter's text. */
  readonly mdx: string;
  readonly path: string;
  readonly page: string;
  readonly agreements: readonly Agreement[];
  /** The source of src/optim/<slug>.ts. */
  algorithm(slug: string): string;
  readonly repository: string | undefined;
}

/** Components that stand in a sentence, as Markdown. */
export const inline: Readonly<Record<string, (node: Jsx, context: Context) => PhrasingContent[]>> =
  {
    Cite(node, { language, path, page }) {
      const key = attribute(node, 'key') ?? '';
      const { label, html: entry } = reference(key, path);
      // To the paper itself where it has an address, else to the page's list.
      const url =
        /href="([^"]+)"/.exec(entry)?.[1]?.replaceAll('&amp;', '&') ?? `${page}#ref-${key}`;
      const [open, close] = language === 'zh' ? ['（', '）'] : ['(', ')'];
      return [text(open), { type: 'link', url, children: [text(label)] }, text(close)];
    },
    // Colours and keys are the page's.
    span: ({ children }) => children as PhrasingContent[],
    kbd: ({ children }) => children as PhrasingContent[],
  };

/** Components that stand by themselves, as Markdown; cells, exercises and hints are not among them. */
export const blocks: Readonly<Record<string, (node: Jsx, context: Context) => RootContent[]>> = {
  Aside(node, { language }) {
    const type = (attribute(node, 'type') ?? 'note') as 'note' | 'tip' | 'warning' | 'detail';
    const label = attribute(node, 'title') ?? wordsIn(language)[type];
    const title = paragraph({ type: 'strong', children: [text(label)] });
    return [{ type: 'blockquote', children: [title, ...(node.children as BlockContent[])] }];
  },

  Algorithm(node, { algorithm, repository }) {
    const slug = attribute(node, 'of') ?? '';
    const file = `src/optim/${slug}.ts`;
    const { equations, lines } = parseAlgorithm(algorithm(slug), file);
    const name: PhrasingContent = { type: 'inlineCode', value: file };
    return [
      ...equations.map(({ tex, number }): RootContent => ({
        type: 'math',
        value: `${withoutMacros(tex)} \\tag{${number}}`,
      })),
      code('ts', sourceText(lines)),
      paragraph(
        repository
          ? { type: 'link', url: `${repository}/blob/main/${file}`, children: [name] }
          : name,
      ),
    ];
  },

  Parity(node, { agreements, language }) {
    const of = attribute(node, 'of');
    if (of === undefined) return [parityRows(agreements, language)];
    return [
      {
        type: 'list',
        spread: false,
        children: of.split(/\s+/).map((name) => ({
          type: 'listItem',
          spread: false,
          children: [paragraph(text(paritySentence(parityOf(name, agreements), language)))],
        })),
      },
    ];
  },

  References(_node, { mdx, path }) {
    const entries = inOrder(citedKeys(mdx), path).map((entry) => `- ${entry.html}`);
    return [html(entries.join('\n'))];
  },
};

function parityRows(agreements: readonly Agreement[], language: Language): RootContent {
  const row = (...entries: string[]) => ({
    type: 'tableRow' as const,
    children: entries.map((entry) => ({ type: 'tableCell' as const, children: [text(entry)] })),
  });
  return {
    type: 'table',
    children: [
      row(...parityHeads(language)),
      ...parityTable(agreements).map(({ names, sources, replayed, cases, error }) =>
        row(names, sources, `${replayed} / ${cases}`, error),
      ),
    ],
  };
}
