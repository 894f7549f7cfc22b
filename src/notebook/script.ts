/**
 * The script a worker runs is the library, then the cell as a function, then one line that starts it.
 * Each line of the cell stands `offset` lines below its number in the cell, which is how errors find their line.
 */
export function cellPart(program: string, start: string): string {
  return `\nconst cell = async (require, exports) => {\n${program}\n};\n${start}`;
}

export function offsetOf(library: string): number {
  return library.split('\n').length + 1;
}

/** In the page, the first message brings the settings and the port to the page. */
export const START_IN_PAGE =
  'onmessage = ({ data, ports }) => { onmessage = null; descent.run(cell, ports[0], data); };';

/** In Node, a worker's settings are its data and its port is the parent. */
export const START_IN_NODE =
  "{ const { parentPort, workerData } = require('node:worker_threads'); descent.run(cell, parentPort, workerData); }";
