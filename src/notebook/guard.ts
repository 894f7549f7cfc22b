import type { Text } from '../text.ts';

/**
 * Takes away what the sandbox would refuse anyway, so that a reader gets a sentence instead of a browser's message.
 * The frame's policy is what protects; this only explains.
 */
const NETWORK = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
];
const STORAGE = ['indexedDB', 'caches', 'cookieStore'];
/** A worker could start more workers, which Stop would then have to find. */
const WORKERS = ['Worker', 'SharedWorker', 'BroadcastChannel'];

export const NO_NETWORK = { zh: '单元没有网络', en: 'cells have no network' };

/** What a cell asked for and cannot have, said in both languages. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly text: Text;
  constructor(what: string, sentence: { zh: string; en: string }) {
    super(`${sentence.en}: ${what}`);
    this.text = { zh: `${sentence.zh}：${what}`, en: this.message };
  }
}

function refuse(names: readonly string[], sentence: { zh: string; en: string }): void {
  for (const name of names) {
    if (!(name in globalThis)) continue;
    const refused = function (): never {
      throw new Refusal(name, sentence);
    };
    // Storage is used as an object (indexedDB.open), network as a function: refuse both.
    const value = new Proxy(refused, { get: refused, construct: refused, apply: refused });
    try {
      Object.defineProperty(globalThis, name, { value, configurable: false, writable: false });
    } catch {
      // Not configurable in this browser: its own refusal will do.
    }
  }
}

export function close(): void {
  if (typeof WorkerGlobalScope === 'undefined') return;
  refuse(NETWORK, NO_NETWORK);
  refuse(STORAGE, { zh: '单元没有存储', en: 'cells have no storage' });
  refuse(WORKERS, { zh: '一个单元只有一个线程', en: 'a cell is one thread' });
  // The page would wait for a worker that has closed itself.
  refuse(['close'], {
    zh: '单元运行完最后一行自会结束',
    en: 'a cell ends by itself after its last line',
  });
}

declare const WorkerGlobalScope: unknown;
