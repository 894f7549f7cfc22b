import { send } from './host.ts';

const FRAME = 16;
let last = -Infinity;

/**
 * Says how far a long run is. Awaiting it lets messages out and timers in, about once a frame;
 * in between it costs next to nothing.
 *
 * @throws RangeError when `total` is not a positive number.
 */
export async function progress(done: number, total: number): Promise<void> {
  if (!(total > 0) || !(done >= 0)) {
    throw new RangeError(`progress: needs 0 ≤ done ≤ total and total > 0, got ${done} of ${total}`);
  }
  const now = performance.now();
  if (done < total && now - last < FRAME) return;
  last = now;
  send({ type: 'progress', done: Math.min(done, total), total });
  await new Promise((resume) => setTimeout(resume));
}
