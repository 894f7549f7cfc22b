import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { chapters } from '../chapters.ts';
import { inLanguage } from '../text.ts';
import { headingParts } from './heading-words.ts';

/**
 * What prose needs around it on the page: a link beside each section heading, and a box around each
 * table that scrolls by itself, so that the page never has to. A link within the book says where it
 * leads (`data-to`) when its own words do not, for paper, where it cannot be followed. Short code, as
 * `lr: 0.1`, stays on one line; a Chinese heading breaks between words only.
 */
export function rehypeProse() {
  return (tree: Root, file: VFile): void => {
    const language = /[\\/]en[\\/]/.test(file.path ?? '') ? 'en' : 'zh';
    const headings = new Map<string, string>();
    visit(tree, 'element', ({ tagName, properties: { id }, children }) => {
      if (/^h[2-4]$/.test(tagName) && typeof id === 'string') headings.set(id, textOf(children));
    });
    const named = (href: string): string | undefined => {
      const [, slug, id] = /^(?:\.\.\/([\w-]+)\/)?(?:#([\w-]+))?$/.exec(href) ?? [];
      if (slug === undefined) return headings.get(id ?? '');
      const chapter = chapters.find((each) => each.slug === slug);
      return chapter && inLanguage(chapter.title, language);
    };
    visit(tree, 'element', (node, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
      if (node.tagName === 'a') {
        const to = named(String(node.properties['href']));
        if (to && !textOf(node.children).toLowerCase().includes(to.toLowerCase())) {
          node.properties['dataTo'] = to;
        }
      }
      if (node.tagName === 'code' && !(parent.type === 'element' && parent.tagName === 'pre')) {
        if (textOf(node.children).length <= SHORT_CODE) node.properties['className'] = ['nowrap'];
        return SKIP;
      }
      if (node.tagName === 'table') {
        // The corner above the row names heads nothing.
        visit(node, { tagName: 'th' }, (cell: Element) => {
          if (cell.children.length === 0) cell.tagName = 'td';
        });
        parent.children[index] = element('div', { className: ['scroll'] }, [node]);
        return SKIP;
      }
      const { id } = node.properties;
      if (/^h[2-4]$/.test(node.tagName) && typeof id === 'string') {
        if (language === 'zh') breakBetweenWords(node);
        // Named by the heading itself, so that the link needs no words in either language.
        const link = element(
          'a',
          { className: ['anchor'], href: `#${id}`, ariaLabelledBy: [id] },
          [],
        );
        parent.children[index] = element('div', { className: ['heading'] }, [node, link]);
        return SKIP;
      }
      return undefined;
    });
  };
}

/** In signs. */
const SHORT_CODE = 24;

function breakBetweenWords(heading: Element): void {
  heading.children = heading.children.flatMap((child) =>
    child.type === 'text'
      ? headingParts(child.value).flatMap((value, k): ElementContent[] => [
          ...(k > 0 ? [element('wbr', {}, [])] : []),
          { type: 'text', value },
        ])
      : [child],
  );
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? textOf(node.children) : '',
    )
    .join('');
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
