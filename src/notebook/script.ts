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
 * In the page a worker is made with the library alone, ahead of the run it is for. It is told the cell, which it reads
 * and does not run, and then, by a message with the port to the page, to run it with these settings. The worker makes
 * the cell's address itself: an opaque origin's addresses are known where they were made.
 */
export const WAIT_IN_PAGE = `
onmessage = ({ data, ports }) => {
  if (!ports[0]) {
    const address = URL.createObjectURL(new Blob([data], { type: 'text/javascript' }));
    importScripts(address);
    URL.revokeObjectURL(address);
    return;
  }
  onmessage = null;
  descent.run(cell, ports[0], data);
};`;

/** The cell as a script of its own, its lines numbered as if it stood below the library. */
export function cellAlone(program: string, offset: number): string {
  return '\n'.repeat(offset - 2) + cellPart(program, '');
}

/** In Node, a worker's settings are its data and its port is the parent, or that of the worker it helps. */
export const START_IN_NODE =
  "{ const { parentPort, workerData: { port = parentPort, settings } } = require('node:worker_threads'); descent.run(cell, port, settings); }";
