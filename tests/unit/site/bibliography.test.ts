import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { citedBy, citedKeys, keys, reference } from '../../../src/components/bibliography.ts';
import { bibtexEntries, bibtexEntry } from '../../../src/components/bibtex.ts';
import { bibliographyKeys } from '../../../src/plugins/cite-keys.ts';

const text = readFileSync('content/references.bib', 'utf8');

describe('a reference', () => {
  test('is labelled by author and year', () => {
    expect(reference('polyak1964', 'here').label).toBe('Polyak, 1964');
    expect(reference('kingma2015', 'here').label).toBe('Kingma & Ba, 2015');
    expect(reference('sutskever2013', 'here').label).toBe('Sutskever et al., 2013');
  });

  test('is set in full, its address a link', () => {
    const { html, title } = reference('polyak1964', 'here');
    expect(title).toBe('Some methods of speeding up the convergence of iteration methods');
    expect(html).toMatch(/^Polyak, B\. T\. \(1964\)\./);
    expect(html).toContain(
      '<a href="https://doi.org/10.1016/0041-5553(64)90137-5">doi:10.1016/<wbr>0041-5553(64)90137-5</a>',
    );
  });

  test('gives its BibTeX as it is written', () => {
    expect(reference('kingma2015', 'here').bibtex).toMatch(/^@inproceedings\{kingma2015,[^]*\n\}$/);
  });

  test('knows its language', () => {
    expect(reference('cauchy1847', 'here').lang).toBe('fr');
    expect(reference('polyak1964', 'here').lang).toBe('en');
  });

  test('that is not there names the key and the place', () => {
    expect(() => reference('nobody1900', 'content/zh/adam.mdx')).toThrow(
      'content/zh/adam.mdx: content/references.bib has no entry "nobody1900"',
    );
  });
});

test('a page’s citations are listed once each, in the order of first mention', () => {
  const mdx = 'a <Cite key="b2000" /> c <Cite key="a1999" /> <Cite\n  key="b2000" />';
  expect(citedKeys(mdx)).toEqual(['b2000', 'a1999']);
});

test('the pages that cite a paper are known, each once, in the order given', () => {
  const cited = citedBy([
    { slug: 'sgd', body: '<Cite key="a1999" />' },
    { slug: 'adam', body: '<Cite key="b2000" /> <Cite key="a1999" /> <Cite key="a1999" />' },
    { slug: 'about', body: 'none' },
  ]);
  expect([...cited]).toEqual([
    ['a1999', ['sgd', 'adam']],
    ['b2000', ['adam']],
  ]);
});

test('an entry is written as the bibliography writes it, without what is not known', () => {
  const entry = bibtexEntry('book', 'descent-en', {
    title: '{Descent}',
    url: undefined,
    year: '2026',
  });
  expect(entry).toBe('@book{descent-en,\n  title = {{Descent}},\n  year  = {2026}\n}');
  expect([...bibtexEntries(entry)]).toEqual([['descent-en', entry]]);
});

describe('the bibliography', () => {
  test('is read alike by all its readers', () => {
    expect(keys).toEqual([...bibliographyKeys(text)]);
    expect(keys.length).toBeGreaterThan(60);
  });

  test.each([...bibtexEntries(text)])('%s can be found and is complete', (key, entry) => {
    expect(entry).toMatch(/^ {2}(doi|url) +=/m);
    expect(entry).toMatch(/^ {2}author +=/m);
    expect(entry).toMatch(/^ {2}title +=/m);
    const { html, label } = reference(key, 'here');
    expect(html).toContain('<a href="https://');
    expect(label).toMatch(/^.+, \d{4}$/);
    const year = /year +=\s*\{(\d{4})\}/.exec(entry)?.[1];
    expect(key).toContain(year);
    const eprint = /eprint +=\s*\{([\d.]+)\}/.exec(entry)?.[1];
    if (eprint && /arXiv\./.test(entry)) expect(entry).toContain(`10.48550/arXiv.${eprint}}`);
  });

  test('two entries of one key are an error', () => {
    expect(() => bibtexEntries('@misc{a,\n}\n@misc{a,\n}')).toThrow('two entries "a"');
  });

  test('an entry that is not closed is an error', () => {
    expect(() => bibtexEntries('@misc{a, title = {x}')).toThrow('not closed');
  });
});
