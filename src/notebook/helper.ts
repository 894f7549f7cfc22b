import { explain } from './explain.ts';
import { atWork, offset, report } from './host.ts';
import { handable, resultsOf, type Order } from './team.ts';

let next: ((order: Order) => void) | undefined;

/** An order of the lead. There is one at a time: a helper that has a job, or waits for one, gets no other. */
export function obey(order: Order): void {
  next?.(order);
}

/**
 * A helper's part in a call of `parallel`: does jobs until the lead has gone on to the next call, then goes on itself,
 * with the results of all. At the cell's last call it waits here until the run ends.
 */
export async function help(work: (index: number) => unknown): Promise<unknown[]> {
  const following = () => new Promise<Order>((resolve) => (next = resolve));
  let order = following();
  report({ type: 'ready' });
  for (;;) {
    const now = await order;
    if (now.type === 'settled') return resultsOf(now.settled);
    const { index } = now;
    try {
      const value = await atWork(() => work(index));
      order = following();
      handable(index, () => report({ type: 'result', index, value }));
    } catch (error) {
      // Not thrown here: the call fails in every worker alike, and the cell may catch that and go on.
      order = following();
      report({ type: 'threw', error: explain(error, offset()) });
    }
  }
}
