/** What a cell finds in its worker besides ECMAScript: the few names a reader may use, declared for the editor. */
export const globals = `
interface Console {
  /** Shows text below the cell. */
  log(...items: unknown[]): void;
  /** Shows text below the cell. */
  info(...items: unknown[]): void;
  /** Shows text below the cell. */
  debug(...items: unknown[]): void;
  /** Shows text below the cell, as a warning. */
  warn(...items: unknown[]): void;
  /** Shows text below the cell, as an error. */
  error(...items: unknown[]): void;
}
declare var console: Console;
/** Calls \`callback\` after \`ms\` milliseconds. */
declare function setTimeout<A extends unknown[]>(callback: (...args: A) => void, ms?: number, ...args: A): number;
declare function clearTimeout(id?: number): void;
/** Calls \`callback\` every \`ms\` milliseconds. */
declare function setInterval<A extends unknown[]>(callback: (...args: A) => void, ms?: number, ...args: A): number;
declare function clearInterval(id?: number): void;
declare function queueMicrotask(callback: () => void): void;
/** A deep copy. */
declare function structuredClone<T>(value: T): T;
`;
