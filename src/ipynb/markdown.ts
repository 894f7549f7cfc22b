import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { remarkCiteKeys } from '../plugins/cite-keys.ts';
import { failAt } from '../plugins/fail.ts';
import { remarkHeadingId } from '../plugins/heading-id.ts';
import { withoutMacros } from '../plugins/math.ts';

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Components that stand in a sentence; the others are blocks, also when nothing but them stands on a line. */
const INLINE = new Set(['Cite', 'span', 'kbd']);

const reader = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkHeadingId)
  .use(remarkCiteKeys, { bibliography: 'content/references.bib' });

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', resourceLink: true })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath);

/**
 * A chapter's text as a tree that Markdown can say, but for its components: headings without their ids (which they keep
 * as data), equations without the book's macros, links that lead to the site.
 *
 * @param page the address of the chapter's page, which its links are relative to
 */
export function readChapter(mdx: string, path: string, page: string): { tree: Root; file: VFile } {
  const file = new VFile({ path, value: mdx });
  const tree = reader.runSync(reader.parse(file), file) as Root;
  visit(tree, (node, index, parent) => {
    if (node.type === 'link') node.url = new URL(node.url, page).href;
    if (node.type === 'math' || node.type === 'inlineMath') node.value = withoutMacros(node.value);
    if (/^mdx(jsEsm|FlowExpression|TextExpression)$/.test(node.type)) {
      if (node.type !== 'mdxjsEsm') failAt(file, node, 'a notebook has no place for an expression');
      parent?.children.splice(index ?? 0, 1);
      return [SKIP, index ?? 0];
    }
    if (node.type === 'paragraph' && parent) {
      const blocks = unravelled(node.children);
      if (blocks) {
        parent.children.splice(index ?? 0, 1, ...(blocks as never[]));
        return [SKIP, index ?? 0];
      }
    }
    return undefined;
  });
  return { tree, file };
}

export function writeMarkdown(children: readonly RootContent[]): string {
  return writer.stringify({ type: 'root', children: [...children] }).trim();
}

/** The value of an attribute that is written as text. */
export function attribute(node: Jsx, name: string): string | undefined {
  const found = node.attributes.find(
    (each): each is MdxJsxAttribute => each.type === 'mdxJsxAttribute' && each.name === name,
  );
  return typeof found?.value === 'string' ? found.value : undefined;
}

export function isJsx(node: { type: string }): node is Jsx {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** A paragraph that holds nothing but block components, as those; as MDX itself has it. */
function unravelled(children: readonly PhrasingContent[]): MdxJsxFlowElement[] | undefined {
  const parts = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const blocks = parts.filter((node) => isJsx(node) && !INLINE.has(node.name ?? ''));
  if (parts.length === 0 || blocks.length < parts.length) return undefined;
  return (blocks as MdxJsxTextElement[]).map((node) => ({
    ...node,
    type: 'mdxJsxFlowElement',
    children: node.children.length > 0 ? [{ type: 'paragraph', children: node.children }] : [],
  })) as MdxJsxFlowElement[];
}

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({
  type: 'paragraph',
  children,
});
export const html = (value: string): RootContent & BlockContent => ({ type: 'html', value });
export const code = (lang: string, value: string): BlockContent => ({ type: 'code', lang, value });
export const heading = (depth: 1 | 2 | 3, id: string, title: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(title)],
  data: { hProperties: { id } },
});

/** Blocks folded under a line. */
export function details(summary: string, children: readonly RootContent[]): RootContent[] {
  return [html(`<details>\n<summary>${summary}</summary>`), ...children, html('</details>')];
}
