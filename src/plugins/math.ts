import type { Element, Root } from 'hast';
import type { KatexOptions } from 'katex';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './fail.ts';

/** The quantities that keep one colour through the whole book: `\gradient{g_t}` and so on. */
const quantities = ['gradient', 'momentum', 'second', 'lr', 'decay', 'trust'] as const;
export type Quantity = (typeof quantities)[number];

/** How every equation of the book is set, on pages and beside algorithms. */
export const katexOptions: KatexOptions = {
  // KaTeX writes to it: a new one each time, so that a \gdef in one equation cannot reach the next.
  get macros() {
    return Object.fromEntries(
      quantities.map((name) => [`\\${name}`, `\\htmlClass{q-${name}}{#1}`]),
    );
  },
  // KaTeX sets a command that it does not trust as red text and goes on; a throw stops the build.
  trust: (context) => {
    if (context.command === '\\htmlClass' && /^q-[a-z]+$/.test(context.class)) return true;
    throw new Error(`${context.command} is not allowed in an equation`);
  },
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  maxExpand: 1000,
  maxSize: 20,
  throwOnError: true,
};

/** An equation for programs that do not know the book's macros: what they colour stays, without its colour. */
export function withoutMacros(tex: string): string {
  return tex.replace(MACRO, '');
}

const MACRO = new RegExp(`\\\\(?:${quantities.join('|')})(?![A-Za-z])\\s*`, 'g');

/** What the site's search must not read: an equation is said once, not again as it is drawn and as it is written. */
const UNSEARCHED = 'data-pagefind-ignore';

/** After rehype-katex: lets the search read each equation once. */
export function rehypeMathSearch() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      const { className } = node.properties;
      const drawn = Array.isArray(className) && className.includes('katex-html');
      if (!drawn && node.tagName !== 'annotation') return undefined;
      node.properties[UNSEARCHED] = '';
      return SKIP;
    });
  };
}

/** The same for an equation that is set without rehype. */
export function searchedOnce(html: string): string {
  return html
    .replaceAll('<annotation ', `<annotation ${UNSEARCHED} `)
    .replaceAll('<span class="katex-html"', `<span ${UNSEARCHED} class="katex-html"`);
}

/** How many children these must have in MathML; KaTeX writes `_{\max}` with one too many. */
const CHILDREN: Readonly<Record<string, number>> = { msub: 2, msup: 2, msubsup: 3, mfrac: 2 };

/**
 * After rehype-katex, which only notes an equation it could not set: makes that fail the build, and MathML that
 * browsers do not show.
 */
export function rehypeMathErrors() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', ({ tagName, children }: Element) => {
      const wanted = CHILDREN[tagName];
      if (wanted === undefined || children.length === wanted) return;
      const parts = children.length;
      failAt(
        file,
        undefined,
        `<${tagName}> of an equation has ${parts} parts; for _{\\max} write _{\\mathrm{max}}`,
      );
    });
    const message = file.messages.find(({ source }) => source === 'rehype-katex');
    if (message === undefined) return;
    // A display equation's own element has no position; the one around it does.
    const element = message.ancestors?.findLast(({ position }) => position !== undefined);
    const { cause, reason } = message;
    const why = cause instanceof Error ? cause.message : reason;
    failAt(file, element, `an equation cannot be set: ${why}`);
  };
}
