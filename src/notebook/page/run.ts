import { add, emptyOutcome, type Outcome } from '../outcome.ts';
import {
  MOST_HELPERS,
  type CellError,
  type DataName,
  type InputValues,
  type Reply,
} from '../protocol.ts';
import type { Strings } from '../strings.ts';
import { fetchData } from './data.ts';
import { inbox } from './inbox.ts';
import { alive, start, type Broken, type SandboxRun } from './sandbox.ts';

export type End = 'done' | 'failed' | 'stopped';

export interface RunOptions {
  /** Address of the library script. */
  readonly library: string;
  /** The compiled cell. */
  readonly program: string;
  readonly inputs: InputValues;
  /** Address of the data of this name. */
  readonly data: (name: DataName) => string;
  /** Seconds after which the run is ended. */
  readonly limit: number;
  readonly strings: Strings;
  /** Something new to show. */
  readonly onChange: (outcome: Outcome) => void;
  /** The cell waits for something that does not come, or does so no longer. */
  readonly onWaiting: (waiting: boolean) => void;
  /** Data for the cell are on their way: so many bytes are there; undefined when all are. */
  readonly onFetching: (bytes: number | undefined) => void;
}

export interface RunningCell {
  readonly outcome: Outcome;
  readonly ended: Promise<End>;
  stop(): void;
}

/** How often a run that is quiet is asked whether it waits or computes. */
const PULSE = 1000;

/** Runs a compiled cell once in the sandbox. */
export function runInSandbox(options: RunOptions): RunningCell {
  const { strings } = options;
  const outcome = emptyOutcome();
  const read = inbox();
  let sandboxed: SandboxRun | undefined;
  let pulse: ReturnType<typeof setInterval> | undefined;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let heard = 0;
  /** What is left of the time limit, and since when it has been running down. */
  let left = options.limit * 1000;
  let since = 0;
  let fetching = 0;
  let over = false;
  let settle: (end: End) => void = () => {};
  const ended = new Promise<End>((resolve) => {
    settle = resolve;
  });

  function end(state: End, error?: CellError): void {
    if (over) return;
    over = true;
    clearInterval(pulse);
    clearTimeout(limit);
    sandboxed?.end();
    if (error) outcome.error = error;
    options.onChange(outcome);
    settle(state);
  }

  function startClock(): void {
    since = performance.now();
    limit = setTimeout(
      () => end('failed', { message: strings.timeUp(options.limit) }),
      Math.max(0, left),
    );
  }

  function stopClock(): void {
    clearTimeout(limit);
    left -= performance.now() - since;
  }

  /** Gives the cell the data it asked for. The time that takes is the network's, not the cell's. */
  async function hand(name: DataName): Promise<void> {
    if (fetching++ === 0) stopClock();
    try {
      const bytes = await fetchData(options.data(name), (count) => {
        if (!over) options.onFetching(count);
      });
      if (over) return;
      const reply: Reply = { type: 'data', name, bytes };
      sandboxed?.port.postMessage(reply);
      heard = performance.now();
    } catch {
      end('failed', { message: strings.noData });
    } finally {
      options.onFetching(undefined);
      if (--fetching === 0 && !over) startClock();
    }
  }

  /** Gives the cell one more worker. What they tell each other does not pass through the page. */
  function help(): void {
    if (!sandboxed) return;
    const port = sandboxed.help();
    const reply: Reply = { type: 'helper', port };
    sandboxed.port.postMessage(reply, [port]);
  }

  function receive(data: unknown): void {
    if (over) return;
    const received = read(data);
    if (!received.ok) {
      end('failed', { message: received.problem });
      return;
    }
    const { message } = received;
    if (message.type === 'pong') {
      // It answers, so it does not compute; it has said nothing for a while, so it waits.
      if (performance.now() - heard > PULSE && fetching === 0) options.onWaiting(true);
      return;
    }
    heard = performance.now();
    options.onWaiting(false);
    add(outcome, message);
    if (message.type === 'data') void hand(message.name);
    else if (message.type === 'helper') help();
    else if (message.type === 'done') end('done');
    else if (message.type === 'failed') end('failed');
    else options.onChange(outcome);
  }

  function breakDown({ message, line, column }: Broken): void {
    const text = message.replace(/^Uncaught /, '');
    if (/out of memory/i.test(text)) end('failed', { message: strings.memory });
    else end('failed', line ? { message: text, line, column } : { message: text });
  }

  async function begin(): Promise<void> {
    try {
      const { library, program, inputs } = options;
      const cores = Math.min(MOST_HELPERS, navigator.hardwareConcurrency || 1);
      sandboxed = await start(library, program, { inputs, cores }, breakDown);
    } catch {
      end('failed', { message: strings.noLibrary });
      return;
    }
    if (over) {
      sandboxed.end();
      return;
    }
    const { port } = sandboxed;
    heard = performance.now();
    port.onmessage = ({ data }: MessageEvent<unknown>) => receive(data);
    pulse = setInterval(() => {
      port.postMessage('ping');
      void alive().then((answered) => {
        if (!answered) end('failed', { message: strings.noAnswer });
      });
    }, PULSE);
    startClock();
  }

  void begin();
  return { outcome, ended, stop: () => end('stopped') };
}
