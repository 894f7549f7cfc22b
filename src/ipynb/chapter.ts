import type { RootContent } from 'mdast';
import type { BuiltCell } from '../notebook/build/cells.ts';
import { wordsIn } from '../components/words.ts';
import { forKernel, LIBRARY } from '../notebook/kernel/source.ts';
import { sourceIn } from '../notebook/source.ts';
import { failAt } from '../plugins/fail.ts';
import { blocks, inline, type Context } from './components.ts';
import {
  attribute,
  code,
  details,
  heading,
  isJsx,
  readChapter,
  writeMarkdown,
  type Jsx,
} from './markdown.ts';
import { Ids, lines, type Notebook, type NotebookCell } from './nbformat.ts';
import { outputsOf } from './outputs.ts';
import { notebookWords } from './words.ts';

/** A chapter, and what its notebook is made of besides its text. */
export interface Chapter extends Context {
  readonly slug: string;
  readonly title: string;
  readonly description: string | undefined;
  /** The book's version. */
  readonly version: string;
  /** Of the book in this language. */
  readonly home: string;
  /** Of the library's module; a part of it after `?` names its content. */
  readonly library: string;
  cell(id: string): Promise<Pick<BuiltCell, 'source' | 'outcome'>>;
  /** The text of an exercise's solution, in both languages. */
  solution(cell: string): string;
}

/** A place in the text where a cell stands. */
interface CellPlace {
  readonly type: 'cell';
  readonly id: string;
  readonly folded: boolean;
}

type Part = RootContent | CellPlace;

/**
 * A chapter as a notebook for Deno's kernel: its text as Markdown, a cell of it for every section, and its cells as code
 * with what they showed when the book was built.
 *
 * @throws Error naming file and line, when the chapter holds what has no form in a notebook
 */
export async function chapterNotebook(chapter: Chapter): Promise<Notebook> {
  const { language, slug, title, description, version, home, page, library, path, mdx } = chapter;
  const words = notebookWords(language);
  const { tree, file } = readChapter(mdx, path, page);
  const parts = partsOf(tree.children, chapter, (node, why) => failAt(file, node, why));

  const ids = new Ids();
  const cells: NotebookCell[] = [];
  const say = (id: string, source: string) => {
    cells.push({ cell_type: 'markdown', id: ids.next(id), metadata: {}, source: lines(source) });
  };
  const address = library.replace(/\?.*$/, '');
  const intro = words.intro(title, version, { page, home, library: address });
  say(slug, [`# ${title}`, description, intro.trim()].filter(Boolean).join('\n\n'));
  const setup = [
    words.setup,
    `const ${LIBRARY} = await import('./descent.js')`,
    `  .catch(() => import('${library}'))`,
    `  .then(({ open }) => open('${language}'));`,
  ].join('\n');
  cells.push(codeCell(ids.next(LIBRARY), setup));

  let section = slug;
  let pending: RootContent[] = [];
  const finish = () => {
    if (pending.length > 0) say(section, writeMarkdown(pending));
    pending = [];
  };
  for (const part of parts) {
    if (part.type === 'cell') {
      finish();
      const { source, outcome } = await chapter.cell(part.id);
      const id = ids.next(part.id);
      const made = codeCell(id, forKernel(source[language]), part.folded);
      cells.push({ ...made, outputs: outputsOf(outcome, id, language) });
      continue;
    }
    if (part.type === 'heading') {
      finish();
      section = String(part.data?.hProperties?.['id'] ?? section);
    }
    pending.push(part);
  }
  finish();

  return {
    cells,
    metadata: {
      kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' },
      language_info: {
        name: 'typescript',
        file_extension: '.ts',
        mimetype: 'text/x.typescript',
        codemirror_mode: 'typescript',
        pygments_lexer: 'typescript',
        nbconvert_exporter: 'script',
      },
      title,
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function isHint(node: RootContent): node is Extract<Jsx, { type: 'mdxJsxFlowElement' }> {
  return node.type === 'mdxJsxFlowElement' && node.name === 'Hint';
}

/** A figure's code is folded, as on the page. */
function codeCell(id: string, source: string, folded = false) {
  return {
    cell_type: 'code' as const,
    id,
    metadata: folded ? { jupyter: { source_hidden: true } } : {},
    execution_count: null,
    source: lines(source),
    outputs: [],
  };
}

/** Turns a chapter's components into Markdown and places of cells; what is neither is refused. */
function partsOf(
  nodes: readonly RootContent[],
  chapter: Chapter,
  refuse: (node: Jsx, why: string) => never,
): Part[] {
  const words = wordsIn(chapter.language);
  const inside = (node: RootContent): Part[] => {
    if (isJsx(node)) return component(node);
    if (!('children' in node)) return [node];
    const children = (node.children as RootContent[]).flatMap(inside);
    return [{ ...node, children } as RootContent];
  };
  const component = (node: Jsx): Part[] => {
    const name = node.name ?? '';
    if (name === 'Exercise') return exercise(node);
    const children = (node.children as RootContent[]).flatMap(inside);
    const own = { ...node, children } as Jsx;
    if (Object.hasOwn(inline, name)) return inline[name]!(own, chapter);
    if (Object.hasOwn(blocks, name)) return blocks[name]!(own, chapter);
    switch (name) {
      case 'Cell':
      case 'Figure':
        return [{ type: 'cell', id: attribute(node, 'id') ?? '', folded: name === 'Figure' }];
      default:
        return refuse(node, `a notebook has no form for <${name}>: give it one in src/ipynb`);
    }
  };
  const exercise = (node: Jsx): Part[] => {
    const id = attribute(node, 'id') ?? '';
    const cell = attribute(node, 'cell') ?? '';
    const hints = (node.children as RootContent[]).filter(isHint);
    const task = (node.children as RootContent[]).filter((child) => !isHint(child)).flatMap(inside);
    const solution = forKernel(sourceIn(chapter.language, chapter.solution(cell)));
    return [
      heading(3, id, words.exercise(/-(\d+)$/.exec(id)?.[1] ?? '')),
      ...task,
      { type: 'cell', id: cell, folded: false },
      ...hints.flatMap((hint, k) => {
        const number = hints.length > 1 ? ` ${k + 1}/${hints.length}` : '';
        return details(words.hint + number, hint.children.flatMap(inside) as RootContent[]);
      }),
      ...details(words.solution, [code('ts', solution)]),
    ];
  };
  return nodes.flatMap(inside);
}
