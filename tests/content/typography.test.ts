import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cellFiles, cellText, slugs, text } from './chapters.ts';
import {
  attributes,
  type Finding,
  lint,
  literals,
  prose,
  spoken,
  strayAsterisks,
} from './chinese.ts';

const say = ({ line, why, near }: Finding) => `line ${line}: ${why}: …${near}…`;

describe('the rules', () => {
  test.each([
    '学习率太大,就会发散。',
    '学习率太大， 就会发散。',
    '取η = 2 之后',
    '走了200步',
    '这就是"惯性"',
    '曲率 (1.96) 很小',
    'SGD(见上一章)很慢',
    '代码里叫`lr`，默认 0',
    '取 $\\lr{\\eta}$就好',
    '见[动量](../momentum/)一章.',
  ])('find the fault in %s', (sentence) => {
    expect(lint(prose(sentence))).not.toEqual([]);
  });

  test.each([
    '学习率太大，就会发散；取 $\\eta = 2$，走 1,000 步。',
    '这就是“惯性”（见[动量](../momentum/)，公式 (3)），比例是 0:1。',
    '代码里叫 `lr`，也就是 f(x) 的系数 <Cite key="polyak1964" />。',
    '起点 (1.5, 0) 在山脊上，(1 − μ)/(1 + μ) 是 η / (B(2 − η))，nesterov: true 也一样。',
    '| 峡谷 | 45° 时是 10⁻⁶，占 10% |\n| --- | --- |\n| **想法**：一步 | −1 |',
  ])('find none in %s', (sentence) => {
    expect(lint(prose(sentence)).map(say)).toEqual([]);
  });
});

test('bold type that Markdown cannot close is found', () => {
  expect(strayAsterisks('一句话。**很重要的一句。**后面紧接着')).toHaveLength(1);
  expect(strayAsterisks('一句话。**很重要的一句**。后面紧接着')).toEqual([]);
});

describe('Chinese typography', () => {
  test.each(slugs('zh'))('of the page %s', (slug) => {
    const mdx = text('zh', slug);
    const findings = [lint(prose(mdx)), ...attributes(mdx).map(lint)].flat();
    expect(findings.map(say)).toEqual([]);
    expect(strayAsterisks(prose(mdx))).toEqual([]);
  });

  test('of the texts in cells', () => {
    const findings = cellFiles().flatMap((id) =>
      spoken(cellText(id))
        .flatMap(lint)
        .map((finding) => `${id}: ${finding.why}: …${finding.near}…`),
    );
    expect(findings).toEqual([]);
  });

  test.each([
    'src/chapters.ts',
    'src/book.ts',
    'src/components/words.ts',
    'src/notebook/strings.ts',
    'src/notebook/explain.ts',
    'src/figures/words.ts',
  ])('of what the site says, in %s', (file) => {
    const findings = literals(readFileSync(file, 'utf8')).flatMap(lint);
    expect(findings.map(say)).toEqual([]);
  });
});
