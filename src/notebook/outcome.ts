import type { FigureSpec } from '../figures/spec.ts';
import type { Text } from '../text.ts';
import type { CellError, Check, ConsoleLevel, Input, Message } from './protocol.ts';

export type Output =
  | { kind: 'figure'; key: string; spec: FigureSpec }
  | { kind: 'value'; key: string; text: Text }
  | { kind: 'console'; key: string; level: ConsoleLevel; text: string };

/** What a run has shown so far: the same for the build, the tests and the page. */
export interface Outcome {
  inputs: Input[];
  outputs: Output[];
  checks: Check[];
  /** Console lines that were counted but not kept. */
  dropped: number;
  progress?: { done: number; total: number };
  error?: CellError;
}

export function emptyOutcome(): Outcome {
  return { inputs: [], outputs: [], checks: [], dropped: 0 };
}

/** Adds one message to the outcome. A figure whose key is there already takes its place. */
export function add(outcome: Outcome, message: Message): void {
  switch (message.type) {
    case 'figure': {
      const output: Output = { kind: 'figure', key: message.key, spec: message.spec };
      const index = outcome.outputs.findIndex(({ key }) => key === message.key);
      if (index < 0) outcome.outputs.push(output);
      else outcome.outputs[index] = output;
      break;
    }
    case 'value':
      outcome.outputs.push({ kind: 'value', key: message.key, text: message.text });
      break;
    case 'console':
      outcome.outputs.push({
        kind: 'console',
        key: `console-${outcome.outputs.length}`,
        level: message.level,
        text: message.text,
      });
      break;
    case 'input':
      outcome.inputs.push(message.input);
      break;
    case 'check':
      outcome.checks.push(message.check);
      break;
    case 'dropped':
      outcome.dropped = message.count;
      break;
    case 'progress':
      outcome.progress = { done: message.done, total: message.total };
      break;
    case 'failed':
      outcome.error = message.error;
      break;
    case 'data':
    case 'helper':
    case 'pong':
    case 'done':
      break;
  }
}
