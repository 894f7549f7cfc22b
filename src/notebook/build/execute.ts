import { Worker } from 'node:worker_threads';
import { add, emptyOutcome, type Outcome } from '../outcome.ts';
import type { InputValues, Message, Reply, Settings } from '../protocol.ts';
import { cellPart, offsetOf, START_IN_NODE } from '../script.ts';
import { packDigits } from './digits.ts';

/**
 * Runs a compiled cell in a Node worker with the very library script that the page uses.
 *
 * @throws Error when the cell does not end within `limit` milliseconds.
 */
export function execute(
  library: string,
  program: string,
  { inputs = {}, limit = 120_000 }: { inputs?: InputValues; limit?: number } = {},
): Promise<Outcome> {
  const workerData: Settings = { inputs, offset: offsetOf(library) };
  const worker = new Worker(library + cellPart(program, START_IN_NODE), { eval: true, workerData });
  const outcome = emptyOutcome();
  return new Promise<Outcome>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`still running after ${limit / 1000} s`));
    }, limit);
    worker.on('message', (message: Message) => {
      add(outcome, message);
      if (message.type === 'data') {
        packDigits().then(({ bytes }) => {
          const reply: Reply = { type: 'data', name: message.name, bytes };
          worker.postMessage(reply);
        }, reject);
      }
      if (message.type !== 'done' && message.type !== 'failed') return;
      clearTimeout(timer);
      resolve(outcome);
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      outcome.error = { message: String(error) };
      resolve(outcome);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('the worker ended before the cell did'));
    });
  }).finally(() => worker.terminate());
}
