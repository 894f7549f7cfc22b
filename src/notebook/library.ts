import * as optim from '../optim/index.ts';
import * as problems from '../problems/index.ts';
import { sayDropped, takeConsole } from './console.ts';
import { flush } from './display.ts';
import { explain } from './explain.ts';
import { close, NO_NETWORK, Refusal } from './guard.ts';
import { obey } from './helper.ts';
import { connect, receive } from './host.ts';
import * as notebook from './index.ts';
import { quiet, welcome } from './lead.ts';
import type { Message, Reply, Settings } from './protocol.ts';
import type { Order, Report } from './team.ts';

/** A compiled cell: the body of an async function, its imports turned into `require`. */
export type Program = (require: (name: string) => object, exports: object) => Promise<void>;

export interface Port {
  postMessage(message: Message | Report): void;
  onmessage?: ((event: { data: Reply | Order }) => void) | null;
}

const modules: Record<string, object> = { optim, problems, notebook };

function require(name: string): object {
  const module = Object.hasOwn(modules, name) ? modules[name] : undefined;
  // `import('https://…')` arrives here as well.
  if (!module && /^\w+:|^\/\//.test(name)) throw new Refusal(name, NO_NETWORK);
  if (!module) {
    throw new Error(`"${name}" cannot be imported: a cell has 'optim', 'problems' and 'notebook'`);
  }
  return module;
}

/**
 * Runs one cell to its end. The only entry of the library script; one call to a worker. The port leads to the host or,
 * in a helper, to the worker that it helps.
 */
export async function run(program: Program, port: Port, settings: Settings): Promise<void> {
  // The cell may overwrite globals (Array.prototype.push, performance …); what ends a run must not depend on them.
  const post = port.postMessage.bind(port);
  connect({ post, ...settings });
  takeConsole();
  const fail = (error: unknown) => {
    flush();
    sayDropped();
    post({ type: 'failed', error: explain(error, settings.offset) });
  };
  watch(fail);
  // Whoever answers is not computing: the page asks, to tell a cell that waits from one that works.
  port.onmessage = ({ data }) => {
    if (data === 'ping') void quiet().then(() => post({ type: 'pong' }));
    else if (data.type === 'data') receive(data);
    else if (data.type === 'helper') welcome(data.port);
    else obey(data);
  };
  close();
  try {
    await program(require, {});
  } catch (error) {
    fail(error);
    return;
  }
  flush();
  sayDropped();
  post({ type: 'done' });
}

/** Errors outside the awaited program: in a timer, or in a promise nobody awaits. */
function watch(fail: (error: unknown) => void): void {
  if (typeof addEventListener !== 'function') return;
  addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.error ?? event.message);
  });
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    fail(event.reason);
  });
}
