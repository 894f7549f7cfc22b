import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * What prose needs around it on the page: a link beside each section heading, and a box around each
 * table that scrolls by itself, so that the page never has to.
 */
export function rehypeProse() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (parent === undefined || index === undefined) return undefined;
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

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
