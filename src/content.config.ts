import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';

export const collections = {
  // `cells/` holds TypeScript only, so the pattern names the two languages.
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '{zh,en}/**/*.mdx' }),
    schema: docsSchema(),
  }),
  // Starlight's own words, where the book says it otherwise; the rest is in components/words.ts.
  i18n: defineCollection({
    loader: () => [
      { id: 'zh-CN', 'skipLink.label': '跳到正文' },
      { id: 'en', 'skipLink.label': 'Skip to the text' },
    ],
    schema: i18nSchema(),
  }),
};
