import type { InputValues } from '../protocol.ts';

/** What a link carries of a cell. */
export interface Shared {
  /** `slug/name`. */
  readonly cell: string;
  /** The cell's text; undefined when it is the book's own. */
  readonly text?: string | undefined;
  readonly inputs: InputValues;
}

export type Opened =
  | { readonly ok: true; readonly shared: Shared }
  | { readonly ok: false; readonly cell: string; readonly problem: 'damaged' | 'tooLarge' };

/** The longest fragment that is made or opened (characters), and the most it may unpack to (bytes). */
export const LONGEST = 32 * 1024;
export const LARGEST = 200 * 1024;
/** Packed bytes handed to the unpacker at a time: what a crafted link can blow them up to stays small. */
const SLICE = 128;

const FRAGMENT = /^#cell=([\w-]+\/[\w.-]+?)(?:&code=([\w-]*))?$/;
/** The cell that a fragment names, however its rest may look. */
const NAMED = /^#cell=([\w-]{1,80}\/[\w.-]{1,80})(?:&|$)/;

/** The fragment of a link that carries this. Its cell is readable, the rest is packed. */
export async function pack({ cell, text, inputs }: Shared): Promise<string> {
  const rest = {
    ...(text === undefined ? {} : { text }),
    ...(Object.keys(inputs).length > 0 ? { inputs } : {}),
  };
  if (Object.keys(rest).length === 0) return `#cell=${cell}`;
  const stream = new Blob([JSON.stringify(rest)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return `#cell=${cell}&code=${toBase64(bytes)}`;
}

/** What a fragment carries; nothing when it is no link to a cell. Reads no more than a link may hold. */
export async function unpack(fragment: string): Promise<Opened | undefined> {
  const cell = NAMED.exec(fragment)?.[1];
  if (cell === undefined) return undefined;
  if (fragment.length > LONGEST) return { ok: false, cell, problem: 'tooLarge' };
  const packed = FRAGMENT.exec(fragment);
  if (!packed) return { ok: false, cell, problem: 'damaged' };
  if (packed[2] === undefined) return { ok: true, shared: { cell, inputs: {} } };
  try {
    const text = await inflate(fromBase64(packed[2]));
    if (text === undefined) return { ok: false, cell, problem: 'tooLarge' };
    return { ok: true, shared: { cell, ...checked(JSON.parse(text)) } };
  } catch {
    return { ok: false, cell, problem: 'damaged' };
  }
}

/** Unpacks in small slices and gives up, with undefined, as soon as there is too much. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  let at = 0;
  const slices = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= packed.length) controller.close();
      else controller.enqueue(packed.slice(at, (at += SLICE)));
    },
  });
  const reader = slices.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The parts of what was unpacked that are what they should be. An input's value is clamped by the cell itself.
 *
 * @throws TypeError when it is something else altogether
 */
function checked(data: unknown): Pick<Shared, 'text' | 'inputs'> {
  if (typeof data !== 'object' || data === null) throw new TypeError('not an object');
  const { text, inputs } = data as { text?: unknown; inputs?: unknown };
  if (text !== undefined && typeof text !== 'string') throw new TypeError('text is no text');
  const pairs = typeof inputs === 'object' && inputs !== null ? Object.entries(inputs) : [];
  const values = pairs.filter(([id, value]) => id.length <= 200 && isValue(value)).slice(0, 50);
  return { text, inputs: Object.fromEntries(values) };
}

function isValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 2 && value.every(isSimple);
  return isSimple(value);
}

function isSimple(value: unknown): boolean {
  return typeof value === 'string' ? value.length <= 200 : /number|boolean/.test(typeof value);
}

function toBase64(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
}
