import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  exported,
  imported,
  LARGEST,
  markSolved,
  solved,
} from '../../../src/notebook/page/solved.ts';

/** A browser's storage: its keys are its own properties. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = String(value);
    },
  };
  return Object.create(methods) as Storage;
}

const told: string[] = [];
beforeEach(() => {
  told.length = 0;
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('document', { dispatchEvent: ({ type }: Event) => told.push(type) });
});
afterEach(() => vi.unstubAllGlobals());

const ANSWER = 'descent:edit:zh:adam/exercise-bound';

describe('progress', () => {
  test('is kept, each exercise once, and told to the page', () => {
    expect(markSolved('sgd-2')).toBe(true);
    markSolved('sgd-1', 'sgd-2');
    expect([...solved()]).toEqual(['sgd-1', 'sgd-2']);
    expect(told).toEqual(['descent:solved', 'descent:solved']);
  });

  test('is none where storage is blocked or holds something else', () => {
    localStorage.setItem('descent:solved', '{"a":');
    expect(solved().size).toBe(0);
    localStorage.setItem('descent:solved', '["sgd-1", 7, "<b>", {}]');
    expect([...solved()]).toEqual(['sgd-1']);
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('blocked');
      },
      setItem: () => {
        throw new Error('blocked');
      },
    });
    expect(solved().size).toBe(0);
    expect(markSolved('sgd-1')).toBe(false);
  });

  test('goes to another browser as a file, with the answers', () => {
    markSolved('sgd-1');
    localStorage.setItem(ANSWER, JSON.stringify({ base: 'start', text: 'mine' }));
    localStorage.setItem('descent:edit:zh:adam/idea', JSON.stringify({ base: 'a', text: 'b' }));
    const file = exported();
    expect(file).not.toContain('adam/idea');
    vi.stubGlobal('localStorage', storage());
    markSolved('nag-1');
    expect(imported(file)).toEqual({ added: 1, answers: 1, left: 0 });
    expect([...solved()]).toEqual(['nag-1', 'sgd-1']);
    expect(localStorage.getItem(ANSWER)).toBe('{"base":"start","text":"mine"}');
    expect(imported(file)).toEqual({ added: 0, answers: 0, left: 0 });
  });

  test('never replaces an answer that is there', () => {
    localStorage.setItem(ANSWER, JSON.stringify({ base: 'start', text: 'theirs' }));
    const file = exported();
    localStorage.setItem(ANSWER, JSON.stringify({ base: 'start', text: 'mine' }));
    expect(imported(file)).toEqual({ added: 0, answers: 0, left: 1 });
    expect(localStorage.getItem(ANSWER)).toContain('mine');
  });

  test.each([
    ['no JSON', 'hello'],
    ['another file', '{"cells": []}'],
    ['null', 'null'],
    ['answers that are none', '{"descent": 1, "solved": [], "answers": 7}'],
    ['a huge file', `"${'x'.repeat(LARGEST)}"`],
  ])('refuses %s, and changes nothing', (_, text) => {
    markSolved('sgd-1');
    expect(() => imported(text)).toThrow(TypeError);
    expect([...solved()]).toEqual(['sgd-1']);
  });

  test('takes from a crafted file only what is progress', () => {
    const answers = {
      'zh:sgd/failure': { base: '', text: 'evil' },
      '../x': { base: '', text: '' },
    };
    imported(JSON.stringify({ descent: 1, solved: ['<script>', 'sgd-1'], answers }));
    expect(Object.keys(localStorage)).toEqual(['descent:solved']);
    expect([...solved()]).toEqual(['sgd-1']);
  });
});
