import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const AFTER = /^[，。；：、！？）」,.;:!?)]+/;
const BEFORE = /[（「“(]+$/;

/**
 * After rehype-katex: keeps a short formula, as η = 1, on one line, a comma or a full stop on the line of the formula
 * before it, and an opening bracket on the line of the formula after it. Browsers may break a line on either side of an
 * inline block, and a formula is one, or several side by side; in Chinese a line must not begin with a comma, nor end
 * with an open bracket. Of a long formula, which must stay free to break inside, the outermost parts are kept so.
 */
export function rehypeMathPunctuation() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (hasClass(node, 'katex-display')) return SKIP;
      if (!hasClass(node, 'katex') || parent === undefined || index === undefined) return undefined;
      const before = cut(parent.children[index - 1], BEFORE);
      const after = cut(parent.children[index + 1], AFTER);
      const { parts, signs } = measure(node);
      if (parts > 1 && signs > SHORT) {
        const first = before ? [together(text(before), split(node, 'first'))] : [];
        const last = after ? [together(split(node, 'last'), text(after))] : [];
        parent.children.splice(index, 1, ...first, node, ...last);
        return [SKIP, index + first.length + 1 + last.length];
      }
      if (parts === 1 && !before && !after) return SKIP;
      parent.children[index] = together(text(before), [node], text(after));
      return SKIP;
    });
  };
}

/** On one line. */
function together(...children: ElementContent[][]): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['nowrap'] },
    children: children.flat(),
  };
}

/** Takes the outermost part out of a formula; what the formula says to a screen reader stays in the rest. */
function split(formula: Element, end: 'first' | 'last'): ElementContent[] {
  const drawn = formula.children.find(
    (child): child is Element => child.type === 'element' && hasClass(child, 'katex-html'),
  );
  const part = end === 'first' ? drawn?.children.shift() : drawn?.children.pop();
  if (!drawn || !part) return [];
  return [{ ...formula, children: [{ ...drawn, children: [part] }] }];
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
