import { TEXT_LENGTH } from './protocol.ts';

/** Shortens a text and says by how much, so that nothing is thrown away in silence. */
export function shorten(text: string, limit = TEXT_LENGTH): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit)}… (+${(text.length - limit).toLocaleString('en-US')})`;
}

/** A number as a reader wants it: integers as they are, others to `digits` significant digits. */
export function formatNumber(value: number, digits = 6): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return String(value);
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  const text =
    size < 1e-4 || size >= 1e7 ? value.toExponential(digits - 1) : value.toPrecision(digits);
  // Zeros at the end of the mantissa say nothing; those of the exponent do.
  const [mantissa = '', exponent] = text.split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  return exponent === undefined ? trimmed : `${trimmed}e${exponent}`;
}

const ITEMS = 100;
const DEPTH = 4;

/**
 * Any JavaScript value as one text: cyclic objects, functions, symbols, BigInt, typed arrays, objects whose getters throw.
 * Strings at the top level stand as they are; inside objects they are quoted.
 */
export function describe(value: unknown): string {
  return typeof value === 'string' ? shorten(value) : shorten(inner(value, 0, new Set()));
}

function inner(value: unknown, depth: number, above: Set<object>): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(shorten(value));
    case 'number':
      return Object.is(value, -0) ? '-0' : formatNumber(value);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
    case 'boolean':
    case 'undefined':
      return String(value);
  }
  return value === null ? 'null' : objectOf(value as object, depth, above);
}

function objectOf(value: object, depth: number, above: Set<object>): string {
  if (above.has(value)) return '[circular]';
  above.add(value);
  try {
    if (typeof value === 'function') return `ƒ ${String(value.name || 'anonymous')}()`;
    if (value instanceof Error) return `${value.name}: ${value.message}`;
    return contents(value, depth, above);
  } catch (error) {
    return `[cannot be shown: ${reasonOf(error)}]`;
  } finally {
    above.delete(value);
  }
}

/** Why something cannot be read, unless that cannot be read either. */
function reasonOf(error: unknown): string {
  try {
    if (error instanceof Error) return shorten(String(error.message));
  } catch {
    // Nor can this.
  }
  return 'it throws when read';
}

function contents(value: object, depth: number, above: Set<object>): string {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    return `${value.constructor.name}(${(value as Float64Array).length}) ${list(value as Float64Array, depth, above)}`;
  }
  if (Array.isArray(value)) return list(value, depth, above);
  if (value instanceof Map) return `Map(${value.size}) ${list([...value], depth, above)}`;
  if (value instanceof Set) return `Set(${value.size}) ${list([...value], depth, above)}`;
  if (value instanceof Promise) return 'Promise';
  const prototype: unknown = Object.getPrototypeOf(value);
  const name = prototype === null ? '' : (value.constructor?.name ?? '');
  const prefix = name && name !== 'Object' ? `${name} ` : '';
  const keys = Object.keys(value);
  if (depth >= DEPTH) return `${prefix}{…}`;
  const shown = keys
    .slice(0, ITEMS)
    .map((key) => `${key}: ${inner((value as Record<string, unknown>)[key], depth + 1, above)}`);
  if (keys.length > ITEMS) shown.push(`… +${keys.length - ITEMS}`);
  return shown.length ? `${prefix}{ ${shown.join(', ')} }` : `${prefix}{}`;
}

function list(values: ArrayLike<unknown>, depth: number, above: Set<object>): string {
  if (depth >= DEPTH) return `[… ${values.length}]`;
  const shown: string[] = [];
  for (let i = 0; i < Math.min(values.length, ITEMS); i++) {
    shown.push(inner(values[i], depth + 1, above));
  }
  if (values.length > ITEMS) shown.push(`… +${values.length - ITEMS}`);
  return `[${shown.join(', ')}]`;
}
