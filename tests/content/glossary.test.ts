import { describe, expect, test } from 'vitest';
import { cellFiles, cellText, skeleton, slugs, text } from './chapters.ts';
import { prose, spoken } from './chinese.ts';

interface Entry {
  readonly term: string;
  readonly other: string;
  readonly link: string;
}

/** The rows `| [term](link) | the other language | a sentence |` of a glossary. */
function entries(language: 'zh' | 'en'): Entry[] {
  const rows = text(language, 'glossary').matchAll(/^\| \[([^\]]+)\]\(([^)]+)\) \| ([^|]+) \|/gm);
  return [...rows].map(([, term = '', link = '', other = '']) => ({ term, other, link }));
}

const zh = entries('zh');
const en = entries('en');

describe('the glossary', () => {
  test('has the same terms in both languages, with the same links', () => {
    const pairs = (list: readonly Entry[], swap: boolean) =>
      list
        .map(({ term, other, link }) =>
          [...(swap ? [other, term] : [term, other]), link].join(' | '),
        )
        .sort();
    expect(zh.length).toBeGreaterThanOrEqual(50);
    expect(pairs(zh, false)).toEqual(pairs(en, true));
    expect(new Set(zh.map(({ term }) => term)).size).toBe(zh.length);
  });

  test('is sorted: by pinyin, and by the alphabet', () => {
    const sorted = (list: readonly Entry[], locale: string) =>
      list.map(({ term }) => term).toSorted(new Intl.Collator(locale).compare);
    expect(zh.map(({ term }) => term)).toEqual(sorted(zh, 'zh-u-co-pinyin'));
    expect(en.map(({ term }) => term)).toEqual(sorted(en, 'en'));
  });

  test('leads to sections that are there', () => {
    const missing = zh.filter(({ link }) => {
      const [, slug = '', id] = /^\.\.\/([\w-]+)\/(?:#([\w-]+))?$/.exec(link) ?? [];
      if (slug === '') return true;
      if (id === undefined || !slugs('zh').includes(slug)) return false;
      return !skeleton(text('zh', slug)).headings.some((heading) => heading.endsWith(` ${id}`));
    });
    expect(missing).toEqual([]);
  });

  test('has only terms that the book uses', () => {
    const pages = slugs('zh').filter((slug) => slug !== 'glossary');
    const book = [...pages.map((slug) => text('zh', slug)), ...cellFiles().map(cellText)].join(
      '\n',
    );
    expect(zh.filter(({ term }) => !book.includes(term)).map(({ term }) => term)).toEqual([]);
  });
});

/** What others say for a term of the glossary, which this book does not. */
const rejected: Readonly<Record<string, string>> = {
  学习速率: '学习率',
  移动平均: '滑动平均',
  小批次: '小批量',
  批大小: '批量',
  信赖比: '信任比',
  偏差校正: '偏差修正',
  偏置修正: '偏差修正',
  'L2 惩罚': 'L2 正则',
  'L2 正则化': 'L2 正则',
  噪声的底: '噪声的地板',
  噪声基底: '噪声的地板',
  局部最小: '局部极小',
  权值: '权重',
  逐元素: '逐个元素',
  梯度截断: '梯度裁剪',
  热身: '预热',
  过冲: '冲过头',
};

describe('one idea has one word', () => {
  const pages = slugs('zh').filter((slug) => slug !== 'glossary');
  const found = (words: string) =>
    Object.entries(rejected)
      .filter(([word]) => words.includes(word))
      .map(([word, term]) => `${word}: ${term}`);

  test.each(pages)('in %s', (slug) => expect(found(prose(text('zh', slug)))).toEqual([]));

  test('in the cells', () => {
    const wrong = cellFiles().flatMap((id) =>
      found(spoken(cellText(id)).join('\n')).map((each) => `${id}: ${each}`),
    );
    expect(wrong).toEqual([]);
  });
});
