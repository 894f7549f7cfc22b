import type { FigureSpec } from '../figures/spec.ts';
import type { Text } from '../text.ts';
import { describe, shorten } from './describe.ts';
import { pass, send } from './host.ts';
import type { Message } from './protocol.ts';

/** A figure shown again is redrawn in place, at most this often (ms): a screen shows no more. */
const FRAME = 16;

let count = 0;
const keys = new WeakMap<object, string>();
const lastSent = new Map<string, number>();
const held = new Map<string, Message>();

/**
 * Shows figures, tables or values below the cell, in order.
 * The same figure object, or one with the same `key`, shown again replaces the earlier one in place.
 */
export function display(...items: unknown[]): void {
  for (const item of items) {
    if (isFigure(item)) {
      const key = item.key ?? keyOf(item);
      update({ type: 'figure', key, spec: item });
    } else {
      send({ type: 'value', key: `value-${count++}`, text: asText(item) });
    }
  }
}

/** Sends what was held back, so that the last state of every figure is the one that stays. */
export function flush(): void {
  for (const message of held.values()) pass(message);
  held.clear();
}

function update(message: Message & { key: string }): void {
  const now = performance.now();
  const before = lastSent.get(message.key);
  if (before !== undefined && now - before < FRAME) {
    held.set(message.key, message);
    return;
  }
  held.delete(message.key);
  lastSent.set(message.key, now);
  send(message);
}

function keyOf(item: object): string {
  let key = keys.get(item);
  if (!key) keys.set(item, (key = `figure-${count++}`));
  return key;
}

function isFigure(item: unknown): item is FigureSpec {
  return typeof item === 'object' && item !== null && 'kind' in item;
}

function asText(item: unknown): Text {
  if (typeof item === 'object' && item !== null && 'zh' in item && 'en' in item) {
    const { zh, en } = item;
    if (typeof zh === 'string' && typeof en === 'string') {
      return { zh: shorten(zh), en: shorten(en) };
    }
  }
  return describe(item);
}
