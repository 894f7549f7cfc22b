import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import { chapters, parts } from './src/chapters.ts';
import { types } from './src/notebook/build/types.ts';
import { notebook } from './src/notebook/build/vite.ts';
import { remarkCiteKeys } from './src/plugins/cite-keys.ts';
import { remarkHeadingId } from './src/plugins/heading-id.ts';
import { katexFonts } from './src/plugins/katex-fonts.ts';
import { licences } from './src/plugins/licences.ts';
import { katexOptions, rehypeMathErrors, rehypeMathSearch } from './src/plugins/math.ts';
import { parity } from './src/plugins/parity.ts';
import { rehypeMathPunctuation } from './src/plugins/math-punctuation.ts';
import { rehypeProse } from './src/plugins/prose.ts';
import { shikiClasses } from './src/plugins/shiki-classes.ts';
import { starlightPage } from './src/plugins/starlight-page.ts';
import { remarkUnwritten } from './src/plugins/unwritten.ts';
import { inLanguage } from './src/text.ts';
import { parity as measured } from './tests/reference/parity.ts';

// Where the book will stand: SITE=https://example.org BASE=/descent/ npm run build.
const site = (process.env.SITE ?? 'http://localhost:4321').replace(/\/$/, '');
const base = `/${process.env.BASE ?? ''}/`.replace(/\/+/g, '/');

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const written = ({ slug }) =>
  ['zh', 'en'].every((language) => existsSync(here(`content/${language}/${slug}.mdx`)));
const unwritten = chapters.filter((chapter) => !written(chapter)).map(({ slug }) => slug);

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

// The front door belongs to neither language; the sitemap integration would call it Chinese.
const door = site + base;
const alternates = (page) => {
  if (page.url !== door) return { ...page, links: page.links?.filter(({ url }) => url !== door) };
  const links = [
    { lang: 'zh-CN', url: `${door}zh/` },
    { lang: 'en', url: `${door}en/` },
    { lang: 'x-default', url: door },
  ];
  return { ...page, links };
};

/** The book has a layout of its own; these take the place of Starlight's. */
const page = (name) => `./src/components/page/${name}.astro`;

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  prefetch: false,
  markdown: {
    // Astro's default engine runs no remark plugins.
    processor: unified({
      remarkPlugins: [
        remarkMath,
        remarkHeadingId,
        [remarkCiteKeys, { bibliography: here('content/references.bib') }],
        [remarkUnwritten, { slugs: unwritten }],
      ],
      rehypePlugins: [
        [rehypeKatex, katexOptions],
        rehypeMathErrors,
        rehypeMathPunctuation,
        rehypeMathSearch,
        rehypeProse,
      ],
    }),
    shikiConfig: { theme: 'css-variables', transformers: [shikiClasses] },
  },
  integrations: [
    sitemap({
      i18n: { defaultLocale: 'zh', locales: { zh: 'zh-CN', en: 'en' } },
      serialize: alternates,
    }),
    starlight({
      title: { 'zh-CN': '下降', en: 'Descent' },
      defaultLocale: 'zh',
      locales: {
        zh: { label: '中文', lang: 'zh-CN' },
        en: { label: 'English', lang: 'en' },
      },
      sidebar,
      favicon: '/favicon.svg',
      disable404Route: true,
      expressiveCode: false,
      markdown: { headingLinks: false },
      customCss: [
        'katex/dist/katex.min.css',
        './src/styles/tokens.css',
        './src/styles/frame.css',
        './src/styles/prose.css',
        './src/styles/exercises.css',
        './src/styles/algorithm.css',
        './src/figures/figures.css',
        './src/styles/cell.css',
        './src/styles/compare.css',
        './src/styles/tools.css',
        './src/styles/print.css',
      ],
      components: {
        Head: page('Head'),
        ThemeProvider: page('ThemeProvider'),
        PageFrame: page('PageFrame'),
        Header: page('Header'),
        Sidebar: page('Sidebar'),
        Search: page('Search'),
        TwoColumnContent: page('Leaf'),
        PageSidebar: page('Nothing'),
        ContentPanel: page('Bare'),
        PageTitle: page('PageTitle'),
        MarkdownContent: page('MarkdownContent'),
        Footer: page('Footer'),
      },
    }),
  ],
  vite: {
    plugins: [
      notebook({ home: `${site}${base}notebook/` }),
      types(),
      parity(measured),
      katexFonts(),
      licences(),
      starlightPage(),
    ],
    // Scripts and styles stay files, so that a page is text and a policy can allow them by origin.
    build: { assetsInlineLimit: 0 },
  },
});
