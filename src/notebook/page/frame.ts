/**
 * The document of the sandbox frame. `sandbox="allow-scripts"` gives it an opaque origin, so neither it nor its workers
 * can reach the site's storage or cookies; its policy leaves no way to the network, and none to eval. It lets the library
 * compile its loops as WebAssembly, which has no more reach than the scripts around it; a browser that does not know
 * the word refuses, and the plain loops run.
 * The frame holds the library and gives each run a worker that no other run has had, and more when it asks for helpers;
 * they end together. One is always ready, with the library read, so that a run begins at once; and one that has read the
 * last cell as well, which most often is the next one, too: a slider is moved on.
 */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:";

/**
 * How long after a run has begun the workers for the next one are made (ms): not while the first is at work. The one
 * that has read the cell comes first, for a slider is moved on at once; another cell is not run so soon.
 */
const [SOON, LATER] = [30, 600];

/** Talks to the page over one private port, which only the page that made the frame can hand it. */
const SCRIPT = `
addEventListener('message', function hello(event) {
  if (event.source !== parent || !event.ports[0]) return;
  removeEventListener('message', hello);
  const port = event.ports[0];
  const library = URL.createObjectURL(new Blob([event.data.library], { type: 'text/javascript' }));
  const workers = new Map();
  let spare = new Worker(library);
  let prepared;
  let [soon, later] = [0, 0];
  function forget() {
    if (prepared) prepared.worker.terminate();
    prepared = undefined;
  }
  function prepare(cell) {
    if (prepared && prepared.cell === cell) return;
    forget();
    prepared = { cell, worker: new Worker(library) };
    prepared.worker.onerror = (event) => {
      event.preventDefault();
      forget();
    };
    prepared.worker.postMessage(cell);
  }
  function take(cell) {
    clearTimeout(soon);
    clearTimeout(later);
    soon = setTimeout(prepare, ${SOON}, cell);
    later = setTimeout(() => (spare = spare || new Worker(library)), ${LATER});
    if (prepared && prepared.cell === cell) {
      const { worker } = prepared;
      prepared = undefined;
      return worker;
    }
    const worker = spare || new Worker(library);
    spare = undefined;
    worker.postMessage(cell);
    return worker;
  }
  port.onmessage = ({ data, ports }) => {
    if (data.type === 'ping') port.postMessage({ type: 'pong' });
    if (data.type === 'end') {
      for (const worker of workers.get(data.id) || []) worker.terminate();
      workers.delete(data.id);
    }
    if (data.type === 'start') {
      const worker = take(data.cell);
      workers.set(data.id, [...(workers.get(data.id) || []), worker]);
      worker.onerror = (event) => {
        event.preventDefault();
        const { message, lineno, colno } = event;
        port.postMessage({ type: 'broken', id: data.id, message: String(message || ''), line: lineno || 0, column: colno || 0 });
      };
      worker.postMessage(data.settings, ports);
    }
  };
  port.postMessage({ type: 'ready' });
});`;

export const FRAME = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${SCRIPT}</script>`;
