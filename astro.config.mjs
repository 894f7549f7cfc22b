import { existsSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import remarkMath from 'remark-math';
import { parts } from './src/chapters.ts';
import { notebook } from './src/notebook/build/vite.ts';
import { parity } from './src/plugins/parity.ts';
import { inLanguage } from './src/text.ts';
import { parity as measureParity } from './tests/reference/parity.ts';

// Where the book will stand: SITE=https://example.org BASE=/descent/ npm run build.
const site = process.env.SITE ?? 'http://localhost:4321';
const base = process.env.BASE ?? '/';

const written = ({ slug }) =>
  ['zh', 'en'].every((language) =>
    existsSync(new URL(`content/${language}/${slug}.mdx`, import.meta.url)),
  );

const sidebar = parts
  .map(({ title, chapters }) => ({
    label: inLanguage(title, 'zh'),
    translations: { en: inLanguage(title, 'en') },
    items: chapters.filter(written).map((chapter) => ({
      slug: chapter.slug,
      label: inLanguage(chapter.title, 'zh'),
      translations: { en: inLanguage(chapter.title, 'en') },
    })),
  }))
  .filter(({ items }) => items.length > 0);

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  prefetch: false,
  markdown: {
    // Astro's default engine runs no remark plugins.
    processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [] }),
  },
  integrations: [
    starlight({
      title: { 'zh-CN': '下降', en: 'Descent' },
      defaultLocale: 'zh',
      locales: {
        zh: { label: '中文', lang: 'zh-CN' },
        en: { label: 'English', lang: 'en' },
      },
      sidebar,
      disable404Route: true,
      markdown: { processedDirs: ['./content/'] },
    }),
  ],
  vite: {
    plugins: [notebook(), parity(measureParity)],
  },
});
