import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Redraws } from '../../../src/notebook/page/redraws.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal('cancelAnimationFrame', (id: ReturnType<typeof setTimeout>) => clearTimeout(id));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Asks every 5 ms for a second, where a drawing lasts `cost` ms; gives when each began. */
async function drawings(cost: number, endAt = Infinity): Promise<number[]> {
  const begun: number[] = [];
  const start = performance.now();
  const redraws = new Redraws(async () => {
    begun.push(performance.now() - start);
    await new Promise((resume) => setTimeout(resume, cost));
  });
  for (let now = 0; now < 1000; now += 5) {
    if (now === endAt) redraws.end();
    if (now < endAt) redraws.ask();
    await vi.advanceTimersByTimeAsync(5);
  }
  return begun;
}

test('what is quickly drawn is drawn often, but not twice in a frame', async () => {
  const begun = await drawings(0);
  expect(begun.length).toBeGreaterThan(25);
  for (const [k, at] of begun.entries())
    expect(at - (begun[k - 1] ?? -16)).toBeGreaterThanOrEqual(16);
});

test('what takes long is drawn seldom: a quarter of the time goes into it', async () => {
  expect((await drawings(50)).length).toBeLessThanOrEqual(5);
  expect((await drawings(50)).length).toBeGreaterThanOrEqual(4);
});

test('the last thing asked for while resting is drawn', async () => {
  let drawn = 0;
  let latest = 0;
  const redraws = new Redraws(async () => {
    drawn = latest;
  });
  for (latest = 1; latest < 9; latest++) redraws.ask();
  await vi.advanceTimersByTimeAsync(17);
  expect(drawn).toBe(9);
  latest = 10;
  redraws.ask();
  await vi.advanceTimersByTimeAsync(100);
  expect(drawn).toBe(10);
});

test('nothing is drawn after the end, also when a drawing was under way', async () => {
  expect((await drawings(30, 20)).length).toBe(1);
  expect((await drawings(0, 500)).every((at) => at < 500)).toBe(true);
});

test('a new run is drawn at once, whatever the last one was about', async () => {
  let drawn = 0;
  const redraws = new Redraws(async () => {
    drawn++;
    if (drawn === 1) await new Promise((resume) => setTimeout(resume, 50));
  });
  redraws.ask();
  await vi.advanceTimersByTimeAsync(30);
  redraws.end();
  await vi.advanceTimersByTimeAsync(60);
  redraws.ask();
  await vi.advanceTimersByTimeAsync(17);
  expect(drawn).toBe(2);
});
