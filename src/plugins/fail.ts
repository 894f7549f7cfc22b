import { relative } from 'node:path';
import type { Node } from 'unist';
import type { VFile } from 'vfile';

/**
 * Stops the build with an error that names the file, the line and the column.
 *
 * `VFile.fail` keeps the place in fields that the bundler does not print, so it stands in the
 * message itself.
 */
export function failAt(file: VFile, node: Pick<Node, 'position'> | undefined, why: string): never {
  const start = node?.position?.start;
  const path = relative(process.cwd(), file.path ?? 'unknown file');
  const place = start === undefined ? path : `${path}:${start.line}:${start.column}`;
  throw new Error(`${place}: ${why}`);
}
