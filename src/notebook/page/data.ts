/** How long nothing may arrive before a download is given up (ms). */
const PATIENCE = 20_000;

/** What has arrived, by address, ready to be handed out again. */
const kept = new Map<string, Uint8Array>();
const loading = new Map<string, Promise<Uint8Array>>();
/** Addresses whose last download failed. */
const failed = new Set<string>();
const watchers = new Map<string, Set<(bytes: number) => void>>();

/**
 * Fetches a file of data, once a page, and unpacks it; `onProgress` hears how many of its bytes are there.
 * The address names the content, and gzip's checksum tells a damaged file, which is not kept.
 *
 * @throws Error when it does not arrive, or not whole; the next call tries again.
 */
export async function fetchData(
  address: string,
  onProgress: (bytes: number) => void,
): Promise<Uint8Array> {
  const there = kept.get(address);
  if (there) return there;
  const watching = watchers.get(address) ?? new Set();
  watchers.set(address, watching.add(onProgress));
  let coming = loading.get(address);
  if (!coming) {
    const tell = (bytes: number) => watching.forEach((watcher) => watcher(bytes));
    coming = download(address, tell).finally(() => {
      loading.delete(address);
      watchers.delete(address);
    });
    loading.set(address, coming);
  }
  const bytes = await coming;
  kept.set(address, bytes);
  return bytes;
}

async function download(address: string, tell: (bytes: number) => void): Promise<Uint8Array> {
  const abort = new AbortController();
  const giveUp = () => abort.abort(new Error(`nothing has come for ${PATIENCE / 1000} s`));
  let timer = setTimeout(giveUp, PATIENCE);
  let arrived = 0;
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      clearTimeout(timer);
      timer = setTimeout(giveUp, PATIENCE);
      tell((arrived += chunk.length));
      out.enqueue(chunk);
    },
  });
  try {
    // A damaged file in the browser's cache must not come back at the next try.
    const cache = failed.has(address) ? 'reload' : 'default';
    const response = await fetch(address, { signal: abort.signal, cache });
    if (!response.ok || !response.body) throw new Error(`${response.status} ${address}`);
    const unpacked = response.body.pipeThrough(count).pipeThrough(new DecompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
    failed.delete(address);
    return bytes;
  } catch (error) {
    failed.add(address);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
