import { expect, test } from 'vitest';
import { headingParts } from '../../../src/plugins/heading-words.ts';

test('a Chinese heading may break between its words, and nowhere else', () => {
  expect(headingParts('学习率的安排')).toEqual(['学习率的', '安排']);
  expect(headingParts('AdaGrad：每个参数')).toEqual(['AdaGrad：每个', '参数']);
  expect(headingParts('顺着坡走一步').join('|')).not.toContain('一|步');
});

test('nothing is lost, signs and letters stay where they are', () => {
  for (const text of ['SGD 的 S：小批量', '“先看一眼”，再走', 'η = 0.1 时', '', '一']) {
    expect(headingParts(text).join('')).toBe(text);
    expect(headingParts(text)).not.toContain('：');
  }
});
