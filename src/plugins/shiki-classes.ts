import type { ShikiTransformer } from 'shiki';

const classes: Record<string, string> = {
  keyword: 'tok-keyword',
  comment: 'tok-comment',
  string: 'tok-string',
  'string-expression': 'tok-string',
  constant: 'tok-number',
};

/**
 * Fenced code gets the classes of the book's own highlighter (`tok-keyword` …) in place of Shiki's
 * inline styles: one look for all code, lighter pages, and no style attributes.
 */
export const shikiClasses: ShikiTransformer = {
  name: 'descent:classes',
  pre(node) {
    delete node.properties['style'];
  },
  span(node) {
    const token = /--astro-code-token-([\w-]+)/.exec(String(node.properties['style']))?.[1];
    delete node.properties['style'];
    // Shiki counts operators among the keywords; in the book's code they stay plain.
    const [text] = node.children;
    const isWord = text?.type === 'text' && /[\p{L}\d]/u.test(text.value);
    const name = classes[token ?? ''];
    if (name !== undefined && (isWord || name !== 'tok-keyword')) node.properties['class'] = name;
  },
  line(node) {
    // A token without a class is plain text: leave out its span.
    node.children = node.children.flatMap((child) =>
      child.type === 'element' && Object.keys(child.properties).length === 0
        ? child.children
        : [child],
    );
  },
};
