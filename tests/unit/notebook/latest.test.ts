import { expect, test } from 'vitest';
import { latest } from '../../../src/notebook/page/latest.ts';

const turn = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Work that ends when told to; a new start ends the one before, as a cell's run does. */
function workshop() {
  const open: (() => void)[] = [];
  return {
    started: 0,
    end: () => open.shift()?.(),
    work() {
      this.started++;
      this.end();
      return new Promise<void>((resolve) => open.push(resolve));
    },
  };
}

test('fifty calls in one go are two pieces of work: the first, and the last', async () => {
  const shop = workshop();
  const call = latest(() => shop.work(), 10_000);
  for (let i = 0; i < 50; i++) call();
  expect(shop.started).toBe(1);
  shop.end();
  await turn();
  expect(shop.started).toBe(2);
  shop.end();
  await turn();
  expect(shop.started, 'nothing is left over').toBe(2);
  call();
  expect(shop.started, 'idle again, it answers at once').toBe(3);
});

test('short work comes to its end before the next begins', async () => {
  const shop = workshop();
  const call = latest(() => shop.work(), 10_000);
  call();
  call();
  await turn(5);
  expect(shop.started).toBe(1);
});

test('slow work gives way to the latest call, and is left alone without one', async () => {
  const shop = workshop();
  const call = latest(() => shop.work(), 5);
  call();
  await turn(20);
  expect(shop.started).toBe(1);
  call();
  await turn();
  expect(shop.started).toBe(2);
});

test('work that fails does not end the listening', async () => {
  let started = 0;
  const call = latest(() => {
    started++;
    return Promise.reject(new Error('no'));
  }, 5);
  call();
  await turn(10);
  call();
  await turn(10);
  expect(started).toBe(2);
});
