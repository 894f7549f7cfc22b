/**
 * JSON knows no NaN and no Infinity. In stored specs each stands as `{"$number":"NaN"}`, and −0 keeps its sign.
 * No constructor makes an object with that key, and the schema lets none through.
 */
const KEY = '$number';

/** A spec (or any plain data that holds specs) as JSON that keeps NaN, Infinity and −Infinity. */
export function encode(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item !== 'number') return item;
    if (Object.is(item, -0)) return { [KEY]: '-0' };
    return Number.isFinite(item) ? item : { [KEY]: String(item) };
  });
}

/**
 * Reads what `encode` wrote. Nothing of it is checked: what does not come from the build goes through `parseSpec`.
 */
export function decode(text: string): unknown {
  return JSON.parse(text, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && KEY in item ? Number(item[KEY]) : item,
  );
}
