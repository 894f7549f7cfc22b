import { explain } from './explain.ts';
import { atWork, cores, isHelper, isWorking, offset } from './host.ts';
import { help } from './helper.ts';
import { lead, open, settle } from './lead.ts';
import { progress } from './progress.ts';
import { handable } from './team.ts';

let underWay = false;

/**
 * Does many jobs in as many workers as the machine offers: `const losses = await parallel(rates, (lr) => …)` gives
 * work(job, index) of every job, in the jobs' order. The time it takes depends on the machine, the results do not.
 *
 * Each worker runs the cell itself, from its first line, to this call: so `work` may use all that stands above, which
 * had better be quick and must run the same each time. There, it does the jobs it is given; what the cell displays or
 * checks outside of jobs is shown once. A job must depend on nothing but `job` and `index`, not on jobs before it, and
 * returns plain data (numbers, strings, arrays, objects, typed arrays). It may write to the console, not display.
 *
 * @param each is called as results come, with those that are there (the others are undefined) and how many they are
 * @throws TypeError when `jobs` is no array, `work` no function, or a result is not plain data
 * @throws Error when called in a job, or before an earlier call has ended
 */
export async function parallel<Job, Result>(
  jobs: readonly Job[],
  work: (job: Job, index: number) => Result | Promise<Result>,
  options: { each?: (results: readonly (Result | undefined)[], done: number) => void } = {},
): Promise<Result[]> {
  if (!Array.isArray(jobs)) throw new TypeError('parallel: the jobs must be an array');
  if (typeof work !== 'function') throw new TypeError('parallel: the work must be a function');
  if (isWorking()) throw new Error('parallel: a job cannot call it again');
  if (underWay) throw new Error('parallel: await one call before the next');
  underWay = true;
  try {
    const job = (index: number) => work(jobs[index] as Job, index);
    if (isHelper()) return (await help(job)) as Result[];
    return await all(jobs.length, job, options.each);
  } finally {
    underWay = false;
  }
}

/** In the cell's own worker: it collects, and has helpers compute, so that it can show at once what has come. */
async function all<Result>(
  count: number,
  job: (index: number) => Result | Promise<Result>,
  each?: (results: readonly (Result | undefined)[], done: number) => void,
): Promise<Result[]> {
  const results = Array.from({ length: count }, (): Result | undefined => undefined);
  let done = 0;
  const take = (index: number, value: Result): Promise<void> => {
    results[index] = value;
    done++;
    each?.(results, done);
    return progress(done, count);
  };
  open();
  try {
    if (cores() > 1 && count > 1) {
      await lead(count, (index, value) => void take(index, value as Result));
    } else {
      for (let index = 0; index < count; index++) {
        const value = await atWork(() => job(index));
        // Copied, as between workers, so that a cell does not come to depend on their number.
        await take(
          index,
          handable(index, () => structuredClone(value)),
        );
      }
    }
  } catch (error) {
    settle({ error: explain(error, offset()) });
    throw error;
  }
  // Copied, because the cell may change what it gets before a helper asks for it.
  settle({ results: cores() > 1 ? structuredClone(results) : [] });
  return results as Result[];
}
