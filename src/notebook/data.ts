import { unpackDigits, type Digits } from '../problems/digits.ts';
import { ask } from './host.ts';
import { DATA, type DataName } from './protocol.ts';

/**
 * Pictures to train on: `await data('digits')`. They are fetched when a cell first asks for them.
 *
 * @throws RangeError when there are no such data
 */
export async function data(name: 'digits'): Promise<Digits>;
export async function data(name: DataName): Promise<Digits> {
  if (!DATA.includes(name)) {
    throw new RangeError(`data: there is only '${DATA.join("', '")}', got '${String(name)}'`);
  }
  return unpackDigits(await ask(name));
}
