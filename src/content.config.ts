import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  // `cells/` holds TypeScript only, so the pattern names the two languages.
  docs: defineCollection({
    loader: glob({ base: './content', pattern: '{zh,en}/**/*.mdx' }),
    schema: docsSchema(),
  }),
};
