import type { Settings } from '../protocol.ts';
import { cellAlone, offsetOf, WAIT_IN_PAGE } from '../script.ts';
import { FRAME } from './frame.ts';

/** A script error that the worker could not report itself: it did not parse, or its memory ran out. */
export interface Broken {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface SandboxRun {
  /** The private line to this run's worker. Whatever comes through it is untrusted. */
  readonly port: MessagePort;
  /** Starts one more worker with the same cell and inputs, and gives the line to it. */
  help(): MessagePort;
  /** Ends the worker and its helpers at once. */
  end(): void;
}

interface Frame {
  readonly element: HTMLIFrameElement;
  readonly port: MessagePort;
  readonly offset: number;
  readonly broken: Map<number, (error: Broken) => void>;
  /** How often it has answered. */
  pongs: number;
}

let frame: Promise<Frame> | undefined;
let lastId = 0;

/** Fetches the library and makes the frame, ahead of the first run; later calls find it there. */
export function warmUp(library: string): Promise<unknown> {
  return (frame ??= makeFrame(library).catch((error: unknown) => {
    frame = undefined; // the next run tries again
    throw error;
  }));
}

/**
 * Starts a compiled cell in a worker of its own.
 *
 * @throws Error when the library cannot be fetched (no network, or the site has changed since the page was opened).
 */
export async function start(
  library: string,
  program: string,
  given: Pick<Settings, 'inputs' | 'cores'>,
  onBroken: (error: Broken) => void,
): Promise<SandboxRun> {
  const { port: control, offset, broken } = (await warmUp(library)) as Frame;
  const id = ++lastId;
  broken.set(id, (error) => onBroken({ ...error, line: Math.max(0, error.line - offset) }));
  const cell = cellAlone(program, offset);
  const launch = (helper: boolean): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    const settings: Settings = { ...given, offset, helper };
    control.postMessage({ type: 'start', id, cell, settings }, [port2]);
    return port1;
  };
  const port = launch(false);
  return {
    port,
    help: () => launch(true),
    end() {
      broken.delete(id);
      port.onmessage = null;
      port.close();
      control.postMessage({ type: 'end', id });
    },
  };
}

/** Patience is counted in short waits (ms): of a page that is put to sleep, one is over when it wakes, not all. */
const WAIT = 100;

/**
 * Whether the frame still answers. A run that eats all memory may take the frame's process with it;
 * then the frame is thrown away and the next run gets a new one.
 */
export async function alive(patience = 2000): Promise<boolean> {
  if (!frame) return true;
  const current = await frame;
  const { pongs } = current;
  current.port.postMessage({ type: 'ping' });
  for (let waited = 0; waited < patience; waited += WAIT) {
    await new Promise((resolve) => setTimeout(resolve, WAIT));
    if (current.pongs > pongs) return true;
  }
  current.element.remove();
  if ((await frame) === current) frame = undefined;
  return false;
}

async function makeFrame(library: string): Promise<Frame> {
  const response = await fetch(library);
  if (!response.ok) throw new Error(`${response.status} ${library}`);
  const script = (await response.text()) + WAIT_IN_PAGE;
  const element = document.createElement('iframe');
  element.setAttribute('sandbox', 'allow-scripts');
  element.setAttribute('aria-hidden', 'true');
  element.tabIndex = -1;
  element.hidden = true;
  element.title = 'sandbox';
  element.srcdoc = FRAME;
  const loaded = new Promise((resolve) =>
    element.addEventListener('load', resolve, { once: true }),
  );
  document.body.append(element);
  await loaded;
  const { port1: port, port2 } = new MessageChannel();
  const made: Frame = {
    element,
    port,
    offset: offsetOf(script),
    broken: new Map(),
    pongs: 0,
  };
  await new Promise<void>((ready) => {
    port.onmessage = ({ data }: MessageEvent<{ type: string; id: number } & Broken>) => {
      if (data.type === 'ready') ready();
      if (data.type === 'pong') made.pongs++;
      if (data.type === 'broken') made.broken.get(data.id)?.(data);
    };
    // The frame's origin is opaque, so '*' is the only target; the frame is ours and new.
    element.contentWindow?.postMessage({ library: script }, '*', [port2]);
  });
  return made;
}
