import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './fail.ts';

const explicitId = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/;

/**
 * Reads `## 之前的失败 [#failure]`: the heading gets the id `failure` and loses the marker.
 *
 * Ids are the same in both languages, so that switching the language can keep the place and a link
 * never breaks when a title is reworded; hence a heading without one fails the build.
 */
export function remarkHeadingId() {
  return (tree: Root, file: VFile): void => {
    const taken = new Set<string>();
    visit(tree, 'heading', (heading) => {
      const id = takeId(heading);
      if (id === undefined) {
        failAt(file, heading, 'a heading ends with its id, such as [#failure]');
      }
      if (taken.has(id)) failAt(file, heading, `two headings have the id "${id}"`);
      // Collected twice (as MathML and as glyphs), an equation would garble the table of contents.
      visit(heading, (node) => {
        if (node.type === 'inlineMath') {
          failAt(file, heading, 'a heading holds no maths: write its letters as text');
        }
      });
      taken.add(id);
      heading.data = { ...heading.data, hProperties: { id } };
    });
  };
}

/** The id in the heading's last text, which loses it; undefined when there is none. */
function takeId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const match = explicitId.exec(last.value);
  if (match === null) return undefined;
  last.value = last.value.slice(0, match.index);
  return match[1];
}
