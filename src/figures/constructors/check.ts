import type { Text } from '../../text.ts';
import { LIMITS } from '../limits.ts';
import { QUANTITIES, type Axis, type Common, type Named, type Quantity } from '../spec.ts';

/** Numbers a cell may hand over: an array or a typed array. */
export type Numbers = ArrayLike<number>;

/** What every constructor accepts besides its data. */
export interface Captions {
  readonly key?: string;
  readonly title?: Text;
  readonly caption?: Text;
}

/** Says what something is, for an error message. */
export function what(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

export function wrong(place: string, expected: string, got: unknown): TypeError {
  return new TypeError(`${place} must be ${expected}, got ${what(got)}`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws TypeError when the value is no text; a very long text is cut. */
export function text(value: unknown, place: string, length: number = LIMITS.label): Text {
  const cut = (part: string) => (part.length > length ? `${part.slice(0, length - 1)}…` : part);
  if (typeof value === 'string') return cut(value);
  if (isObject(value) && typeof value.zh === 'string' && typeof value.en === 'string') {
    return { zh: cut(value.zh), en: cut(value.en) };
  }
  throw wrong(place, 'a string or { zh, en }', value);
}

/** @throws TypeError when the value is no array of numbers. */
export function numbers(value: unknown, place: string): Numbers {
  if (!Array.isArray(value) && !(ArrayBuffer.isView(value) && 'length' in value)) {
    throw wrong(place, 'an array of numbers', value);
  }
  const list = value as Numbers;
  for (let i = 0; i < list.length; i++) {
    if (typeof list[i] !== 'number') throw wrong(`${place}[${i}]`, 'a number', list[i]);
  }
  return list;
}

/** @throws TypeError when the value is no array. */
export function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(place, 'an array', value);
  return value;
}

export function record(value: unknown, place: string): Record<string, unknown> {
  if (!isObject(value)) throw wrong(place, 'an object', value);
  return value;
}

export function number(value: unknown, place: string): number {
  if (typeof value !== 'number') throw wrong(place, 'a number', value);
  return value;
}

/** @throws TypeError when the value is no pair of finite numbers in increasing order. */
export function interval(value: unknown, place: string): readonly [number, number] {
  if (Array.isArray(value) && value.length === 2) {
    const [from, to] = value as [unknown, unknown];
    if (Number.isFinite(from) && Number.isFinite(to) && (from as number) < (to as number)) {
      return [from as number, to as number];
    }
  }
  throw wrong(place, 'two finite numbers [from, to] with from < to', value);
}

/** An axis as given, with the defaults for what was not. */
export function axis(value: unknown, place: string, defaults: Axis = {}): Axis {
  if (value === undefined) return defaults;
  const given = record(value, place);
  const log = Boolean(given.log ?? defaults.log);
  const domain =
    given.domain === undefined ? defaults.domain : interval(given.domain, `${place}.domain`);
  if (log && domain && domain[0] <= 0) {
    throw wrong(`${place}.domain`, 'positive on a logarithmic axis', String(domain));
  }
  const label = given.label === undefined ? defaults.label : text(given.label, `${place}.label`);
  return { ...(label !== undefined && { label }), ...(log && { log }), ...(domain && { domain }) };
}

/** The fields that every spec has. */
export function common(options: Captions, place: string): Common {
  const { key, title, caption } = options;
  if (key !== undefined && typeof key !== 'string') throw wrong(`${place}: key`, 'a string', key);
  return {
    ...(key !== undefined && { key: key.slice(0, LIMITS.key) }),
    ...(title !== undefined && { title: text(title, `${place}: title`) }),
    ...(caption !== undefined && {
      caption: text(caption, `${place}: caption`, LIMITS.caption),
    }),
  };
}

/** A label, and the optimizer or the quantity whose colour it wears. */
export function named(item: Record<string, unknown>, place: string): Named {
  const { label, optimizer, quantity, among } = item;
  if (optimizer !== undefined && typeof optimizer !== 'string') {
    throw wrong(`${place}.optimizer`, 'the name of an optimizer', optimizer);
  }
  if (quantity !== undefined && !QUANTITIES.includes(quantity as Quantity)) {
    throw wrong(`${place}.quantity`, `one of ${QUANTITIES.join(', ')}`, quantity);
  }
  const [turn, count] = (Array.isArray(among) ? among : []) as unknown[];
  const counted = Number.isInteger(turn) && Number.isInteger(count);
  if (
    among !== undefined &&
    !(counted && (turn as number) >= 0 && (turn as number) < (count as number))
  ) {
    throw wrong(`${place}.among`, 'two whole numbers, which from 0 and of how many', among);
  }
  return {
    label: text(label, `${place}.label`),
    ...(counted && { among: [turn as number, count as number] as const }),
    ...(optimizer !== undefined && { optimizer: optimizer.slice(0, LIMITS.label) }),
    ...(quantity !== undefined && { quantity: quantity as Quantity }),
  };
}

/** At most so many items, with the number there was when some had to go. */
export function cap<T>(items: readonly T[], limit: number): [kept: readonly T[], from?: number] {
  return items.length > limit ? [items.slice(0, limit), items.length] : [items];
}
