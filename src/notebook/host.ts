import type { DataName, InputValues, Message, Reply } from './protocol.ts';
import type { Report } from './team.ts';

/**
 * The run that the cell in this worker belongs to. There is one run to a worker, so it is a module's state:
 * cells call `display(…)` and `slider(…)` without passing anything around.
 */
interface Host {
  post(message: Message | Report): void;
  inputs: InputValues;
  /** Where the cell begins in the script. */
  offset: number;
  /** How many workers may compute at once. */
  cores: number;
  /** This worker does jobs for another, which speaks for the cell: see `parallel.ts`. */
  helper: boolean;
}

let host: Host | undefined;
let working = false;

export function connect(next: Host): void {
  host = next;
}

export const offset = (): number => host?.offset ?? 0;
export const cores = (): number => host?.cores ?? 1;
export const isHelper = (): boolean => host?.helper ?? false;
export const isWorking = (): boolean => working;

/** Runs one job of `parallel`: what it writes is let through, what it would show is refused, in every worker alike. */
export async function atWork<T>(job: () => T | Promise<T>): Promise<T> {
  working = true;
  try {
    return await job();
  } finally {
    working = false;
  }
}

/**
 * Sends what the cell has to say to the host; outside a run (a unit test that imports a cell helper) it goes nowhere.
 *
 * @throws Error when a job of `parallel` shows something, which belongs to no place on the page
 */
export function send(message: Message): void {
  const { type } = message;
  if (working && type === 'progress') return;
  if (working && type !== 'console' && type !== 'dropped' && type !== 'data') {
    throw new Error(
      'parallel: a job cannot display, check or have inputs: return what is to be shown, and show it after',
    );
  }
  pass(message);
}

/** Sends a message whatever the cell is doing. A helper runs the cell again, and what it shows was shown already. */
export function pass(message: Message): void {
  const { type } = message;
  if (host?.helper && type !== 'data' && !(working && type === 'console')) return;
  host?.post(message);
}

/** Tells the lead something, from a helper. */
export function report(message: Report): void {
  host?.post(message);
}

const asked = new Map<DataName, ((bytes: Uint8Array) => void)[]>();
const arrived = new Map<DataName, Uint8Array>();

/**
 * Asks the host for data. A host that cannot give them ends the run and says why.
 *
 * @throws Error outside a run
 */
export function ask(name: DataName): Promise<Uint8Array> {
  if (!host) throw new Error('data: there is no run');
  const there = arrived.get(name);
  if (there) return Promise.resolve(there);
  return new Promise((resolve) => {
    const others = asked.get(name);
    if (others) {
      others.push(resolve);
      return;
    }
    asked.set(name, [resolve]);
    send({ type: 'data', name });
  });
}

export function receive({ name, bytes }: Extract<Reply, { type: 'data' }>): void {
  arrived.set(name, bytes);
  for (const resolve of asked.get(name) ?? []) resolve(bytes);
  asked.delete(name);
}

export function chosen(id: string): unknown {
  return host && Object.hasOwn(host.inputs, id) ? host.inputs[id] : undefined;
}
