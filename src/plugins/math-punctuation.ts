import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const AFTER = /^[，。；：、！？）」,.;:!?)]+/;
const BEFORE = /[（「“(]+$/;

/**
 * After rehype-katex: keeps a short formula, as η = 1, on one line, a comma or a full stop on the line of the formula
 * before it, and an opening bracket on the line of the formula after it. Browsers may break a line on either side of an
 * inline block, and a formula is one, or several side by side; in Chinese a line must not begin with a comma, nor end
 * with an open bracket.
 */
export function rehypeMathPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (hasClass(node, 'katex-display')) return SKIP;
      if (!hasClass(node, 'katex') || parent === undefined || index === undefined) return undefined;
      const { parts, signs } = measure(node);
      // A long formula must stay free to break inside; a single part cannot.
      if (parts > 1 && signs > SHORT) return SKIP;
      const before = cut(parent.children[index - 1], BEFORE);
      const after = cut(parent.children[index + 1], AFTER);
      if (parts === 1 && !before && !after) return SKIP;
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['nowrap'] },
        children: [...text(before), node, ...text(after)],
      };
      return SKIP;
    });
  };
}

/** Takes what matches out of a text, and returns it. */
function cut(node: RootContent | undefined, pattern: RegExp): string {
  if (node?.type !== 'text') return '';
  const found = pattern.exec(node.value)?.[0] ?? '';
  node.value = node.value.replace(pattern, '');
  return found;
}

const text = (value: string): ElementContent[] => (value ? [{ type: 'text', value }] : []);

/** Signs of a formula that is short enough to stand on one line whole, as 3.8×10⁻⁴ is. */
const SHORT = 10;

/** In how many parts a formula is set, between which a line may break, and how many signs it has in all. */
function measure(formula: Element): { parts: number; signs: number } {
  let [parts, signs] = [0, 0];
  visit(formula, 'element', (node) => {
    if (!hasClass(node, 'katex-base')) return;
    parts++;
    visit(node, 'text', ({ value }) => void (signs += value.replaceAll('\u200b', '').length));
  });
  return { parts, signs };
}

function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}
