import type { DataName, InputValues, Message, Reply } from './protocol.ts';

/**
 * The run that the cell in this worker belongs to. There is one run to a worker, so it is a module's state:
 * cells call `display(…)` and `slider(…)` without passing anything around.
 */
interface Host {
  send(message: Message): void;
  inputs: InputValues;
}

let host: Host | undefined;

export function connect(next: Host): void {
  host = next;
}

/** Sends one message to the host; outside a run (a unit test that imports a cell helper) it goes nowhere. */
export function send(message: Message): void {
  host?.send(message);
}

const asked = new Map<DataName, ((bytes: Uint8Array) => void)[]>();

/**
 * Asks the host for data. A host that cannot give them ends the run and says why.
 *
 * @throws Error outside a run
 */
export function ask(name: DataName): Promise<Uint8Array> {
  if (!host) throw new Error('data: there is no run');
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

export function receive({ name, bytes }: Exclude<Reply, 'ping'>): void {
  for (const resolve of asked.get(name) ?? []) resolve(bytes);
  asked.delete(name);
}

export function chosen(id: string): unknown {
  return host && Object.hasOwn(host.inputs, id) ? host.inputs[id] : undefined;
}
