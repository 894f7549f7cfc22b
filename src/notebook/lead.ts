import { writeLine } from './console.ts';
import { ask, cores, pass } from './host.ts';
import { MOST_HELPERS, type CellError, type Reply } from './protocol.ts';
import { Elsewhere, type Order, type Report, type Settled } from './team.ts';

interface Helper {
  readonly port: MessagePort;
  /** How many calls of `parallel` it has behind it. */
  passed: number;
  /** It stands at a call and has nothing to do. */
  free: boolean;
  /** Who wants to know that it does not compute. */
  readonly waiting: (() => void)[];
}

/** The call of `parallel` under way, when helpers do its jobs. */
interface Call {
  readonly jobs: number;
  next: number;
  receive(index: number, value: unknown): void;
  fail(error: CellError): void;
}

const helpers = new Set<Helper>();
/** Helpers that were asked for, in all, and those of them that have not come yet. */
let requested = 0;
let coming = 0;
/** How each call ended, for helpers that come to it later. */
const settled: Settled[] = [];
let opened = 0;
let call: Call | undefined;

/** The cell has come to a call of `parallel`; helpers that stand at the one before may go on. */
export function open(): void {
  opened++;
  for (const helper of helpers) give(helper);
}

export function settle(end: Settled): void {
  settled.push(end);
}

/** Has helpers do `jobs` jobs, in no order; `receive` takes each result. */
export function lead(
  jobs: number,
  receive: (index: number, value: unknown) => void,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    let left = jobs;
    call = {
      jobs,
      next: 0,
      receive(index, value) {
        try {
          receive(index, value);
        } catch (error) {
          reject(error);
        }
        if (--left === 0) resolve();
      },
      fail: (error) => reject(new Elsewhere(error)),
    };
    const wanted = Math.min(cores(), jobs, MOST_HELPERS);
    while (helpers.size + coming < wanted && requested < MOST_HELPERS) {
      requested++;
      coming++;
      pass({ type: 'helper' });
    }
    for (const helper of helpers) give(helper);
    failWithoutHelpers();
  }).finally(() => {
    call = undefined;
  });
}

/** A helper that was asked for is there. */
export function welcome(port: MessagePort): void {
  coming--;
  const helper: Helper = { port, passed: 0, free: false, waiting: [] };
  helpers.add(helper);
  port.onmessage = ({ data }: MessageEvent<Report>) => hear(helper, data);
}

/** Resolves when no helper computes: whoever answers does not. */
export function quiet(): Promise<unknown> {
  const answers = Array.from(helpers, (helper) => {
    helper.port.postMessage('ping' satisfies Reply);
    return new Promise<void>((resolve) => helper.waiting.push(resolve));
  });
  return Promise.all(answers);
}

function hear(helper: Helper, report: Report): void {
  switch (report.type) {
    case 'ready':
      helper.free = true;
      give(helper);
      break;
    case 'result': {
      // One that comes after its call has failed is of no use.
      const receiver = helper.passed === opened - 1 ? call : undefined;
      helper.free = true;
      give(helper);
      receiver?.receive(report.index, report.value);
      break;
    }
    case 'threw': {
      const failing = helper.passed === opened - 1 ? call : undefined;
      helper.free = true;
      if (failing) failing.fail(report.error);
      else give(helper);
      break;
    }
    case 'data': {
      const { name } = report;
      void ask(name).then((bytes) =>
        helper.port.postMessage({ type: 'data', name, bytes } satisfies Reply),
      );
      break;
    }
    case 'console':
      writeLine(report.level, report.text);
      break;
    case 'pong':
      helper.waiting.shift()?.();
      break;
    case 'failed':
      helpers.delete(helper);
      if (helper.passed === opened - 1) call?.fail(report.error);
      failWithoutHelpers();
      break;
    case 'done':
      helpers.delete(helper);
      failWithoutHelpers();
      break;
  }
}

/** Gives a free helper what it waits for: the end of the call it stands at, or the next job. */
function give(helper: Helper): void {
  if (!helper.free) return;
  let order: Order | undefined;
  const end = helper.passed < opened - 1 ? settled[helper.passed] : undefined;
  if (end) {
    helper.passed++;
    order = { type: 'settled', settled: end };
  } else if (call && call.next < call.jobs && helper.passed === opened - 1) {
    order = { type: 'job', index: call.next++ };
  }
  if (!order) return;
  helper.free = false;
  helper.port.postMessage(order);
}

/** Every helper ran to the cell's end, or failed, without doing its jobs: the cell is not the same each time. */
function failWithoutHelpers(): void {
  if (helpers.size + coming > 0) return;
  call?.fail({
    message: {
      zh: 'parallel：其他线程没有走到这一次调用；调用之前的代码每次运行都必须一样',
      en: 'parallel: the other workers did not come to this call; what stands above it must run the same each time',
    },
  });
}
