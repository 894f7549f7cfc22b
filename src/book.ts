import { version } from '../package.json' with { type: 'json' };
import type { Text } from './text.ts';

/** The book as others cite it. The version is the package's; its year changes with it. */
export const book: {
  readonly title: Text;
  readonly author: string;
  readonly version: string;
  readonly year: string;
} = {
  title: {
    zh: '下降：深度学习优化器的发展',
    en: 'Descent: the development of deep-learning optimizers',
  },
  author: 'Descent contributors',
  version,
  year: '2026',
};

/** Whether the site has an address for others: one on the builder's own machine is none. */
export function isPublished(site: URL | undefined): site is URL {
  return site !== undefined && site.hostname !== 'localhost';
}
