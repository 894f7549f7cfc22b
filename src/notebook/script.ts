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

/**
 * In the page a worker is made with the library alone, ahead of the run it is for. The first message brings the cell,
 * its settings and the port to the page. The worker makes the cell's address itself: an opaque origin's addresses are
 * known where they were made.
 */
export const WAIT_IN_PAGE = `
onmessage = ({ data, ports }) => {
  onmessage = null;
  const address = URL.createObjectURL(new Blob([data.cell], { type: 'text/javascript' }));
  importScripts(address);
  URL.revokeObjectURL(address);
  descent.run(cell, ports[0], data.settings);
};`;

/** The cell as a script of its own, its lines numbered as if it stood below the library. */
export function cellAlone(program: string, offset: number): string {
  return '\n'.repeat(offset - 2) + cellPart(program, '');
}

/** In Node, a worker's settings are its data and its port is the parent, or that of the worker it helps. */
export const START_IN_NODE =
  "{ const { parentPort, workerData: { port = parentPort, settings } } = require('node:worker_threads'); descent.run(cell, port, settings); }";
