import { receive } from '../host.ts';
import type { DataName } from '../protocol.ts';

/** The name of each file of data, and the address of the folder that the site serves it from; given by the bundler. */
declare const DESCENT: {
  readonly home: string;
  readonly files: Readonly<Record<DataName, string>>;
};

/**
 * Gets data for a cell: from beside this module, else from the book's site.
 *
 * @throws Error, unhandled, when neither has them: the cell that waits for them cannot go on
 */
export async function fetchData(name: DataName): Promise<void> {
  const file = DESCENT.files[name];
  const places = [new URL(file, import.meta.url), new URL(file, DESCENT.home)];
  for (const place of places) {
    const packed = await read(place).catch(() => undefined);
    if (!packed) continue;
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    receive({
      type: 'data',
      name,
      bytes: new Uint8Array(await new Response(unpacked).arrayBuffer()),
    });
    return;
  }
  throw new Error(
    `data('${name}'): could not be read from ${places.map(String).join(' nor from ')}`,
  );
}

async function read(place: URL): Promise<ArrayBuffer | Uint8Array<ArrayBuffer>> {
  if (place.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return readFile(place);
  }
  const response = await fetch(place);
  if (!response.ok) throw new Error(String(response.status));
  return response.arrayBuffer();
}
