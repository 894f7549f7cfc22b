import { availableParallelism } from 'node:os';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { add, emptyOutcome, type Outcome } from '../outcome.ts';
import {
  MOST_HELPERS,
  type InputValues,
  type Message,
  type Reply,
  type Settings,
} from '../protocol.ts';
import { cellPart, offsetOf, START_IN_NODE } from '../script.ts';
import { packDigits } from './digits.ts';

/**
 * Runs a compiled cell in a Node worker, and in as many more as it asks for, with the very library script that the page uses.
 *
 * @throws Error when the cell does not end within `limit` milliseconds.
 */
export function execute(
  library: string,
  program: string,
  {
    inputs = {},
    limit = 120_000,
    cores = Math.min(MOST_HELPERS, availableParallelism()),
  }: { inputs?: InputValues; limit?: number; cores?: number } = {},
): Promise<Outcome> {
  const script = library + cellPart(program, START_IN_NODE);
  const given = { inputs, offset: offsetOf(library), cores };
  const workers: Worker[] = [];
  const outcome = emptyOutcome();
  return new Promise<Outcome>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`still running after ${limit / 1000} s`));
    }, limit);
    const broken = (error: Error) => {
      clearTimeout(timer);
      outcome.error = { message: String(error) };
      resolve(outcome);
    };
    const launch = (helper: boolean, port?: MessagePort): Worker => {
      const settings: Settings = { ...given, helper };
      const worker = new Worker(script, {
        eval: true,
        workerData: { settings, ...(port ? { port } : {}) },
        transferList: port ? [port] : [],
      });
      worker.on('error', broken);
      workers.push(worker);
      return worker;
    };
    const worker = launch(false);
    worker.on('message', (message: Message) => {
      add(outcome, message);
      if (message.type === 'data') {
        packDigits().then(({ bytes }) => {
          const reply: Reply = { type: 'data', name: message.name, bytes };
          worker.postMessage(reply);
        }, reject);
      }
      if (message.type === 'helper') {
        const { port1, port2 } = new MessageChannel();
        launch(true, port2);
        worker.postMessage({ type: 'helper', port: port1 }, [port1]);
      }
      if (message.type !== 'done' && message.type !== 'failed') return;
      clearTimeout(timer);
      resolve(outcome);
    });
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(new Error('the worker ended before the cell did'));
    });
  }).finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}
