import { expect, test } from 'vitest';
import { inbox } from '../../../src/notebook/page/inbox.ts';

const aPoint = {
  kind: 'point',
  id: 'start',
  label: 'start',
  value: [1, 2],
  x: [0, 3],
  y: [0, 3],
  adjusted: false,
};

test('lets the messages of a decent cell through', () => {
  const read = inbox();
  for (const message of [
    { type: 'console', level: 'log', text: 'x' },
    { type: 'value', key: 'value-0', text: { zh: '一', en: 'one' } },
    { type: 'check', check: { passed: true, text: 'ok' } },
    { type: 'progress', done: 1, total: 2 },
    { type: 'data', name: 'digits' },
    { type: 'input', input: aPoint },
    { type: 'failed', error: { message: 'no', line: 3 } },
    { type: 'done' },
  ]) {
    expect(read(message)).toEqual({ ok: true, message });
  }
});

test.each([
  [null],
  ['done'],
  [{ type: 'eval', code: 'x' }],
  [{ type: 'done', extra: 1 }],
  [{ type: 'console', level: 'log', text: 'x'.repeat(10_000) }],
  [{ type: 'console', level: 'html', text: 'x' }],
  [{ type: 'check', check: { passed: 'yes', text: 'ok' } }],
  [{ type: 'figure', key: 'a', spec: { kind: 'html', html: '<script>' } }],
  [{ type: 'figure', key: 'a'.repeat(1000), spec: {} }],
  [{ type: 'progress', done: NaN, total: 1 }],
  [{ type: 'input', input: { ...aPoint, value: [1, '<b>'] } }],
  [{ type: 'input', input: { ...aPoint, value: [1, NaN] } }],
  [{ type: 'data', name: '../index.html' }],
  [{ type: 'helper', program: 'x' }],
  [{ type: 'failed', error: { message: { zh: 1 } } }],
])('refuses %j', (message) => {
  expect(inbox()(message).ok).toBe(false);
});

test('hangs up on a flood, whatever it is made of', () => {
  for (const [message, most] of [
    [{ type: 'console', level: 'log', text: 'x' }, 1001],
    [{ type: 'check', check: { passed: true, text: 'ok' } }, 201],
    [{ type: 'helper' }, 9],
    [{ type: 'progress', done: 1, total: 2 }, 50_001],
  ] as const) {
    const read = inbox();
    for (let i = 1; i < most; i++) expect(read(message).ok).toBe(true);
    expect(read(message).ok).toBe(false);
  }
});
