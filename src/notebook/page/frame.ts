/**
 * The document of the sandbox frame. `sandbox="allow-scripts"` gives it an opaque origin, so neither it nor its workers
 * can reach the site's storage or cookies; its policy leaves no way to the network, and none to eval.
 * The frame holds the library and makes, on request, one worker a run.
 */
const POLICY = "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:";

/** Talks to the page over one private port, which only the page that made the frame can hand it. */
const SCRIPT = `
addEventListener('message', function hello(event) {
  if (event.source !== parent || !event.ports[0]) return;
  removeEventListener('message', hello);
  const port = event.ports[0];
  const library = new Blob([event.data.library]);
  const runs = new Map();
  function end(id) {
    const run = runs.get(id);
    if (!run) return;
    run.worker.terminate();
    URL.revokeObjectURL(run.url);
    runs.delete(id);
  }
  port.onmessage = ({ data, ports }) => {
    if (data.type === 'ping') port.postMessage({ type: 'pong' });
    if (data.type === 'end') end(data.id);
    if (data.type === 'start') {
      const url = URL.createObjectURL(new Blob([library, data.cell], { type: 'text/javascript' }));
      const worker = new Worker(url);
      runs.set(data.id, { worker, url });
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
