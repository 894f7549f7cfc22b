/**
 * The document of the sandbox frame. `sandbox="allow-scripts"` gives it an opaque origin, so neither it nor its workers
 * can reach the site's storage or cookies; its policy leaves no way to the network, and none to eval. It lets the library
 * compile its loops as WebAssembly, which has no more reach than the scripts around it; a browser that does not know
 * the word refuses, and the plain loops run.
 * The frame holds the library and gives each run a worker that no other run has had, and more when it asks for helpers;
 * they end together. One is always ready, with the library read, so that a run begins at once.
 */
const POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:";

/** How long after a run has begun the worker for the next one is made (ms): not while the first is at work. */
const IDLE = 30;

/** Talks to the page over one private port, which only the page that made the frame can hand it. */
const SCRIPT = `
addEventListener('message', function hello(event) {
  if (event.source !== parent || !event.ports[0]) return;
  removeEventListener('message', hello);
  const port = event.ports[0];
  const library = URL.createObjectURL(new Blob([event.data.library], { type: 'text/javascript' }));
  const workers = new Map();
  let spare = new Worker(library);
  let idle = 0;
  function take() {
    const worker = spare || new Worker(library);
    spare = undefined;
    clearTimeout(idle);
    idle = setTimeout(() => (spare = new Worker(library)), ${IDLE});
    return worker;
  }
  port.onmessage = ({ data, ports }) => {
    if (data.type === 'ping') port.postMessage({ type: 'pong' });
    if (data.type === 'end') {
      for (const worker of workers.get(data.id) || []) worker.terminate();
      workers.delete(data.id);
    }
    if (data.type === 'start') {
      const worker = take();
      workers.set(data.id, [...(workers.get(data.id) || []), worker]);
      worker.onerror = (event) => {
        event.preventDefault();
        const { message, lineno, colno } = event;
        port.postMessage({ type: 'broken', id: data.id, message: String(message || ''), line: lineno || 0, column: colno || 0 });
      };
      worker.postMessage(data.run, ports);
    }
  };
  port.postMessage({ type: 'ready' });
});`;

export const FRAME = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}"><script>${SCRIPT}</script>`;
