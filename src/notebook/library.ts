import * as optim from '../optim/index.ts';
import * as problems from '../problems/index.ts';
import { describe, shorten } from './describe.ts';
import { flush } from './display.ts';
import { explain } from './explain.ts';
import { close, NO_NETWORK, Refusal } from './guard.ts';
import { connect, receive } from './host.ts';
import * as notebook from './index.ts';
import {
  CONSOLE_LINES,
  TEXT_LENGTH,
  type ConsoleLevel,
  type Message,
  type Reply,
  type Settings,
} from './protocol.ts';

/** A compiled cell: the body of an async function, its imports turned into `require`. */
export type Program = (require: (name: string) => object, exports: object) => Promise<void>;

/** Room for one shortened value and the words that say by how much. */
const LINE = TEXT_LENGTH + 50;

export interface Port {
  postMessage(message: Message): void;
  onmessage?: ((event: { data: Reply }) => void) | null;
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

/** Runs one cell to its end. The only entry of the library script; one call to a worker. */
export async function run(program: Program, port: Port, settings: Settings): Promise<void> {
  // The cell may overwrite globals (Array.prototype.push, performance …); what ends a run must not depend on them.
  const post = port.postMessage.bind(port);
  connect({ send: post, inputs: settings.inputs });
  const ended = logging(post);
  const fail = (error: unknown) => {
    flush();
    ended();
    post({ type: 'failed', error: explain(error, settings.offset) });
  };
  watch(fail);
  // Whoever answers is not computing: the page asks, to tell a cell that waits from one that works.
  port.onmessage = ({ data }) => {
    if (data === 'ping') post({ type: 'pong' });
    else receive(data);
  };
  close();
  try {
    await program(require, {});
  } catch (error) {
    fail(error);
    return;
  }
  flush();
  ended();
  post({ type: 'done' });
}

/** Sends `console.*` to the host, the first lines whole, the rest as a count. Returns what says the final count. */
function logging(post: (message: Message) => void): () => void {
  let lines = 0;
  const write =
    (level: ConsoleLevel) =>
    (...values: unknown[]) => {
      lines++;
      if (lines > CONSOLE_LINES) {
        if ((lines - CONSOLE_LINES) % 10_000 === 0) dropped();
        return;
      }
      post({ type: 'console', level, text: shorten(values.map(describe).join(' '), LINE) });
    };
  const dropped = () => post({ type: 'dropped', count: lines - CONSOLE_LINES });
  Object.assign(globalThis.console, {
    log: write('log'),
    info: write('info'),
    debug: write('log'),
    table: write('log'),
    warn: write('warn'),
    error: write('error'),
  });
  return () => {
    if (lines > CONSOLE_LINES) dropped();
  };
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
