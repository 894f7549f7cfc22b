import { describe, expect, test } from 'vitest';
import {
  cellExists,
  cellFiles,
  cellsOn,
  cellText,
  citations,
  skeleton,
  slugs,
  text,
} from './chapters.ts';

const zh = slugs('zh');
const en = slugs('en');
const both = zh.filter((slug) => en.includes(slug));

test('every page stands in both languages', () => {
  expect(zh).toEqual(en);
  expect(both.length).toBeGreaterThan(2);
});

describe.each(both)('%s', (slug) => {
  const here = { zh: skeleton(text('zh', slug)), en: skeleton(text('en', slug)) };

  test.each(['headings', 'components', 'equations', 'code'] as const)(
    'has the same %s in both languages, in the same order',
    (part) => expect(here.zh[part]).toEqual(here.en[part]),
  );

  test('cites the same papers in both languages', () => {
    expect(citations(text('zh', slug))).toEqual(citations(text('en', slug)));
  });

  test('every heading has an id, and each id once', () => {
    for (const language of ['zh', 'en'] as const) {
      const { headings } = here[language];
      const all = text(language, slug)
        .replace(/^```[\s\S]*?^```$/gm, '')
        .match(/^#{2,6} /gm);
      expect(headings).toHaveLength(all?.length ?? 0);
      expect(new Set(headings.map((heading) => heading.split(' ')[1])).size).toBe(headings.length);
    }
  });

  test('every cell it names exists', () => {
    const missing = cellsOn(text('en', slug)).filter((id) => !cellExists(id));
    expect(missing).toEqual([]);
  });
});

describe('a chapter on an optimizer', () => {
  const chapters = both.filter((slug) =>
    skeleton(text('en', slug)).components.includes(`Algorithm ${slug}`),
  );

  test('there are some', () => expect(chapters.length).toBeGreaterThan(0));

  test.each(chapters)('%s has its parts in order, and three exercises or more', (slug) => {
    const { headings, components } = skeleton(text('en', slug));
    const ids = headings.map((heading) => heading.split(' ')[1] ?? '');
    const parts = [
      'failure',
      'idea',
      'algorithm',
      'fixed',
      'verdict',
      'practice',
      'pitfalls',
      'exercises',
      'references',
    ];
    expect(ids.filter((id) => parts.includes(id))).toEqual(parts);
    expect(components.filter((name) => name.startsWith('Exercise')).length).toBeGreaterThanOrEqual(
      3,
    );
    expect(components).toContain('References');
  });
});

describe('cells', () => {
  const used = new Set(both.flatMap((slug) => cellsOn(text('en', slug))));

  test('every cell file is shown on some page', () => {
    expect(cellFiles().filter((id) => !used.has(id))).toEqual([]);
  });

  test.each(cellFiles())(
    '%s has a check, imports only its three modules and is deterministic',
    (id) => {
      const source = cellText(id);
      expect(source).toMatch(/\bcheck\.(converges|diverges|close|that)\(/);
      const modules = [...source.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
      expect(
        modules.filter((name) => !['optim', 'problems', 'notebook'].includes(name ?? '')),
      ).toEqual([]);
      expect(source).not.toMatch(/Math\.random|Date\.now|new Date\b|performance\.now/);
    },
  );

  // Left out: the tour, which is about the cell itself, and an exercise whose problem the reader makes.
  const exercises = cellFiles().filter((id) => id.includes('/exercise-'));
  test.each(exercises.filter((id) => !/^tour\/|exercise-bowls/.test(id)))(
    '%s is checked on something the reader has not seen',
    (id) => expect(cellText(id)).toMatch(/\bfreshSeed\(\)/),
  );

  test.each(cellFiles())('%s speaks both languages, comment by comment', (id) => {
    const tags = [...cellText(id).matchAll(/\/\/ (zh|en):/g)].map(([, tag]) => tag);
    const count = (tag: string) => tags.filter((each) => each === tag).length > 0;
    expect(count('zh')).toBe(count('en'));
    // A block of one language is followed by the block of the other.
    const blocks = tags.filter((tag, i) => tag !== tags[i - 1]);
    expect(blocks.length % 2).toBe(0);
    expect(blocks.every((tag, i) => tag === (i % 2 ? 'en' : 'zh'))).toBe(true);
    for (const comment of cellText(id).match(/\/\/.*$/gm) ?? []) {
      if (/^\/\/ (zh|en):/.test(comment)) continue;
      expect(comment, 'an untagged comment is for both: no Chinese in it').not.toMatch(
        /\p{Script=Han}/u,
      );
    }
  });
});
