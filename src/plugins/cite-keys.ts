import { readFileSync } from 'node:fs';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './fail.ts';

interface Options {
  /** Path of the BibTeX file. */
  readonly bibliography: string;
}

/**
 * Checks that the key of every `<Cite key="…" />` is in the bibliography.
 *
 * On Chinese pages it also takes away the blanks around one: its full-width parentheses bring theirs.
 */
export function remarkCiteKeys({ bibliography }: Options) {
  return (tree: Root, file: VFile): void => {
    // Read for every page: while writing, entries are added with the server running.
    const known = bibliographyKeys(readFileSync(bibliography, 'utf8'));
    const chinese = /[\\/]zh[\\/]/.test(file.path ?? '');
    visit(tree, (node, index, parent) => {
      if (node.type !== 'mdxJsxTextElement' && node.type !== 'mdxJsxFlowElement') return;
      const element = node as MdxJsxFlowElement | MdxJsxTextElement;
      if (element.name !== 'Cite') return;
      const key = element.attributes.find(
        (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'key',
      )?.value;
      if (typeof key !== 'string') failAt(file, node, '<Cite> needs key="…"');
      if (!known.has(key)) failAt(file, node, `content/references.bib has no entry "${key}"`);
      if (!chinese || parent === undefined || index === undefined) return;
      const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
      if (before?.type === 'text') before.value = before.value.trimEnd();
      if (after?.type === 'text') after.value = after.value.trimStart();
    });
  };
}

/** The keys of the entries of a BibTeX file. */
export function bibliographyKeys(bibtex: string): Set<string> {
  return new Set([...bibtex.matchAll(/^@\w+\{\s*([^,\s]+)\s*,/gm)].map((match) => match[1] ?? ''));
}
