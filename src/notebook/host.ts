import type { InputValues, Message } from './protocol.ts';

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

export function chosen(id: string): unknown {
  return host && Object.hasOwn(host.inputs, id) ? host.inputs[id] : undefined;
}
