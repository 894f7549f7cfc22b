import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

interface Options {
  /** Slugs of the book's plan whose chapter is not there yet. */
  readonly slugs: readonly string[];
}

/**
 * A link to a chapter that is planned and not yet written becomes plain text, so that chapters can
 * be published one by one, each with the links it will need.
 */
export function remarkUnwritten({ slugs }: Options) {
  return (tree: Root): void => {
    visit(tree, 'link', (link, index, parent) => {
      const slug = /^\.\.\/([\w-]+)\//.exec(link.url)?.[1];
      if (slug === undefined || !slugs.includes(slug)) return undefined;
      parent?.children.splice(index ?? 0, 1, ...(link.children as never[]));
      return [SKIP, index];
    });
  };
}
