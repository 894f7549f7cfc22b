import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const PUNCTUATION = /^[，。；：、！？）」,.;:!?)]+/;

/**
 * After rehype-katex: keeps a short formula, as η = 1, on one line, and a comma or a full stop on the line of the
 * formula before it. Browsers may break a line after an inline block, and a formula is one, or several side by side;
 * in Chinese a line must not begin with a comma.
 */
export function rehypeMathPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (hasClass(node, 'katex-display')) return SKIP;
      if (!hasClass(node, 'katex') || parent === undefined || index === undefined) return undefined;
      const next = parent.children[index + 1];
      const found = next?.type === 'text' ? PUNCTUATION.exec(next.value)?.[0] : undefined;
      const { parts, signs } = measure(node);
      // A long formula must stay free to break inside; a single part cannot.
      if (parts > 1 ? signs > SHORT : found === undefined) return SKIP;
      const together: ElementContent[] = [node];
      if (next?.type === 'text' && found !== undefined) {
        next.value = next.value.slice(found.length);
        together.push({ type: 'text', value: found });
      }
      parent.children[index] = {
        type: 'element',
        tagName: 'span',
        properties: { className: ['nowrap'] },
        children: together,
      };
      return SKIP;
    });
  };
}

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
